//! Who we are: what Settings shows of a municipality, and what every form chooses from.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::budgets::WageEstimate;
use crate::deadlines::{ClosingDay, LeadTime};
use crate::office::{Committee, Department, OfficeRules, Person};

/// A municipality to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MunicipalityChoice {
    /// Row id.
    pub id: u32,
    /// Official code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// One municipality's departments, committees, people and rules, each in Danish order.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficeView {
    /// The municipality.
    pub municipality: MunicipalityChoice,
    /// Its departments.
    pub departments: Vec<Department>,
    /// Its committees.
    pub committees: Vec<Committee>,
    /// Its people.
    pub people: Vec<Person>,
    /// How it works; id 0 while the program's defaults hold.
    pub rules: OfficeRules,
    /// What it expects wages to rise by, by year.
    pub wage_estimates: Vec<WageEstimate>,
    /// The closing days and recesses it has set, soonest first.
    pub closing_days: Vec<ClosingDay>,
    /// How long each step of a back-plan takes, every step; id 0 while the program's own holds.
    pub lead_times: Vec<LeadTime>,
}

/// A part of the office to save.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "row")]
pub enum OfficePart {
    /// A department.
    Department(Department),
    /// A committee.
    Committee(Committee),
    /// A person.
    Person(Person),
    /// The rules.
    Rules(OfficeRules),
    /// A wage estimate.
    WageEstimate(WageEstimate),
    /// A closing day or recess.
    ClosingDay(ClosingDay),
    /// A lead time.
    LeadTime(LeadTime),
}

/// A kind of part that can be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OfficePartKind {
    /// A department.
    Department,
    /// A committee.
    Committee,
    /// A person.
    Person,
    /// A wage estimate.
    WageEstimate,
    /// A closing day or recess.
    ClosingDay,
    /// A lead time: the program's own holds again.
    LeadTime,
}
