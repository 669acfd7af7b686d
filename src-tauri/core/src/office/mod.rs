//! Who we are: departments, committees, people, and the rules a municipality works by.

use crate::calendar::DayUnit;
use crate::deadlines::Reading;
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

/// How many working days before a date it is said to be near until a municipality says otherwise: two weeks.
pub const NEAR_WORKING_DAYS: u32 = 10;

/// Working days from one committee's meeting to that of the next that reads the same case, until a municipality says otherwise: the
/// recommendation is put down and follows the case.
pub const BETWEEN_READINGS: u32 = 1;

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
        /// How far along a case's way it stands.
        pub reading: Reading,
        /// The committee that takes its cases next, where they go further.
        pub next_committee_id: Option<u32>,
        /// How long before a meeting a paper is handed in; null while the municipality's own lead time holds.
        pub paper_amount: Option<u32>,
        /// Of what.
        pub paper_unit: Option<DayUnit>,
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
        /// Whether 5 June (Grundlovsdag) is a closing day.
        pub closed_constitution_day: bool,
        /// Whether 24 December is.
        pub closed_christmas_eve: bool,
        /// Whether 31 December is.
        pub closed_new_years_eve: bool,
        /// How many working days before a date it is said to be near.
        pub near_working_days: u32,
        /// Working days from one committee's meeting to that of the next that reads the same case, at least; 0 for the same day.
        pub between_readings: u32,
        /// Key of the form its papers are written in; empty for the first that ships with the program.
        pub form: String,
    }
}

impl OfficeRules {
    /// What holds until a municipality says otherwise.
    pub const fn usual(municipality_id: u32) -> OfficeRules {
        OfficeRules {
            id: 0,
            version: 0,
            municipality_id,
            approval_before_submission: false,
            fte_hours: FTE_HOURS,
            closed_constitution_day: true,
            closed_christmas_eve: true,
            closed_new_years_eve: true,
            near_working_days: NEAR_WORKING_DAYS,
            between_readings: BETWEEN_READINGS,
            form: String::new(),
        }
    }
}

impl Committee {
    /// A new committee of the field, of which nothing more is known.
    pub fn named(municipality_id: u32, name: String, short_name: String) -> Committee {
        Committee {
            id: 0,
            version: 0,
            municipality_id,
            name,
            short_name,
            covers: String::new(),
            reading: Reading::Committee,
            next_committee_id: None,
            paper_amount: None,
            paper_unit: None,
        }
    }
}
