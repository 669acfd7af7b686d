//! What is in the file already, looked up by what a sheet calls it.

use std::collections::{BTreeMap, HashMap};

use crate::fold::fold;
use crate::import::intake::values::Value;
use crate::views::{IntakeField, IntakeTarget};

/// An initiative.
#[derive(Clone, Debug)]
pub struct KnownInitiative {
    /// Row id.
    pub id: u32,
    /// Number in the agreement.
    pub number: u32,
    /// Title.
    pub title: String,
}

/// A pool.
#[derive(Clone, Debug)]
pub struct KnownPool {
    /// Row id.
    pub id: u32,
    /// Short key.
    pub key: String,
    /// Title.
    pub title: String,
    /// Who gives.
    pub funder: String,
    /// Its initiative's number.
    pub initiative: Option<u32>,
    /// Whether a person added it.
    pub own: bool,
}

/// A department, committee or person.
#[derive(Clone, Debug)]
pub struct KnownName {
    /// Row id.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Short name; may be empty.
    pub short_name: String,
}

/// An application.
#[derive(Clone, Debug)]
pub struct KnownApplication {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: String,
    /// Who gives: the fund, or the pool's authority.
    pub funder: String,
    /// Number in the case system.
    pub journal_number: String,
}

/// All that a sheet can name.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Initiatives of the newest agreement.
    pub initiatives: Vec<KnownInitiative>,
    /// Pools.
    pub pools: Vec<KnownPool>,
    /// Departments of the municipality.
    pub departments: Vec<KnownName>,
    /// Its committees.
    pub committees: Vec<KnownName>,
    /// Its people.
    pub people: Vec<KnownName>,
    /// Its applications.
    pub applications: Vec<KnownApplication>,
}

/// A name to compare by: folded, with single spaces.
fn key(text: &str) -> String {
    let [folded, _] = fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is known, by folded name. Of two that are called the same the first counts.
pub struct Index<'a> {
    known: &'a Known,
    target: IntakeTarget,
    pools: HashMap<u32, usize>,
    applications: HashMap<u32, usize>,
    pools_by_name: HashMap<String, usize>,
    initiatives: HashMap<u32, usize>,
    names: HashMap<(IntakeField, String), u32>,
    same: HashMap<String, u32>,
}

impl<'a> Index<'a> {
    pub fn new(known: &'a Known, target: IntakeTarget) -> Index<'a> {
        let mut index = Index {
            known,
            target,
            pools: known.pools.iter().enumerate().map(|(place, pool)| (pool.id, place)).collect(),
            applications: known.applications.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            pools_by_name: pools_by_name(&known.pools),
            initiatives: known.initiatives.iter().enumerate().map(|(place, row)| (row.number, place)).collect(),
            names: HashMap::new(),
            same: HashMap::new(),
        };
        let offices = [
            (IntakeField::Department, &known.departments),
            (IntakeField::Committee, &known.committees),
            (IntakeField::Owner, &known.people),
        ];
        for (field, rows) in offices {
            // A name goes before another's short name.
            for name in rows.iter().map(|row| (&row.name, row.id)).chain(rows.iter().map(|row| (&row.short_name, row.id))) {
                index.names.entry((field, key(name.0))).or_insert(name.1);
            }
        }
        match target {
            IntakeTarget::Pools => {
                for pool in &known.pools {
                    let identities =
                        [Some(titled(&pool.title, &pool.funder)), pool.initiative.map(|number| numbered(number, &pool.title))];
                    index.add(identities.into_iter().flatten(), pool.id);
                }
            }
            IntakeTarget::Applications => {
                for row in &known.applications {
                    let journal = Some(&row.journal_number).filter(|number| !number.is_empty());
                    let identities = journal.map(|number| journalised(number)).into_iter();
                    index.add(identities.chain([titled(&row.title, &row.funder)]), row.id);
                }
            }
        }
        index
    }

    fn add(&mut self, identities: impl Iterator<Item = String>, id: u32) {
        for identity in identities {
            self.same.entry(identity).or_insert(id);
        }
    }

    pub fn pool(&self, id: u32) -> Option<&KnownPool> {
        self.pools.get(&id).and_then(|place| self.known.pools.get(*place))
    }

    /// A pool by its key, its title, or the number of the initiative whose only pool it is.
    pub fn pool_named(&self, text: &str) -> Option<&KnownPool> {
        self.pools_by_name.get(&key(text)).and_then(|place| self.known.pools.get(*place))
    }

    pub fn initiative(&self, number: u32) -> Option<&KnownInitiative> {
        self.initiatives.get(&number).and_then(|place| self.known.initiatives.get(*place))
    }

    /// The numbers there are: `1–117`.
    pub fn numbers(&self) -> String {
        let numbers = || self.known.initiatives.iter().map(|initiative| initiative.number);
        format!("{}–{}", numbers().min().unwrap_or(0), numbers().max().unwrap_or(0))
    }

    /// The key and title of a pool, for an example.
    pub fn some_pool(&self) -> String {
        self.known.pools.first().map(|pool| format!("{} / {}", pool.key, pool.title)).unwrap_or_default()
    }

    /// A department, committee or person by name or short name.
    pub fn named(&self, field: IntakeField, text: &str) -> Option<u32> {
        self.names.get(&(field, key(text))).copied()
    }

    /// What tells a row from others of its kind, the surest first.
    pub fn identities(&self, values: &BTreeMap<IntakeField, Value>) -> Vec<String> {
        let text = |field: IntakeField| values.get(&field).and_then(Value::text);
        let Some(title) = text(IntakeField::Title) else { return Vec::new() };
        let pool = values.get(&IntakeField::Pool).and_then(Value::pool).and_then(|id| self.pool(id));
        let funders = [text(IntakeField::Funder), pool.map(|pool| pool.funder.as_str())];
        let by_title = funders.into_iter().flatten().map(|funder| titled(title, funder));
        let first = match self.target {
            IntakeTarget::Pools => {
                values.get(&IntakeField::Initiative).and_then(Value::initiative).map(|number| numbered(number, title))
            }
            IntakeTarget::Applications => text(IntakeField::JournalNumber).map(journalised),
        };
        first.into_iter().chain(by_title).collect()
    }

    /// The record that is the same as a row.
    pub fn same(&self, values: &BTreeMap<IntakeField, Value>) -> Option<u32> {
        self.identities(values).iter().find_map(|identity| self.same.get(identity)).copied()
    }

    /// What a person calls a record of the target's kind.
    pub fn called(&self, id: u32) -> String {
        match self.target {
            IntakeTarget::Pools => self.pool(id).map(|pool| pool.title.clone()),
            IntakeTarget::Applications => {
                self.applications.get(&id).and_then(|place| self.known.applications.get(*place)).map(|row| row.title.clone())
            }
        }
        .unwrap_or_default()
    }
}

fn pools_by_name(pools: &[KnownPool]) -> HashMap<String, usize> {
    let mut named = HashMap::new();
    let mut of_initiative: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, pool) in pools.iter().enumerate() {
        named.entry(key(&pool.key)).or_insert(place);
        named.entry(key(&pool.title)).or_insert(place);
        if let Some(number) = pool.initiative {
            of_initiative.entry(number).or_default().push(place);
        }
    }
    for (number, places) in of_initiative {
        if let [place] = places[..] {
            named.entry(number.to_string()).or_insert(place);
        }
    }
    named
}

fn titled(title: &str, funder: &str) -> String {
    format!("title {}\n{}", key(title), key(funder))
}

fn numbered(number: u32, title: &str) -> String {
    format!("initiative {number}\n{}", key(title))
}

fn journalised(number: &str) -> String {
    format!("journal {}", key(number))
}
