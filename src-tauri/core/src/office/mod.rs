//! Who we are: departments, committees, people, and the rules a municipality works by.

use crate::record::record;
use crate::words::coded;

coded! {
    /// What someone does with grants.
    pub enum PersonRole("person_role") {
        /// Works on the applications.
        Officer = "officer",
        /// Reviews the pipeline.
        Manager = "manager",
        /// Hands the papers in to the committee.
        Secretary = "secretary",
    }
}

/// Working hours a full-time year is counted as until a municipality says otherwise: 37 hours in 52 weeks.
pub const FTE_HOURS: u32 = 1_924;

record! {
    /// Forvaltning or centre.
    pub struct Department("department", required: name) {
        /// Its municipality.
        pub municipality_id: u32,
        /// Name.
        pub name: String,
        /// What it is called for short; may be empty.
        pub short_name: String,
    }
}

record! {
    /// A political committee.
    pub struct Committee("committee", required: name, short_name) {
        /// Its municipality.
        pub municipality_id: u32,
        /// Name.
        pub name: String,
        /// Short name, unique within the municipality only.
        pub short_name: String,
        /// What it is responsible for.
        pub covers: String,
    }
}

record! {
    /// Someone who works with grants.
    pub struct Person("person", required: name) {
        /// The municipality.
        pub municipality_id: u32,
        /// Name, as history has it.
        pub name: String,
        /// What the person does.
        pub role: PersonRole,
        /// The person's department.
        pub department_id: Option<u32>,
    }
}

record! {
    /// How a municipality works.
    pub struct OfficeRules("office_rules") {
        /// The municipality.
        pub municipality_id: u32,
        /// Whether an application must be approved politically before it is sent.
        pub approval_before_submission: bool,
        /// Working hours a full-time year is counted as.
        pub fte_hours: u32,
    }
}
