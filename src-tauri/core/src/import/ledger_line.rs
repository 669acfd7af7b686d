//! Which line of a budget an account in a ledger fits.

use crate::budgets::BudgetLine;
use crate::error::{Error, ErrorCode, Result};

/// The line whose account fits best: every part of the account that a line has, function, dranst, art and project, must occur in the
/// row's. The line with most parts goes first, and of those the one with the longest. None where none fits.
///
/// # Errors
/// `ledger_line_unclear` where two fit as well.
pub fn line_of<'a>(lines: impl Iterator<Item = &'a BudgetLine>, ledger: &str) -> Result<Option<&'a BudgetLine>> {
    let account = Account::of(ledger);
    let mut best: Vec<(&BudgetLine, (usize, usize))> = Vec::new();
    for line in lines {
        let parts = [&line.ledger_function, &line.ledger_dranst, &line.ledger_art, &line.ledger_project];
        let parts: Vec<Account> = parts.into_iter().map(|part| Account::of(part)).filter(|part| !part.words.is_empty()).collect();
        if parts.is_empty() || !account.holds(&parts) {
            continue;
        }
        let fits = (parts.len(), parts.iter().map(|part| part.run.len()).sum());
        match best.first() {
            Some((_, before)) if *before > fits => {}
            Some((_, before)) if *before == fits => best.push((line, fits)),
            _ => best = vec![(line, fits)],
        }
    }
    match best[..] {
        [] => Ok(None),
        [(line, _)] => Ok(Some(line)),
        _ => {
            let lines = best.iter().map(|(line, _)| format!("»{}«", line.text)).collect::<Vec<_>>().join(", ");
            Err(Error::new(ErrorCode::LedgerLineUnclear).with("found", ledger).with("expected", lines))
        }
    }
}

/// An account or a part of one, to compare: its groups of letters and digits, numbers without the noughts before them.
struct Account {
    words: Vec<String>,
    run: String,
}

impl Account {
    fn of(text: &str) -> Account {
        let groups = text.split(|c: char| !c.is_alphanumeric()).filter(|group| !group.is_empty());
        let groups: Vec<String> = groups.map(str::to_lowercase).collect();
        let short = |group: &String| match group.trim_start_matches('0') {
            "" => "0".to_owned(),
            rest if group.bytes().all(|byte| byte.is_ascii_digit()) => rest.to_owned(),
            _ => group.clone(),
        };
        Account { words: groups.iter().map(short).collect(), run: groups.concat() }
    }

    /// Whether the parts stand in the account: each as groups beside each other that no part before it has, or, where the account is
    /// written in one run, as a piece of at least four signs of it: a shorter one stands in too many.
    fn holds(&self, parts: &[Account]) -> bool {
        let mut free = vec![true; self.words.len()];
        parts.iter().all(|part| {
            let long = part.words.len();
            let fits = |at: &usize| {
                let unused = free.get(*at..*at + long).is_some_and(|free| free.iter().all(|free| *free));
                unused && self.words.get(*at..*at + long) == Some(&part.words[..])
            };
            let place = (0..self.words.len()).find(fits);
            if let Some(taken) = place.and_then(|at| free.get_mut(at..at + long)) {
                taken.fill(false);
            }
            place.is_some() || part.run.len() >= 4 && self.words.len() == 1 && self.run.contains(&part.run)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_line as line;

    #[test]
    fn a_row_is_charged_to_the_line_whose_account_fits_best() {
        let with = |id: u32, function: &str, dranst: &str, art: &str, project: &str| BudgetLine {
            ledger_function: function.to_owned(),
            ledger_dranst: dranst.to_owned(),
            ledger_art: art.to_owned(),
            ledger_project: project.to_owned(),
            ..line(id, id)
        };
        let lines = [
            with(1, "5.68.90", "1", "", ""),
            with(2, "5.68.90", "1", "1", ""),
            with(3, "", "", "", "XG-0000001234-00010"),
            with(4, "", "", "", "XG-0000001234"),
            with(5, "", "", "", ""),
            with(6, "5.68.91", "", "", ""),
            with(7, "5.68.91", "", "", ""),
        ];
        let fits = |ledger: &str| line_of(lines.iter(), ledger).map(|line| line.map(|line| line.id)).map_err(|error| error.code);
        for (ledger, line) in [
            ("05.68.90-1-4", Ok(Some(1))),
            ("5.68.90.1.1", Ok(Some(2))),
            ("XG-0000001234-00010", Ok(Some(3))),
            ("XG-0000001234-00020", Ok(Some(4))),
            ("xg1234", Ok(None)),
            ("XG000000123400010", Ok(Some(3))), // in one run
            ("5.68.9", Ok(None)),
            ("15.68.90.1", Ok(None)),
            ("5.68.90", Ok(None)), // the dranst is not there
            ("5.68.91", Err(ErrorCode::LedgerLineUnclear)),
            ("", Ok(None)),
        ] {
            assert_eq!(fits(ledger), line, "{ledger}");
        }
    }
}
