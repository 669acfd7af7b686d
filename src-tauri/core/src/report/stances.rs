//! Pools with the administration's stance on them, for one who has a few minutes.

use crate::pools::Stance;
use crate::report::made::{body, count, filled_in, numbers, said, texts};
use crate::report::{Block, Cell};
use crate::views::{PoolStanding, PoolView};
use crate::words::Language;

/// How many pools there are of each stance; those that await something by title, the others by number. A pool that rests on the one it
/// lies inside is counted with that.
pub fn stances(pools: &[(PoolView, PoolStanding)], language: Language) -> Vec<Block> {
    let title = said("stances", language);
    let of =
        |stance: Stance| pools.iter().filter(move |(_, standing)| standing.stance == Some(stance) && standing.rests_on.is_none());
    let rows = Stance::ALL.iter().filter(|stance| of(**stance).next().is_some()).map(|stance| {
        let named = of(*stance).map(|(pool, _)| name(pool, awaits(*stance), language));
        let named = named.collect::<Vec<_>>().join("; ");
        body(vec![Cell::text(stance.word(language)), count(of(*stance).count()), Cell::text(named)])
    });
    let columns = vec![
        texts(said("col_assessment", language), 14),
        numbers(said("col_count", language), 8),
        texts(said("col_pools", language), 78),
    ];
    let rows: Vec<_> = rows.collect();
    let content = match rows.is_empty() {
        true => Block::paragraph(said("no_stances", language)),
        false => Block::Table(filled_in(title, columns, rows, String::new())),
    };
    vec![Block::heading(2, title), content]
}

/// Whether something is to come before it can be said whether to apply.
const fn awaits(stance: Stance) -> bool {
    matches!(stance, Stance::AwaitingDetails | Stance::Unclear)
}

/// »91 Idræt …«, or its number alone; a pool of no initiative by its title.
fn name(pool: &PoolView, in_full: bool, language: Language) -> String {
    let title = pool.title.in_language(language);
    match &pool.initiative {
        Some(initiative) if in_full => format!("{} {title}", initiative.number),
        Some(initiative) => initiative.number.to_string(),
        None => title.to_owned(),
    }
}
