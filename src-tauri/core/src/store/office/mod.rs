//! Departments, committees, people and the rules of a municipality.

use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::{Changed, MunicipalityChoice, OfficePart, OfficePartKind, OfficeView};

impl Store {
    /// The municipalities that have something in the file (a department, committee, person, case, application or assessment), and
    /// `also`, in Danish order.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn municipalities_in_use(&self, also: Option<u32>) -> Result<Vec<MunicipalityChoice>> {
        unbuilt(also)
    }

    /// The municipality with this official code, or this name in any spelling: `koebenhavn` is København.
    ///
    /// # Errors
    /// `municipality_not_found`, naming those in use.
    pub fn municipality_named(&self, named: &str) -> Result<MunicipalityChoice> {
        unbuilt(named)
    }

    /// A municipality's departments, committees, people and rules.
    ///
    /// # Errors
    /// `record_changed` where there is no such municipality.
    pub fn office(&self, municipality: u32) -> Result<OfficeView> {
        unbuilt(municipality)
    }

    /// Adds or corrects a part.
    ///
    /// # Errors
    /// `field_required`, `field_taken`, each naming the field; those of [`Store::transact`].
    pub fn office_save(&mut self, part: &OfficePart) -> Result<Changed<OfficeView>> {
        unbuilt(part)
    }

    /// Removes a part nothing refers to.
    ///
    /// # Errors
    /// `record_conflicts` where something does; those of [`Store::transact`].
    pub fn office_delete(&mut self, kind: OfficePartKind, id: u32, version: u32) -> Result<Changed<OfficeView>> {
        unbuilt((kind, id, version))
    }
}
