//! The entries of a calendar file this program wrote before.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};

/// An entry as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The whole of it, with the ends of its lines.
    pub text: String,
    /// Its SEQUENCE.
    pub sequence: u32,
    /// Its DTSTAMP.
    pub stamped: DateTime<Utc>,
    /// Its line DTSTART.
    pub start: String,
    /// Whether it is called off.
    pub cancelled: bool,
}

/// The entries by their UID. One that is not as this program writes it is none: it is written anew.
pub fn earlier(file: &str) -> HashMap<String, Earlier> {
    let mut found = HashMap::new();
    for block in file.split("BEGIN:VEVENT\r\n").skip(1) {
        let Some((block, _)) = block.split_once("END:VEVENT\r\n") else { continue };
        let text = format!("BEGIN:VEVENT\r\n{block}END:VEVENT\r\n");
        let lines = block.replace("\r\n ", "");
        let value = |name: &str| lines.split("\r\n").find_map(|line| line.strip_prefix(name));
        let stamped = value("DTSTAMP:").and_then(|at| NaiveDateTime::parse_from_str(at, "%Y%m%dT%H%M%SZ").ok());
        let (Some(uid), Some(stamped)) = (value("UID:"), stamped) else { continue };
        let entry = Earlier {
            sequence: value("SEQUENCE:").and_then(|number| number.parse().ok()).unwrap_or_default(),
            stamped: stamped.and_utc(),
            start: block.split_inclusive("\r\n").find(|line| line.starts_with("DTSTART")).unwrap_or_default().to_owned(),
            cancelled: value("STATUS:") == Some("CANCELLED"),
            text,
        };
        found.insert(uid.replace('\\', ""), entry);
    }
    found
}
