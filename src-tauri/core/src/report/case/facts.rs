//! What a paper is made of.

use chrono::NaiveDate;

use crate::applications::{
    Application, ApplicationActivity, ApplicationCondition, ApplicationTarget, Appropriation, AppropriationYear, Stage,
};
use crate::budgets::{Budget, BudgetLine, Effect, EffectYear, LineYear};
use crate::calendar::PartialDate;
use crate::committee::{CommitteeCase, FollowUp};
use crate::deadlines::PlanStep;
use crate::money::Money;
use crate::office::OfficeRules;
use crate::report::{AppendixColumn, AppendixRow};
use crate::views::{PointView, ReadingView};

/// A case with everything its paper can say, as it stood on a day.
#[derive(Clone, Debug)]
pub struct CaseFacts {
    /// The day.
    pub as_of: NaiveDate,
    /// The municipality's name.
    pub municipality: String,
    /// How it works.
    pub office: OfficeRules,
    /// The case.
    pub case: CommitteeCase,
    /// Its readings in order; what came of one only where it was held by the day.
    pub readings: Vec<ReadingView>,
    /// Its points in the order of the paper, each before those inside it.
    pub points: Vec<PointView>,
    /// The pools it is about, in the order of the points, and after them those its applications are to; each once.
    pub pools: Vec<PoolFacts>,
    /// The applications it is about, those of its pools too, each once.
    pub applications: Vec<ApplicationFacts>,
    /// Other projects of the municipality that run on earlier grants, oldest first.
    pub running: Vec<ApplicationFacts>,
    /// What is promised afterwards.
    pub follow_ups: Vec<FollowUp>,
    /// Its appendices in order.
    pub appendices: Vec<AppendixFacts>,
}

/// A pool as a paper tells of it.
#[derive(Clone, Debug, Default)]
pub struct PoolFacts {
    /// Row id.
    pub id: u32,
    /// Whether a point is about it; else an application of the case is to it.
    pub asked: bool,
    /// Title. Danish.
    pub title: String,
    /// Number of its initiative.
    pub initiative: Option<u32>,
    /// The initiative's own title; empty without one.
    pub initiative_title: String,
    /// The initiative's area; empty without one.
    pub area: String,
    /// What the money is for; empty where not known.
    pub summary: String,
    /// The agreement it came with.
    pub agreement: Option<AgreementFacts>,
    /// Amounts by year: the initiative's in the agreement, else the pool's own. A year without one is not there.
    pub years: Vec<(i32, Money)>,
    /// All years together: as printed, else their sum; of a pool without years its own amount.
    pub total: Option<Money>,
    /// Each year after the last, for ever.
    pub permanent: Option<Money>,
    /// The year whose prices the amounts are in.
    pub price_level: Option<i32>,
    /// What is set aside for the pool itself, where that is said.
    pub amount: Option<Money>,
    /// Who gives.
    pub authority: String,
    /// The deadline of its call.
    pub deadline: Option<NaiveDate>,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// When it is expected to answer those who apply, as far as stated.
    pub answer_expected: Option<PartialDate>,
    /// Law or instrument its rules rest on; empty where not known.
    pub legal_basis: String,
    /// The administration's assessment; empty where there is none.
    pub assessment: String,
}

/// The agreement a pool came with.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementFacts {
    /// Row id.
    pub id: u32,
    /// Title. Danish.
    pub title: String,
    /// The day it was made.
    pub agreed_on: NaiveDate,
    /// The year whose prices its amounts are in.
    pub price_level: i32,
    /// First year with amounts.
    pub first_year: i32,
    /// Last year with amounts of its own.
    pub last_year: i32,
    /// All of it, as printed.
    pub total: Option<Money>,
}

/// An application as a paper tells of it.
#[derive(Clone, Debug)]
pub struct ApplicationFacts {
    /// The application.
    pub application: Application,
    /// Its stage on the day.
    pub stage: Stage,
    /// Its pool's title, else the fund; empty where neither is known.
    pub funder: String,
    /// Its department's name; empty where none.
    pub department: String,
    /// Other departments of the municipality that take part in it.
    pub beside: Vec<String>,
    /// The version of its budget that counts.
    pub budget: Option<BudgetFacts>,
    /// The permission to spend.
    pub appropriation: Option<Appropriation>,
    /// What it allows by year, in order.
    pub appropriation_years: Vec<AppropriationYear>,
    /// The grant's conditions.
    pub conditions: Vec<ApplicationCondition>,
    /// What is to be reached.
    pub targets: Vec<ApplicationTarget>,
    /// What it does.
    pub activities: Vec<ApplicationActivity>,
    /// What own money is meant to bring.
    pub effects: Vec<EffectFacts>,
    /// Its deadline, where it is ahead.
    pub deadline: Option<NaiveDate>,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// Days of its plan that are not over, soonest first.
    pub plan: Vec<PlanFacts>,
}

/// A day of an application's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFacts {
    /// The step.
    pub step: PlanStep,
    /// The day.
    pub on: NaiveDate,
    /// The committee's name, of a step towards a meeting; else empty.
    pub committee: String,
}

/// What own money is meant to bring, with its years in order.
#[derive(Clone, Debug)]
pub struct EffectFacts {
    /// The effect.
    pub effect: Effect,
    /// Its years.
    pub years: Vec<EffectYear>,
}

/// The version of a budget that counts.
#[derive(Clone, Debug)]
pub struct BudgetFacts {
    /// The version.
    pub budget: Budget,
    /// Its lines, costs before financing.
    pub lines: Vec<LineFacts>,
}

/// A line of a budget.
#[derive(Clone, Debug)]
pub struct LineFacts {
    /// The line.
    pub line: BudgetLine,
    /// Its years with something in them, in order; year 0 is what is not allotted.
    pub years: Vec<LineYear>,
    /// Whose budget: the line's department, else the application's; empty where none.
    pub department: String,
}

/// An appendix of the case.
#[derive(Clone, Debug)]
pub struct AppendixFacts {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: String,
    /// What stands in it, of a table of pools; any other is named only.
    pub table: Option<PoolTable>,
}

/// A table of pools that goes with the paper.
#[derive(Clone, Debug)]
pub struct PoolTable {
    /// Its columns in order; empty for the usual ones.
    pub columns: Vec<AppendixColumn>,
    /// Its rows.
    pub rows: Vec<AppendixRow>,
}
