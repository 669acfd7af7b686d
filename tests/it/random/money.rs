//! What they do with the money after the award and the expected effect.

use tilsagn_core::budgets::{Effect, EffectMethod, EffectYear};
use tilsagn_core::scaled::Quantity;
use tilsagn_core::views::*;
use tilsagn_core::{Error, Money};

use super::TODAY;
use super::deed::{Office, pick};
use crate::awarded::{account, carry_over, instalment, repayment, spent};
use crate::register::day;

impl Office {
    pub fn of_money(&mut self, number: u8, how: u8) -> Result<(), Error> {
        let Some(view) = self.application(number) else { return Ok(()) };
        let (id, today) = (view.application.id, day(TODAY));
        let money = self.store.money(id, today).unwrap();
        let part = match (how, pick(&money.instalments, number), pick(&money.lines, how)) {
            (0, Some(row), _) => {
                let kind = MoneyPartKind::Instalment;
                return self.store.money_part_delete(kind, row.id, row.version, today).map(drop);
            }
            (1, Some(mut row), _) => {
                row.received = Some(Money::from_oere(i64::from(number) * 100));
                MoneyPart::Instalment(row)
            }
            (2, ..) => MoneyPart::Account(account(id, "Regnskab")),
            (3, ..) => MoneyPart::Repayment(repayment(id, Some("2019-03-01"), 5)),
            (4, ..) => MoneyPart::CarryOver(carry_over(id, 2019, 2019 + i32::from(number % 2))),
            (5, _, Some(line)) => MoneyPart::Spending(spent(id, line.line.id, "2019-03-12", &format!("Bilag {number}"), 7)),
            _ => MoneyPart::Instalment(instalment(id, &format!("{number}. rate"), None, Some("2019-03-01"), 100)),
        };
        self.store.money_part_save(&part, today).map(drop)
    }

    pub fn of_effect(&mut self, number: u8, how: u8) -> Result<(), Error> {
        let Some(view) = self.application(number) else { return Ok(()) };
        let (application_id, today) = (view.application.id, day(TODAY));
        let effects = self.store.effect(application_id, today).unwrap().effects;
        let part = match (how, pick(&effects, number)) {
            (0, Some(line)) => {
                let (kind, effect) = (EffectPartKind::Effect, line.effect);
                return self.store.effect_part_delete(kind, effect.id, effect.version, today).map(drop);
            }
            (1 | 2, Some(line)) => {
                let persons = Some(Quantity::from_scaled(i64::from(number) * 10_000));
                let (year, effect_id, months, rate, amount) = (2019 + i32::from(how), line.effect.id, persons, None, None);
                EffectPart::Year(EffectYear { id: 0, version: 0, effect_id, year, persons, months, rate, amount })
            }
            (3, Some(line)) => EffectPart::Effect(Effect { method: EffectMethod::Persons, ..line.effect }),
            _ => EffectPart::Effect(Effect {
                id: 0,
                version: 0,
                application_id,
                position: 0,
                text: format!("Virkning {number}"),
                budget_area: String::new(),
                method: EffectMethod::Amount,
                refund: None,
                refund_year: None,
                assumption: String::new(),
                source: String::new(),
            }),
        };
        self.store.effect_part_save(&part, today).map(drop)
    }
}
