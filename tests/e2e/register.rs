//! The register by mouse: open, filter, search, sort, prices, columns, saved views, copying.

use crate::harness::{Done, Home, Line, Start, Window, journey};
use chrono::NaiveDate;
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::views::RegisterView;
use tilsagn_core::{fold, seed};

/// The names of the columns of amounts.
const YEARS: [&str; 4] = ["2019", "2020", "2021", "2022"];
pub const TOTAL: &str = "I alt 2019-22";
pub const PERMANENT: &str = "Varigt, pr. år";

/// What the core says of the built-in agreement, in the prices of a year.
pub fn register(price_level: Option<i32>) -> Done<RegisterView> {
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no such day")?;
    let store = seed::built_in(&Home::default().environment()).map_err(|error| format!("{error:?}"))?;
    store.register(None, price_level, today, None).map_err(|error| format!("{error:?}").into())
}

/// The numbers of the initiatives that are so.
fn those(view: &RegisterView, wanted: impl Fn(&tilsagn_core::views::InitiativeRow) -> bool) -> Vec<u32> {
    view.initiatives.iter().filter(|row| wanted(row)).map(|row| row.number).collect()
}

/// Searches by the field.
pub async fn search(window: &Window, text: &str) -> Done {
    window.fill("searchbox", SEARCH, text).await
}
pub const SEARCH: &str = "Søg i titel, resumé, myndighed, konto …";

/// Waits until the register is on screen, whole.
pub async fn opened(window: &Window) -> Done {
    window.role("grid", "Initiativer").await?;
    window.shows(117).await
}

#[test]
fn the_register_is_there_at_the_first_start() {
    journey("opens", Start::default(), async |window| {
        opened(window).await?;
        // Every initiative is a row, and so are the headings, sums and the header; only those on screen are in the page.
        window
            .until("117 initiatives in the grid", "return Number(document.querySelector('[role=grid]').ariaRowCount) > 117")
            .await?;
        let foot = window.foot().await?;
        let sums = YEARS.iter().chain([&TOTAL, &PERMANENT]).map(|column| foot.cell(column)).collect::<Vec<_>>();
        assert_eq!(sums, ["819,8", "828,8", "826,3", "842,0", "3.316,9", "398,7"]);
        assert!(foot.heading.is_some_and(|heading| heading.contains("stemmer med aftalen")));
        window.axe().await?;
        window.picture("opens").await?;
        Ok(())
    });
}

#[test]
fn what_the_municipality_can_apply_for() {
    journey("can-apply", Start { size: (1920, 1080), ..Start::default() }, async |window| {
        opened(window).await?;
        window.click("button", "Kommunen kan søge").await?;
        let can = |answer: CanApply| matches!(answer, CanApply::Yes | CanApply::Partner);
        let expected = those(&register(None)?, |row| can(row.can_apply) || row.pool_can_apply.is_some_and(can));
        window.shows(expected.len()).await?;
        for line in window.lines().await?.iter().filter(|line| line.number().is_some()) {
            let answer = line.cell("Kommunen kan søge").to_lowercase();
            assert!(answer.contains("ja") || answer.contains("partner"), "{:?} says »{answer}«", line.number());
        }
        let area = window.group("Socialområdet").await?.heading.unwrap_or_default();
        assert!(area.contains("vist: ") && !area.contains("stemmer"), "{area}");
        window.axe().await?;
        window.picture("can-apply").await?;
        window.click("button", "Kommunen kan søge").await?;
        window.shows(117).await
    });
}

#[test]
fn a_search_forgives_spelling() {
    journey("search", Start::default(), async |window| {
        opened(window).await?;
        let view = register(None)?;
        for text in ["boern", "BØRN", "born"] {
            search(window, text).await?;
            window.shows(those(&view, |row| fold::finds(&row.search, text)).len()).await?;
        }
        search(window, "boern").await?;
        search(window, "boerneraadets").await?;
        window.shows(1).await?;
        let lines = window.lines().await?;
        let found: Vec<&Line> = lines.iter().filter(|line| line.number().is_some()).collect();
        assert_eq!(found.len(), 1);
        assert!(found[0].cell("Initiativ").starts_with("Børnerådets Børneportal"), "{:?}", found[0]);
        search(window, "boern").await?;
        window.until("more than one again", "return document.querySelectorAll('[role=grid] [role=row]').length > 10").await?;
        window.axe().await?;
        window.picture("search").await?;

        search(window, "kvantecomputer").await?;
        window.sees("Ingen initiativer passer").await?;
        window.axe().await?;
        window.picture("search-nothing").await?;
        window.click("button", "Ryd søgning og filtre").await?;
        window.shows(117).await
    });
}

#[test]
fn sorted_by_a_year_within_each_group() {
    journey("sort", Start { size: (1920, 1080), ..Start::default() }, async |window| {
        opened(window).await?;
        let before = window.numbers().await?;
        window.click("columnheader", "2020").await?;
        window.sorted("2020", "descending").await?;
        window.sorted("2019", "none").await?;
        assert!(in_order(&window.lines().await?, |before, after| before >= after)?, "largest first");
        window.axe().await?;
        window.picture("sort").await?;
        window.click("columnheader", "2020").await?;
        window.sorted("2020", "ascending").await?;
        assert!(in_order(&window.lines().await?, |before, after| before <= after)?, "smallest first");
        window.click("columnheader", "2020").await?;
        window.sorted("2020", "none").await?;
        assert_eq!(window.numbers().await?, before);
        Ok(())
    });
}

/// Whether the figures of 2020 follow one another so within every group; a dash stands last either way.
fn in_order(lines: &[Line], follows: impl Fn(i64, i64) -> bool) -> Done<bool> {
    let mut last: Option<Option<i64>> = None;
    let mut figures = 0;
    for line in lines {
        if line.number().is_none() {
            last = None;
            continue;
        }
        let here = line.tenths("2020")?;
        figures += 1;
        let good = match (last, here) {
            (Some(Some(before)), Some(after)) => follows(before, after),
            (Some(None), Some(_)) => false,
            _ => true,
        };
        if !good {
            return Ok(false);
        }
        last = Some(here);
    }
    Ok(figures > 15)
}

#[test]
fn sums_follow_the_filter_and_say_when_they_are_the_agreements() {
    journey("sums", Start { size: (1920, 1080), ..Start::default() }, async |window| {
        opened(window).await?;
        search(window, "beskæftigelse").await?;
        window.sees_no("117 af 117").await?;
        window.until("few rows", "return document.querySelectorAll('[role=grid] [role=row]').length < 40").await?;
        let lines = window.lines().await?;
        let foot = window.foot().await?;
        for column in YEARS.iter().chain([&TOTAL, &PERMANENT]) {
            let rows = lines.iter().filter(|line| line.number().is_some());
            let mut sum = 0;
            for row in rows {
                sum += row.tenths(column)?.unwrap_or_default();
            }
            assert_eq!(foot.tenths(column)?.unwrap_or_default(), sum, "{column}");
        }
        assert!(!foot.heading.unwrap_or_default().contains("stemmer"), "a part is not the whole");
        let text = "return document.querySelector('[role=grid]').innerText.includes('stemmer')";
        window.picture("sums").await?;
        // A whole area that no filter touches still is the agreement's: all of it is shown.
        window.click("button", "Ryd søgningen").await?;
        window.shows(117).await?;
        window.until("the mark that the sums are the agreement's", text).await?;
        window.click("button", "Socialområdet stemmer med aftalen").await?;
        window.until("the area to fold", "return document.querySelector('[role=grid] [aria-expanded=false]') !== null").await?;
        assert_eq!(window.group("Socialområdet").await?.cell("2019"), "283,8");
        assert_eq!(window.foot().await?.cell("2019"), "819,8");
        Ok(())
    });
}

#[test]
fn amounts_in_the_prices_of_another_year() {
    journey("prices", Start::default(), async |window| {
        opened(window).await?;
        window.choose("Prisniveau 2019-pl", "2025-pl").await?;
        window.sees("Omregnet til 2025-pl").await?;
        window.sees("oes.dk").await?;
        window.sees_no("stemmer med aftalen").await?;
        let view = register(Some(2025))?;
        let sum: i64 = view.initiatives.iter().filter_map(|row| row.amounts[0]).map(|amount| amount.oere()).sum();
        let tenths = (sum + 5_000_000) / 10_000_000;
        assert_eq!(window.foot().await?.tenths("2019")?, Some(tenths));
        assert!(tenths > 8198, "prices have risen");
        window.axe().await?;
        window.picture("prices").await?;
        window.click("button", "Tilbage til 2019-pl").await?;
        window.sees("stemmer med aftalen").await?;
        window.sees_no("Omregnet til").await?;
        assert_eq!(window.foot().await?.cell("2019"), "819,8");

        window.choose("Enhed mio. kr.", "kr.").await?;
        window.sees("819.800.000").await?;
        window.picture("kroner").await?;
        Ok(())
    });
}

#[test]
fn columns_are_chosen_and_remembered() {
    journey("columns", Start::default(), async |window| {
        opened(window).await?;
        window.click("button", "Kolonner").await?;
        window.click("checkbox", "Mekanisme").await?;
        window.gone("columnheader", "Mekanisme").await?;
        window.click("checkbox", "Ansvarlig myndighed").await?;
        window.role("checkbox", "Ansvarlig myndighed").await?;
        window.axe().await?;
        window.picture("columns").await?;
        window.press("Escape").await?;
        window.role("columnheader", "Ansvarlig myndighed").await?;
        window.restart().await?;
        opened(window).await?;
        window.role("columnheader", "Ansvarlig myndighed").await?;
        window.gone("columnheader", "Mekanisme").await?;
        window.click("button", "Kolonner").await?;
        window.click("button", "Vis de sædvanlige").await?;
        window.press("Escape").await?;
        window.role("columnheader", "Mekanisme").await.map(drop)
    });
}

#[test]
fn a_view_is_saved_found_again_and_deleted() {
    journey("views", Start::default(), async |window| {
        opened(window).await?;
        search(window, "ældre").await?;
        window.click("button", "DUT").await?;
        let count = those(&register(None)?, |row| row.dut && fold::finds(&row.search, "ældre")).len();
        window.shows(count).await?;
        window.menu("Visninger", "Gem som ny visning …").await?;
        window.role("dialog", "Gem visning").await?;
        window.fill("textbox", "Navn", "Ældre med DUT").await?;
        window.axe().await?;
        window.picture("views").await?;
        window.press("Enter").await?;
        window.sees("»Ældre med DUT« er gemt").await?;
        window.restart().await?;

        opened(window).await?;
        window.menu("Visninger", "Ældre med DUT").await?;
        window.shows(count).await?;
        window.menu("Visninger: Ældre med DUT", "Slet »Ældre med DUT«").await?;
        window.sees("»Ældre med DUT« er slettet").await?;
        window.menu("Visninger", "Alle initiativer").await?;
        window.shows(117).await?;
        window.click("button", "Visninger").await?;
        window.gone("menuitem", "Ældre med DUT").await
    });
}

#[test]
fn rows_are_copied_as_a_table() {
    journey("copy", Start::default(), async |window| {
        opened(window).await?;
        // What the program puts on the clipboard, told by the event itself: the clipboard of the page cannot be read.
        let listen = "addEventListener('copy', (event) => {
            window.copied = ['text/plain', 'text/html'].map((type) => event.clipboardData.getData(type));
        });";
        window.script(listen, vec![]).await?;
        search(window, "idræt").await?;
        window.sees_no("117 af 117").await?;
        window.press("ArrowDown").await?;
        window.until("the focus in the grid", "return document.activeElement.closest('[role=grid]') !== null").await?;
        window.press("Control+a").await?;
        window.sees("valgt").await?;
        let lines = window.lines().await?;
        window.picture("copy").await?;
        window.press("Control+c").await?;
        window.until("the copy", "return window.copied !== undefined").await?;
        let copied: Vec<String> = serde_json::from_value(window.script("return window.copied", vec![]).await?)?;
        let rows: Vec<Vec<&str>> = copied[0].split("\r\n").map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows[0][0..2], ["Nr.", "Initiativ"]);
        let year = rows[0].iter().position(|heading| heading.starts_with("2019")).ok_or("no 2019 was copied")?;
        assert_eq!(rows[0][year], "2019, mio. kr., 2019-pl");
        let shown: Vec<&Line> = lines.iter().filter(|line| line.number().is_some()).collect();
        assert_eq!(rows.len(), shown.len() + 1);
        for (row, line) in rows[1..].iter().zip(shown) {
            assert_eq!(row[0].parse().ok(), line.number());
            assert_eq!(row[1], line.cell("Initiativ"));
            let figure = if line.cell("2019") == "–" { "" } else { line.cell("2019") };
            assert_eq!(row[year], figure);
        }
        assert!(copied[1].contains("<table>"), "{}", copied[1]);
        Ok(())
    });
}
