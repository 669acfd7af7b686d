//! Reading the grid as a person does: line by line, each figure under its heading.

use super::{Done, Window};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The lines on screen from top to bottom, those just outside it, and the foot. A line that is not a row has its heading and its
/// sums; names of columns are those read out.
const LINES: &str = "
    const grid = document.querySelector('[role=grid]');
    const place = (one) => Number(one.getAttribute('aria-rowindex'));
    const columns = new Map([...grid.querySelectorAll('[role=columnheader]')]
        .map((one) => [one.getAttribute('aria-colindex'), one.getAttribute('aria-label')]));
    return [...grid.querySelectorAll('[role=row]')].filter((row) => place(row) > 1).sort((a, b) => place(a) - place(b))
        .map((row) => {
            const wide = row.querySelector('[aria-colspan]');
            const cells = [...row.children].filter((cell) => cell !== wide)
                .map((cell) => [columns.get(cell.getAttribute('aria-colindex')), cell.innerText.trim()]);
            return { heading: wide?.innerText.trim() ?? null, cells: Object.fromEntries(cells) };
        });";

/// A line of the grid.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Line {
    /// What a group, or the foot, is called, with what stands beside it.
    pub heading: Option<String>,
    cells: HashMap<String, String>,
}

impl Line {
    /// What stands under a column; empty where it is not shown.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The number of the initiative.
    pub fn number(&self) -> Option<u32> {
        self.cell("Nr.").split_whitespace().next()?.parse().ok()
    }

    /// An amount in tenths of a million, as `1.139,2` is 11392; none where a dash stands.
    pub fn tenths(&self, column: &str) -> Done<Option<i64>> {
        let text = self.cell(column);
        if text.starts_with(['–', '-']) {
            return Ok(None);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let (_, decimals) = text.split_once(',').ok_or_else(|| format!("»{text}« under {column} is no amount in millions"))?;
        if decimals.len() != 1 {
            return Err(format!("»{text}« under {column} has not one decimal").into());
        }
        Ok(Some(digits.parse()?))
    }
}

impl Window {
    /// The lines of the grid that are in the page.
    pub async fn lines(&self) -> Done<Vec<Line>> {
        Ok(serde_json::from_value(self.script(LINES, vec![]).await?)?)
    }

    /// The numbers of the initiatives in the page, from top to bottom.
    pub async fn numbers(&self) -> Done<Vec<u32>> {
        Ok(self.lines().await?.iter().filter_map(Line::number).collect())
    }

    /// The sums under everything shown.
    pub async fn foot(&self) -> Done<Line> {
        let foot = self.lines().await?.into_iter().rfind(|line| line.heading.is_some());
        foot.ok_or_else(|| "the grid has no foot".into())
    }

    /// The heading and sums of a group that is on screen.
    pub async fn group(&self, name: &str) -> Done<Line> {
        let lines = self.lines().await?;
        let group = lines.into_iter().find(|line| line.heading.as_deref().is_some_and(|heading| heading.starts_with(name)));
        group.ok_or_else(|| format!("no group »{name}« is on screen").into())
    }

    /// Fails unless every column of amounts is in sight.
    pub async fn amounts_in_sight(&self) -> Done {
        let script = "
            const grid = document.querySelector('[role=grid]');
            const edge = grid.parentElement.getBoundingClientRect().right + 1;
            return [...grid.querySelectorAll('[role=columnheader]')].every((one) => one.getBoundingClientRect().right <= edge);";
        self.until("every column of amounts in sight", script).await
    }

    /// Waits until so many of the 117 are shown.
    pub async fn shows(&self, count: usize) -> Done {
        self.sees(&format!("{count} af 117")).await
    }

    /// Waits until a column says how it is sorted.
    pub async fn sorted(&self, column: &str, how: &str) -> Done {
        let script = "return document.querySelector(`[role=columnheader][aria-label=\"${arguments[0]}\"]`)
            ?.getAttribute('aria-sort') === arguments[1];";
        self.until_with(&format!("{column} to be {how}"), script, vec![json!(column), json!(how)]).await
    }

    /// The attributes of the page itself.
    pub async fn page(&self, attribute: &str) -> Done<Value> {
        self.script("return document.documentElement.getAttribute(arguments[0])", vec![json!(attribute)]).await
    }

    /// Waits until the page itself has this attribute.
    pub async fn page_is(&self, attribute: &str, value: &str) -> Done {
        let script = "return document.documentElement.getAttribute(arguments[0]) === arguments[1]";
        self.until_with(&format!("the page's {attribute} {value}"), script, vec![json!(attribute), json!(value)]).await
    }
}
