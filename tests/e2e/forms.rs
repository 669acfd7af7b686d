//! Forms and what people type into them: wrong amounts and dates, quotes, emoji, very long texts, and two who write at once.

use crate::harness::{Done, Home, Start, Window, journey};
use rusqlite::Connection;
use std::path::Path;
use tilsagn_core::applications::Stage;

const TITLE: &str = "Aktive børn";
const ODD: &str = r#"»Børn« & "unge" <b>'s</b> 👩‍👩‍👧‍👦 مرحبا; DROP TABLE--"#;

fn start() -> Start {
    let home = Home::default();
    let file = home.with_applications(&[(TITLE, Stage::Drafting)]).expect("a file with an application can be made");
    Start { home, ..Start::on(&file) }
}

/// Opens the application, and the form that corrects it.
async fn correct(window: &Window) -> Done {
    window.palette(TITLE, TITLE).await?;
    window.role("tablist", "").await?;
    window.press("Control+e").await?;
    window.role("form", "Ret ansøgningen").await.map(drop)
}

/// A column of the one application, past the program.
fn kept(file: &Path, column: &str) -> Done<String> {
    Ok(Connection::open(file)?.query_row(&format!("SELECT {column} FROM application"), [], |row| row.get(0))?)
}

impl Window {
    /// Puts a text into a field at once, as a paste does.
    async fn paste(&self, field: &str, text: &str) -> Done {
        self.tab_into(field).await?;
        let script = "const one = document.activeElement;
            const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value').set;
            set.call(one, arguments[0]);
            one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
        self.script(script, vec![text.into()]).await.map(drop)
    }
}

#[test]
fn refused_at_the_field_or_kept_exactly() {
    journey("forms", start(), async |window| {
        correct(window).await?;
        window.write("Titel", ODD).await?;
        window.write("Ansøgt beløb, kr.", "1,7 mia. euro").await?;
        window.write("Projektet slutter", "31. juni 2020").await?;
        window.press("Control+Enter").await?;
        let wrong = "return document.activeElement.getAttribute('aria-invalid') === 'true'";
        window.until("the focus at what is wrong", wrong).await?;
        window.holds("Titel", ODD).await?;
        window.holds("Ansøgt beløb, kr.", "1,7 mia. euro").await?;
        window.holds("Projektet slutter", "31. juni 2020").await?;
        window.look("forms-wrong").await?;
        assert_eq!(kept(&window.file(), "title")?, TITLE);

        // Another tab and back: what was typed is still there.
        window.click("tab", "Noter").await?;
        window.role("tabpanel", "Noter").await?;
        window.click("tab", "Overblik").await?;
        window.holds("Titel", ODD).await?;

        window.css("form[aria-label='Ret ansøgningen'] input").await?.click().await?;
        let long = "æ".repeat(9_999) + "🎈";
        window.paste("Formål", &long).await?;
        window.write("Projektet slutter", "30.6.2020").await?;
        window.write("Ansøgt beløb, kr.", "1,7 mio.").await?;
        window.sees("1.700.000 kr.").await?;
        window.press("Control+Enter").await?;
        window.gone("form", "Ret ansøgningen").await?;
        assert_eq!(kept(&window.file(), "title")?, ODD);
        assert_eq!(kept(&window.file(), "purpose")?, long);
        window.look("forms-kept").await
    });
}

#[test]
fn someone_else_was_first() {
    journey("forms-conflict", start(), async |window| {
        correct(window).await?;
        window.write("Formål", "Flere børn i bevægelse").await?;
        // Bo changes the same application meanwhile, from another program.
        let other = Connection::open(window.file())?;
        let done = "
            BEGIN IMMEDIATE;
            INSERT INTO operation (at, actor, kind, schema_version)
                SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'Bo Madsen', 'application.save', max(schema_version) FROM operation;
            INSERT INTO operation_change (operation_id, position, table_name, row_id, before, after)
                SELECT (SELECT max(id) FROM operation), 0, 'application', row_id, after,
                    json_set(after, '$.purpose', 'Bos formål', '$.version', 2)
                FROM operation_change WHERE table_name = 'application';
            UPDATE application SET purpose = 'Bos formål', version = version + 1;
            COMMIT;";
        other.execute_batch(done)?;
        window.press("Control+Enter").await?;
        window.sees("Bo Madsen").await?;
        window.holds("Formål", "Flere børn i bevægelse").await?;
        assert_eq!(kept(&window.file(), "purpose")?, "Bos formål");
        window.look("forms-conflict").await
    });
}
