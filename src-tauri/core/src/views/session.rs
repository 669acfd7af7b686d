//! What the window needs before any screen: who, which file, how it looks.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::Error;
use crate::views::{CalendarFile, MunicipalityChoice};
use crate::words::Language;

/// The start of the window.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// The program's version.
    pub version: String,
    /// How this person wants the program.
    pub preferences: Preferences,
    /// The data file.
    pub file: FileView,
    /// The municipality looked at; null while none is chosen.
    pub municipality: Option<MunicipalityChoice>,
    /// Those that have something in the file, and the chosen one, in Danish order.
    pub municipalities: Vec<MunicipalityChoice>,
    /// Whether the file is the example.
    pub example: bool,
}

/// The data file as it was opened, or why it was not.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// Its full path.
    pub path: String,
    /// Its size in bytes.
    pub bytes: f64,
    /// How it is open.
    pub access: FileAccess,
    /// Why it is not open, or not for writing.
    pub problem: Option<Error>,
    /// What the person can do about the problem.
    pub choices: Vec<OpenMode>,
    /// When the last automatic or asked-for backup was made, UTC; null when there is none.
    pub last_backup: Option<String>,
}

/// How the data file is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileAccess {
    /// Reading and writing.
    Write,
    /// A copy is read; nothing can be changed.
    ReadOnly,
    /// Not open.
    Refused,
}

/// How to open a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OpenMode {
    /// For writing.
    Write,
    /// To look only.
    ReadOnly,
    /// Copy it to this machine's own folder and open the copy for writing.
    CopyHere,
}

/// A backup of the data file.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Its full path.
    pub path: String,
    /// When it was made, UTC, as `2019-03-12T14:05:09Z`.
    pub at: String,
    /// Its size in bytes.
    pub bytes: f64,
}

/// What a check of the file found.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// What was checked and found right, as sentences.
    pub passed: Vec<String>,
    /// What is wrong.
    pub failed: Vec<Error>,
}

/// How a person wants the program. Kept beside the program's settings, not in the data file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// The person's name, kept with every change.
    pub name: String,
    /// Language of the screen.
    pub language: Language,
    /// Light, dark or as the system.
    pub theme: Theme,
    /// Row height.
    pub density: Density,
    /// Unit amounts are shown in.
    pub unit: Unit,
    /// Official code of the person's municipality, for the estimated share; empty when not chosen.
    pub municipality_code: String,
    /// Columns of the register, in order, that are shown; empty means the usual ones.
    pub columns: Vec<String>,
    /// Width of the detail beside the register, in pixels.
    pub detail_width: u32,
    /// Whether the program tells of days by the desktop's notifications.
    pub notifications: bool,
    /// The calendar files this person keeps.
    pub calendar_files: Vec<CalendarFile>,
    /// The day the overview was last looked at, for what was decided since; empty before the first time.
    pub overview_seen: String,
}

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            name: String::new(),
            language: Language::Da,
            theme: Theme::System,
            density: Density::Compact,
            unit: Unit::Mio,
            municipality_code: String::new(),
            columns: Vec::new(),
            detail_width: 360,
            notifications: true,
            calendar_files: Vec::new(),
            overview_seen: String::new(),
        }
    }
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Row height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// 32 px.
    Compact,
    /// 40 px.
    Comfortable,
}

/// Unit amounts are shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Millions of kroner.
    Mio,
    /// Kroner.
    Kr,
}

/// The reply to a change: the new view, and which kinds of thing changed so that what shows them is loaded again.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Changed<T> {
    /// The new view.
    pub view: T,
    /// Tables that changed.
    pub changed: Vec<String>,
}

/// What undo or redo did.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UndoView {
    /// The kind of operation undone or done again; null when there was none.
    pub kind: Option<String>,
    /// What it was about: an initiative's number, a municipality's name.
    pub record: String,
}
