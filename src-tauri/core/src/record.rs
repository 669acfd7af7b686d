//! Records as the file keeps them and as a form sends them: one declaration gives the struct, its columns and what must be filled
//! in. A record's money stands in a column that ends in `_oere`.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::calendar::{self, PartialDate};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;

/// The columns of a record by name.
pub type Columns = Map<String, Value>;

/// A record of a table a person edits.
pub trait Record: Sized {
    /// Its table.
    const TABLE: &'static str;

    /// Row id; 0 for one that is not saved yet.
    fn id(&self) -> u32;

    /// The version the person saw.
    fn version(&self) -> u32;

    /// Its content without id and version; texts without the blanks around them.
    fn columns(&self) -> Columns;

    /// From a whole row.
    ///
    /// # Errors
    /// `unforeseen` where a column does not hold what the schema promises.
    fn from_columns(columns: &Columns) -> Result<Self>;

    /// Whether what must be filled in is.
    ///
    /// # Errors
    /// `field_required`, naming the field as the screen knows it.
    fn check(&self) -> Result<()>;
}

/// A value that fits in a column.
pub trait Cell: Sized {
    /// As it is written.
    fn to_cell(&self) -> Value;

    /// As it was read; none where it is something else.
    fn from_cell(cell: &Value) -> Option<Self>;
}

impl Cell for String {
    fn to_cell(&self) -> Value {
        tidy(self).into()
    }

    fn from_cell(cell: &Value) -> Option<String> {
        cell.as_str().map(str::to_owned)
    }
}

impl Cell for u32 {
    fn to_cell(&self) -> Value {
        (*self).into()
    }

    fn from_cell(cell: &Value) -> Option<u32> {
        cell.as_u64().and_then(|number| u32::try_from(number).ok())
    }
}

impl Cell for i32 {
    fn to_cell(&self) -> Value {
        (*self).into()
    }

    fn from_cell(cell: &Value) -> Option<i32> {
        cell.as_i64().and_then(|number| i32::try_from(number).ok())
    }
}

/// A size in bytes: exact below 2^53.
impl Cell for f64 {
    fn to_cell(&self) -> Value {
        (*self as i64).into()
    }

    fn from_cell(cell: &Value) -> Option<f64> {
        cell.as_i64().map(|number| number as f64)
    }
}

impl Cell for bool {
    fn to_cell(&self) -> Value {
        u32::from(*self).into()
    }

    fn from_cell(cell: &Value) -> Option<bool> {
        cell.as_u64().map(|number| number != 0)
    }
}

impl Cell for Money {
    fn to_cell(&self) -> Value {
        self.oere().into()
    }

    fn from_cell(cell: &Value) -> Option<Money> {
        cell.as_i64().map(Money::from_oere)
    }
}

impl Cell for NaiveDate {
    fn to_cell(&self) -> Value {
        self.to_string().into()
    }

    fn from_cell(cell: &Value) -> Option<NaiveDate> {
        cell.as_str().and_then(calendar::parse_iso)
    }
}

impl Cell for PartialDate {
    fn to_cell(&self) -> Value {
        self.to_string().into()
    }

    fn from_cell(cell: &Value) -> Option<PartialDate> {
        cell.as_str().and_then(PartialDate::parse)
    }
}

impl<T: Cell> Cell for Option<T> {
    fn to_cell(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::to_cell)
    }

    fn from_cell(cell: &Value) -> Option<Option<T>> {
        if cell.is_null() { Some(None) } else { T::from_cell(cell).map(Some) }
    }
}

/// Reads one column of a row.
///
/// # Errors
/// `unforeseen`, naming table and column.
pub fn cell<T: Cell>(table: &str, columns: &Columns, column: &str) -> Result<T> {
    columns
        .get(column)
        .and_then(T::from_cell)
        .ok_or_else(|| Error::new(ErrorCode::Unforeseen).because(format!("{table}.{column} is {:?}", columns.get(column))))
}

/// A text as it is kept: without the blanks around it and without NUL. Everything else stays as it was typed.
pub fn tidy(text: &str) -> String {
    text.replace('\0', "").trim().to_owned()
}

/// A text that must not be empty.
///
/// # Errors
/// `field_required`.
pub fn filled(field: &str, text: &str) -> Result<()> {
    if tidy(text).is_empty() { Err(Error::new(ErrorCode::FieldRequired).in_field(field)) } else { Ok(()) }
}

/// Declares a record: its struct, its table, and the texts that must be filled in. A column has the field's name, or the one given
/// after `=`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident($table:literal $(, required: $($required:ident),+)?) {
        $($(#[$field_meta:meta])* pub $field:ident: $type:ty $(= $column:literal)?,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// Row id; 0 for one that is not saved yet.
            pub id: u32,
            /// Row version, sent back with a change.
            pub version: u32,
            $($(#[$field_meta])* pub $field: $type,)+
        }

        impl $crate::record::Record for $name {
            const TABLE: &'static str = $table;

            fn id(&self) -> u32 {
                self.id
            }

            fn version(&self) -> u32 {
                self.version
            }

            fn columns(&self) -> $crate::record::Columns {
                let mut columns = $crate::record::Columns::new();
                $(columns.insert(
                    $crate::record::column!($field $(, $column)?).to_owned(),
                    $crate::record::Cell::to_cell(&self.$field),
                );)+
                columns
            }

            fn from_columns(columns: &$crate::record::Columns) -> $crate::error::Result<$name> {
                Ok($name {
                    id: $crate::record::cell($table, columns, "id")?,
                    version: $crate::record::cell($table, columns, "version")?,
                    $($field: $crate::record::cell($table, columns, $crate::record::column!($field $(, $column)?))?,)+
                })
            }

            fn check(&self) -> $crate::error::Result<()> {
                $($($crate::record::filled(stringify!($required), &self.$required)?;)+)?
                Ok(())
            }
        }
    };
}
pub(crate) use record;

macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident, $column:literal) => {
        $column
    };
}
pub(crate) use column;
