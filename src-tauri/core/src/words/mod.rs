//! The sentences of the domain's codes, once, in both languages: for the command line, the exports and, generated, the screen.

pub(crate) mod say;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use specta::Type;

/// The reader's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Danish, the first language of the program.
    #[default]
    Da,
    /// English.
    En,
}

/// `group.code` -> (Danish, English), from `words.csv` (`key;da;en`).
pub fn all() -> &'static BTreeMap<String, (String, String)> {
    static WORDS: OnceLock<BTreeMap<String, (String, String)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(include_str!("words.csv").as_bytes());
        reader.deserialize::<(String, String, String)>().flatten().map(|(key, da, en)| (key, (da, en))).collect()
    })
}

/// The word or sentence for a code. A code without one shows itself; a test keeps that from happening.
pub fn word<'a>(group: &str, code: &'a str, language: Language) -> &'a str
where
    'static: 'a,
{
    match all().get(&format!("{group}.{code}")) {
        Some((da, en)) => match language {
            Language::Da => da,
            Language::En => en,
        },
        None => code,
    }
}

/// Declares an enum of codes: how each is written in the data file, in CSV, in JSON and on the screen, and the group its words
/// stand under in `words.csv`.
macro_rules! coded {
    ($(#[$meta:meta])* pub enum $name:ident($group:literal) { $($(#[$variant_meta:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, specta::Type)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every code, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The group of its words.
            pub const GROUP: &'static str = $group;

            /// As it is written in files.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// Reads what `code` writes.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }

            /// Its word for a reader.
            pub fn word(self, language: $crate::words::Language) -> &'static str {
                $crate::words::word($group, self.code(), language)
            }
        }

        impl $crate::record::Cell for $name {
            fn to_cell(&self) -> serde_json::Value {
                self.code().into()
            }

            fn from_cell(cell: &serde_json::Value) -> Option<$name> {
                cell.as_str().and_then($name::from_code)
            }
        }
    };
}
pub(crate) use coded;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applications::{
        ApplicationRole, AppropriationKind, AppropriationState, Approval, ApprovalState, DocumentKind, Missing, Stage,
    };
    use crate::budgets::{
        BudgetKind, EffectMethod, FindingCode, FindingState, Method, OwnForm, Period, Remark, RuleKind, Side, Source, Vat,
    };
    use crate::calendar::{DayUnit, Holiday};
    use crate::catalogue::{CallState, CanApply, DutRecipient, Mechanism, NoteKind};
    use crate::committee::{CaseKind, Outcome};
    use crate::deadlines::{
        Chain, DateBasis, DeadlineKind, DeadlineOrigin, Flag, PlanState, PlanStep, PlannedKind, Reading, Series, Way,
    };
    use crate::error::ErrorCode;
    use crate::office::PersonRole;
    use crate::ops::Op;
    use crate::pools::{Choice, PoolStatus, Stance, StanceReason};
    use crate::store::Checked;
    use crate::views::{AttentionKind, BudgetColumn, BudgetRowKind, IntakeAction, IntakeField, IntakeTarget, SheetNotice};

    #[test]
    fn every_code_has_words_in_both_languages() {
        let mut missing = Vec::new();
        macro_rules! check {
            ($($code:ident),+) => {$(
                for code in $code::ALL {
                    let key = format!("{}.{}", $code::GROUP, code.code());
                    if !all().get(&key).is_some_and(|(da, en)| !da.is_empty() && !en.is_empty()) {
                        missing.push(key);
                    }
                }
            )+};
        }
        check!(ErrorCode, Mechanism, CanApply, DutRecipient, NoteKind, CallState, Op, Checked);
        check!(PersonRole, Stance, StanceReason, Choice, PoolStatus, CaseKind, Outcome);
        check!(Stage, Missing, ApplicationRole, Approval, ApprovalState, AppropriationKind, AppropriationState, DocumentKind);
        check!(BudgetKind, Period, Vat, Side, Method, Source, OwnForm, EffectMethod, RuleKind, FindingState, FindingCode, Remark);
        check!(BudgetColumn, BudgetRowKind, SheetNotice);
        check!(DeadlineKind, DeadlineOrigin, DateBasis, Series, Flag, PlanStep, Chain, PlanState, Way, Reading, PlannedKind);
        check!(Holiday, DayUnit);
        check!(AttentionKind, IntakeTarget, IntakeField, IntakeAction);
        assert_eq!(missing, Vec::<String>::new());
    }
}
