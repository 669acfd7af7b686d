//! Writing papers to files by the export dialog.

use super::{Done, Window};
use serde_json::json;
use std::path::Path;

/// The format that is chosen, as its label begins.
const FORMAT: &str =
    "return document.querySelector('[role=dialog] input[type=radio]:checked')?.closest('label').innerText.trim() ?? ''";

/// How the dialog shows the paper: its headings, tables and figures, or the names of the files.
const SHOWN: &str = "[role=dialog] section[tabindex]";

impl Window {
    /// Opens the dialog of a kind of paper by the palette, and waits until it shows something.
    pub async fn export(&self, paper: &str) -> Done {
        let action = format!("Eksportér: {paper}");
        self.palette_into(&action).await?;
        self.export_shown().await
    }

    /// Waits until the dialog of an export is there and shows the paper.
    pub async fn export_shown(&self) -> Done {
        let there = "const shown = document.querySelector(arguments[0]);
            return shown !== null && shown.innerText.trim() !== '' && !/Henter/.test(shown.innerText);";
        self.until_with("the paper in the dialog", there, vec![json!(SHOWN)]).await
    }

    /// What the dialog shows of the paper, its spaces made single.
    pub async fn export_says(&self) -> Done<String> {
        Ok(self.texts(SHOWN).await?.join(" "))
    }

    /// Goes to a format by the arrows.
    pub async fn in_format(&self, format: &str) -> Done {
        let on_formats = "return document.activeElement.type === 'radio'";
        for _ in 0..60 {
            if self.script(on_formats, vec![]).await? == json!(true) {
                break;
            }
            self.press("Tab").await?;
        }
        for _ in 0..8 {
            let now = self.script(FORMAT, vec![]).await?;
            if now.as_str().is_some_and(|now| now.starts_with(format)) {
                return Ok(());
            }
            self.press("ArrowDown").await?;
        }
        Err(format!("the arrows do not come to the format »{format}«").into())
    }

    /// Types the path, saves, and waits until it is said that the file lies there.
    pub async fn save_to(&self, path: &Path) -> Done {
        self.write("Fil", &path.display().to_string()).await?;
        self.press("Control+Enter").await?;
        self.sees(&format!("Filen ligger i {}", path.display())).await
    }

    /// Closes the dialog; the keyboard comes back to the page.
    pub async fn export_done(&self) -> Done {
        self.press("Escape").await?;
        self.gone("dialog", "").await
    }
}

/// Fails unless the file begins as a file of its format does.
pub fn is_written(path: &Path) -> Done {
    let begins: &[u8] = match path.extension().and_then(|ending| ending.to_str()) {
        Some("docx" | "xlsx" | "zip") => b"PK\x03\x04",
        Some("pdf") => b"%PDF-",
        Some("ics") => b"BEGIN:VCALENDAR",
        Some("json") => b"{",
        // The mark by which Excel knows UTF-8.
        Some("csv") => b"\xef\xbb\xbf",
        other => return Err(format!("nobody knows how {other:?} begins").into()),
    };
    let content = std::fs::read(path)?;
    if content.starts_with(begins) { Ok(()) } else { Err(format!("{} is not what it says", path.display()).into()) }
}
