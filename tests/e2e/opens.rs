//! The first start: nothing to set up, and the register is there.

use crate::harness::{Start, journey};

#[test]
fn the_register_is_there_at_the_first_start() {
    journey("opens", Start::default(), async |window| {
        window.role("grid", "Initiativer").await?;
        // Every initiative is a row, and so are the headings, sums and the header; only those on screen are in the page.
        window
            .until("117 initiatives in the grid", "return Number(document.querySelector('[role=grid]').ariaRowCount) > 117")
            .await?;
        window.sees("Børnerådets Børneportal").await?;
        window.axe().await?;
        window.picture("opens").await?;
        Ok(())
    });
}
