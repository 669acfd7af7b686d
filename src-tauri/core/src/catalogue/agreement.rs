//! An agreement as it was read and checked, before it is in a data file.

use chrono::NaiveDate;

use crate::catalogue::{CanApply, DutRecipient, Mechanism, NoteKind, Period};
use crate::money::Money;
use crate::views::Text;

/// One amount per period, in the order of the agreement's periods. None is the printed »-«: no amount, not zero.
pub type Amounts = Vec<Option<Money>>;

/// A whole agreement.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Its own short key, e.g. `satspuljen-2019`.
    pub key: String,
    /// Title.
    pub title: Text,
    /// The day it was made.
    pub date: NaiveDate,
    /// The year whose prices the amounts are in.
    pub price_level: i32,
    /// First year with amounts.
    pub first_year: i32,
    /// Last year with amounts of its own.
    pub last_year: i32,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Where it was read.
    pub source: Text,
    /// The columns of table 1.
    pub periods: Vec<Period>,
    /// Areas in printed order.
    pub areas: Vec<Area>,
    /// Themes in printed order.
    pub themes: Vec<Theme>,
    /// Initiatives in printed order.
    pub initiatives: Vec<Initiative>,
    /// The printed grand total.
    pub total: Total,
    /// Table 2, where it was read.
    pub appropriations: Option<Appropriations>,
    /// Table 3, where it was read.
    pub savings: Option<Savings>,
    /// Printed sums that do not add up, with the reason.
    pub differences: Vec<Difference>,
    /// Places where the agreement contradicts itself.
    pub notes: Vec<SourceNote>,
    /// What can be applied for.
    pub pools: Vec<Pool>,
}

/// A heading of table 1 with its printed subtotal.
#[derive(Clone, Debug)]
pub struct Area {
    /// Line of the file it was read from.
    pub line: u64,
    /// Our own key.
    pub key: String,
    /// The heading as printed.
    pub title: String,
    /// The area's own name and its English gloss.
    pub name: Text,
    /// The printed subtotal.
    pub amounts: Amounts,
    /// Page of the printed row.
    pub page: u32,
}

/// A heading inside an area, with its printed subtotal.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Line of the file it was read from.
    pub line: u64,
    /// Our own key.
    pub key: String,
    /// Index of its area.
    pub area: usize,
    /// The heading as printed and its English gloss.
    pub title: Text,
    /// The printed subtotal.
    pub amounts: Amounts,
    /// Page of the printed row.
    pub page: u32,
}

/// A numbered row of table 1, with what was read of it elsewhere.
#[derive(Clone, Debug)]
pub struct Initiative {
    /// Line of the file it was read from.
    pub line: u64,
    /// Its number in the agreement.
    pub number: u32,
    /// Whether it, or parts of it, is to be DUT-negotiated.
    pub dut: bool,
    /// Index of its area.
    pub area: usize,
    /// Index of its theme, where the agreement has one.
    pub theme: Option<usize>,
    /// The official title.
    pub title: String,
    /// The printed amounts.
    pub amounts: Amounts,
    /// Page of the printed row.
    pub page: u32,
    /// What was read of it in the annexes.
    pub facts: Facts,
}

/// What we read of an initiative in the annexes.
#[derive(Clone, Debug)]
pub struct Facts {
    /// English gloss of the title; empty where there is none.
    pub title_en: String,
    /// How the money is handed out.
    pub mechanisms: Vec<Mechanism>,
    /// Whether a municipality can apply.
    pub can_apply: CanApply,
    /// Where the agreement says so.
    pub can_apply_place: String,
    /// Why, in one sentence.
    pub can_apply_reason: Text,
    /// Who may apply or receives.
    pub applicants: Text,
    /// The responsible authority.
    pub authority: String,
    /// Whom the money of a DUT-marked initiative may reach.
    pub dut_recipient: Option<DutRecipient>,
    /// Where the agreement says so.
    pub dut_place: String,
    /// What the money is for, in Danish.
    pub summary: String,
}

impl Facts {
    /// Of an initiative nothing has been read of yet.
    pub fn unread(dut: bool) -> Facts {
        Facts {
            title_en: String::new(),
            mechanisms: vec![Mechanism::Unclear],
            can_apply: CanApply::Unclear,
            can_apply_place: String::new(),
            can_apply_reason: Text::default(),
            applicants: Text::default(),
            authority: String::new(),
            dut_recipient: dut.then_some(DutRecipient::NotStated),
            dut_place: String::new(),
            summary: String::new(),
        }
    }
}

/// The printed grand total of table 1.
#[derive(Clone, Debug)]
pub struct Total {
    /// Line of the file it was read from.
    pub line: u64,
    /// One amount per period.
    pub amounts: Amounts,
}

/// Table 2: appropriations of coming years put to other use.
#[derive(Clone, Debug)]
pub struct Appropriations {
    /// Its columns: its own years, then the total.
    pub periods: Vec<Period>,
    /// Its rows.
    pub rows: Vec<Appropriation>,
    /// Its printed total.
    pub total: Total,
}

/// A row of table 2.
#[derive(Clone, Debug)]
pub struct Appropriation {
    /// Line of the file it was read from.
    pub line: u64,
    /// Row number.
    pub number: u32,
    /// Account on the Finance Act.
    pub account: String,
    /// Official title.
    pub title: String,
    /// One amount per period of the table.
    pub amounts: Amounts,
    /// Page of the printed row.
    pub page: u32,
}

/// Table 3: savings put to other use.
#[derive(Clone, Debug)]
pub struct Savings {
    /// Its rows.
    pub rows: Vec<Saving>,
    /// Its printed total.
    pub total: Money,
    /// Line of the file the total was read from.
    pub total_line: u64,
}

/// A row of table 3.
#[derive(Clone, Debug)]
pub struct Saving {
    /// Line of the file it was read from.
    pub line: u64,
    /// Row number.
    pub number: u32,
    /// Account on the Finance Act. Not unique.
    pub account: String,
    /// Official title.
    pub title: String,
    /// The printed amount.
    pub amount: SavingAmount,
    /// Page of the printed row.
    pub page: u32,
}

/// How table 3 prints an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavingAmount {
    /// The amount itself.
    Exact(Money),
    /// Less than this; printed `<0,1`. Counts as nothing in the sum.
    Below(Money),
}

/// A printed sum that does not add up, and why.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Line of the file it was read from.
    pub line: u64,
    /// Where it stands: `tabel 3, s. 7-9`. What is before the comma names the table.
    pub place: String,
    /// What is printed.
    pub stated: Money,
    /// What the parts add up to.
    pub computed: Money,
    /// Why.
    pub reason: Text,
}

/// A place where the agreement contradicts itself, or other sources.
#[derive(Clone, Debug)]
pub struct SourceNote {
    /// Our own key.
    pub key: String,
    /// What it is about.
    pub kind: NoteKind,
    /// Indexes of the initiatives it is about.
    pub initiatives: Vec<usize>,
    /// Where.
    pub place: String,
    /// What one place states.
    pub stated: String,
    /// What another states, or what was computed.
    pub other: String,
    /// The difference, where there is a figure.
    pub difference: String,
    /// What follows.
    pub text: Text,
}

/// Money that can be applied for.
#[derive(Clone, Debug)]
pub struct Pool {
    /// Its own short key, e.g. `91-b`.
    pub key: String,
    /// Index of its initiative; none for a pool of no numbered initiative.
    pub initiative: Option<usize>,
    /// Index of the pool it lies inside.
    pub parent: Option<usize>,
    /// Title.
    pub title: Text,
    /// What the agreement sets aside for it.
    pub amount: Option<Money>,
    /// The same per year, where the agreement says.
    pub years: Vec<(i32, Money)>,
    /// The year whose prices the amounts are in.
    pub price_level: Option<i32>,
    /// Account on the Finance Act.
    pub account: String,
    /// Who hands it out.
    pub authority: String,
    /// Who may apply.
    pub applicants: Text,
    /// Whether a municipality can, by its call where there is one, else by the agreement.
    pub can_apply: CanApply,
    /// Where the agreement sets it aside.
    pub place: String,
    /// What is worth knowing of it.
    pub note: Text,
    /// Its published rounds.
    pub calls: Vec<Call>,
}

/// A published round of a pool.
#[derive(Clone, Debug)]
pub struct Call {
    /// Our own key, e.g. `91-a-2019`.
    pub key: String,
    /// Title as published.
    pub title: String,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// Its deadlines, oldest first, the present one last; empty where none is stated.
    pub deadlines: Vec<Deadline>,
    /// The amount announced.
    pub amount: Option<Money>,
    /// First day of the project period.
    pub project_from: Option<NaiveDate>,
    /// Last day of the project period.
    pub project_to: Option<NaiveDate>,
    /// The period in words.
    pub project_text: Text,
    /// Who may apply.
    pub applicants: Text,
    /// Whether a municipality can; unclear where the call does not say.
    pub can_apply: CanApply,
    /// What came of it.
    pub outcome: Text,
    /// Addresses where it was published.
    pub sources: Vec<String>,
}

/// A deadline as it stood for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, `12:00`; none means the call does not say, never midnight.
    pub time: Option<String>,
    /// The day it became known, where that is stated.
    pub known_from: Option<NaiveDate>,
    /// Why it moved.
    pub note: Text,
}
