//! The pools of a paper.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::budgets::Terms;
use crate::error::Result;
use crate::money::Money;
use crate::pools::Assessment;
use crate::report::case::{AgreementFacts, ApplicationFacts, PoolFacts};
use crate::store::plans::Calls;
use crate::store::pools::{Of, load_pools};
use crate::store::records::records;
use crate::store::row;
use crate::views::PoolView;

/// The pools a case asks about, in that order, and after them those its applications are to; as they stood on a day.
pub(super) fn load(
    conn: &Connection,
    municipality: u32,
    asked: &[u32],
    applications: &[ApplicationFacts],
    as_of: NaiveDate,
) -> Result<Vec<PoolFacts>> {
    let by_then = params![municipality, as_of.to_string()];
    // The later of two takes the place of the earlier.
    let assessments: HashMap<u32, Assessment> =
        records(conn, "WHERE municipality_id = ?1 AND assessed_on <= ?2 ORDER BY assessed_on, id", by_then)?
            .into_iter()
            .map(|one: Assessment| (one.pool_id, one))
            .collect();
    let terms: Vec<Terms> = records(conn, "WHERE municipality_id = ?1 AND pool_id IS NOT NULL", [municipality])?;
    let calls = Calls::load(conn, as_of)?;
    let origins = origins(conn)?;
    let amounts = amounts(conn)?;
    let views: HashMap<u32, PoolView> = load_pools(conn, Of::All, as_of)?.into_iter().map(|pool| (pool.id, pool)).collect();
    let facts = |id: u32, is_asked: bool| {
        let view = views.get(&id)?;
        let origin = origins.get(&id).cloned().unwrap_or_default();
        let printed = view.initiative.as_ref().and_then(|it| amounts.get(&it.id)).cloned();
        let printed = printed.unwrap_or_else(|| Printed {
            years: view.years.iter().map(|year| (year.year, year.amount)).collect(),
            total: view.amount,
            permanent: None,
        });
        let assessment = assessments.get(&id).or_else(|| assessments.get(&view.parent_id?));
        let next = calls.ahead_or_missed(Some(id), None, as_of, None);
        let of_terms = |pool: u32| terms.iter().find(|terms| terms.pool_id == Some(pool) && !terms.title.is_empty());
        Some(PoolFacts {
            id,
            asked: is_asked,
            title: view.title.da.clone(),
            initiative: view.initiative.as_ref().map(|it| it.number),
            initiative_title: origin.initiative_title,
            area: origin.area,
            summary: origin.summary,
            price_level: match (&origin.agreement, view.initiative.is_some()) {
                (Some(agreement), true) => Some(agreement.price_level),
                _ => view.price_level,
            },
            agreement: origin.agreement,
            years: printed.years,
            total: printed.total,
            permanent: printed.permanent,
            amount: view.amount,
            authority: view.authority.clone(),
            deadline: next.as_ref().map(|call| call.on),
            deadline_time: next.and_then(|call| call.time),
            answer_expected: view.calls.iter().find_map(|call| call.answer_expected),
            legal_basis: of_terms(id).or_else(|| of_terms(view.parent_id?)).map(|it| it.title.clone()).unwrap_or_default(),
            assessment: assessment.map(|it| it.text.clone()).unwrap_or_default(),
        })
    };
    let others = applications.iter().filter_map(|it| it.application.pool_id).filter(|pool| !asked.contains(pool));
    let mut pools: Vec<PoolFacts> = asked.iter().filter_map(|pool| facts(*pool, true)).collect();
    for pool in others {
        if pools.iter().all(|known| known.id != pool) {
            pools.extend(facts(pool, false));
        }
    }
    Ok(pools)
}

/// Where a pool comes from.
#[derive(Clone, Default)]
struct Origin {
    initiative_title: String,
    area: String,
    summary: String,
    agreement: Option<AgreementFacts>,
}

/// By pool.
fn origins(conn: &Connection) -> Result<HashMap<u32, Origin>> {
    const SQL: &str = "SELECT pool.id, coalesce(initiative.title_da, ''), coalesce(name_da, ''), coalesce(summary, ''), \
                       agreement.id, agreement.title_da, agreement.date, agreement.price_level, first_year, last_year, \
                       (SELECT amount_oere FROM agreement_amount WHERE agreement_amount.agreement_id = agreement.id AND period = 'total') \
                       FROM pool LEFT JOIN initiative ON initiative.id = initiative_id LEFT JOIN area ON area.id = area_id \
                       LEFT JOIN agreement ON agreement.id = pool.agreement_id";
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([])?;
    let mut found = HashMap::new();
    while let Some(r) = rows.next()? {
        let agreement = match r.get::<_, Option<u32>>(4)? {
            Some(id) => Some(AgreementFacts {
                id,
                title: r.get(5)?,
                agreed_on: row::date(r, 6)?,
                price_level: r.get(7)?,
                first_year: r.get(8)?,
                last_year: r.get(9)?,
                total: row::money(r, 10)?,
            }),
            None => None,
        };
        let origin = Origin { initiative_title: r.get(1)?, area: r.get(2)?, summary: r.get(3)?, agreement };
        found.insert(r.get(0)?, origin);
    }
    Ok(found)
}

/// The amounts of an initiative.
#[derive(Clone, Default)]
struct Printed {
    years: Vec<(i32, Money)>,
    total: Option<Money>,
    permanent: Option<Money>,
}

/// As printed, by initiative.
fn amounts(conn: &Connection) -> Result<HashMap<u32, Printed>> {
    let mut statement = conn.prepare_cached("SELECT initiative_id, period, amount_oere FROM year_amount ORDER BY period")?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<u32, Printed> = HashMap::new();
    while let Some(r) = rows.next()? {
        let (period, amount): (String, Money) = (r.get(1)?, Money::from_oere(r.get(2)?));
        let of = found.entry(r.get(0)?).or_default();
        match (period.as_str(), period.parse()) {
            ("total", _) => of.total = Some(amount),
            ("permanent", _) => of.permanent = Some(amount),
            (_, Ok(year)) => of.years.push((year, amount)),
            _ => {}
        }
    }
    Ok(found)
}
