//! Working in a sheet by keyboard: a cell is named as a screen reader says it, by row, column and value.

use super::{Done, LIMIT, Window};
use serde_json::json;
use std::time::{Duration, Instant};

const IN_SHEET: &str = "return document.activeElement.closest('[role=grid]') !== null";

/// How many lines down and columns to the right of the focus the first cell is whose name begins with this.
const WAY: &str = "
    const place = (cell) => [Number(cell.closest('[data-line]').dataset.line), Number(cell.dataset.column)];
    const here = document.activeElement.closest('[role=grid] [data-column]');
    const there = [...document.querySelectorAll('[role=grid] [data-column]')]
        .find((cell) => (cell.getAttribute('aria-label') ?? '').startsWith(arguments[0]));
    if (!here || !there) return null;
    const [[line, column], [toLine, toColumn]] = [place(here), place(there)];
    return [toLine - line, toColumn - column];";

impl Window {
    /// Presses Tab until the focus is in the sheet. A menu or dialog that closes has first to give the focus back.
    pub async fn tab_until_in_sheet(&self) -> Done {
        self.until("the focus somewhere", "return document.activeElement !== document.body").await?;
        for _ in 0..90 {
            if self.script(IN_SHEET, vec![]).await? == json!(true) {
                return Ok(());
            }
            self.press("Tab").await?;
        }
        Err("Tab does not come into the sheet".into())
    }

    /// Waits until the focus has come to the sheet by itself.
    pub async fn until_in_sheet(&self) -> Done {
        self.until("the focus in the sheet", IN_SHEET).await
    }

    /// Waits until a cell says this, its name being row, column, value and what is to be known of it.
    pub async fn cell_says(&self, begins: &str, holds: &str) -> Done {
        let script = "return [...document.querySelectorAll('[role=grid] [role=gridcell], [role=grid] [role=rowheader]')]
            .some((cell) => { const name = cell.getAttribute('aria-label') ?? '';
                return name.startsWith(arguments[0]) && name.includes(arguments[1]); });";
        self.until_with(&format!("»{begins}« with »{holds}«"), script, vec![begins.into(), holds.into()]).await
    }

    /// Goes to a cell by the arrows, from wherever the focus is in the sheet. Lines come and go while what was typed is kept, so the
    /// way is looked for again until the focus is there.
    pub async fn to_cell(&self, begins: &str) -> Done {
        let start = Instant::now();
        loop {
            let way: Option<[i64; 2]> = serde_json::from_value(self.script(WAY, vec![begins.into()]).await?)?;
            match way {
                Some([0, 0]) => return Ok(()),
                _ if start.elapsed() > LIMIT => return Err(format!("the arrows do not come to »{begins}«: {way:?}").into()),
                Some([down, right]) => {
                    let step = |by: i64, back: &'static str, on: &'static str| if by < 0 { back } else { on };
                    self.press_times(step(down, "ArrowUp", "ArrowDown"), down.unsigned_abs() as usize).await?;
                    self.press_times(step(right, "ArrowLeft", "ArrowRight"), right.unsigned_abs() as usize).await?;
                }
                None => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Goes to a cell, types over what stands there, and leaves it by Enter.
    pub async fn type_at(&self, cell: &str, text: &str) -> Done {
        self.to_cell(cell).await?;
        self.type_text(text).await?;
        self.press("Enter").await
    }

    /// Waits until no row of the sheet is called this.
    pub async fn no_row(&self, name: &str) -> Done {
        let script = "return ![...document.querySelectorAll('[role=grid] [data-column]')]
            .some((cell) => (cell.getAttribute('aria-label') ?? '').startsWith(`${arguments[0]}, `))";
        self.until_with(&format!("the row »{name}« to go"), script, vec![name.into()]).await
    }

    /// Puts a text on the clipboard as a person copies it from another program: written somewhere, selected, Ctrl+C.
    pub async fn copy(&self, text: &str) -> Done {
        let write = "const from = document.activeElement;
            const field = document.createElement('textarea');
            field.id = 'elsewhere';
            field.value = arguments[0];
            window.journeyFocus = from;
            document.body.append(field);
            field.focus();
            field.select();";
        self.script(write, vec![text.into()]).await?;
        self.press("Control+c").await?;
        let back = "document.getElementById('elsewhere').remove(); window.journeyFocus.focus();";
        self.script(back, vec![]).await.map(drop)
    }
}
