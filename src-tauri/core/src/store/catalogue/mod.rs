//! Agreements, their headings and initiatives.

mod agreements;
mod amounts;

mod figures;
mod financing;
mod initiative;
mod insert;
mod register;

pub use agreements::{agreement_id, agreements};

pub use figures::figures;
pub use financing::financing;
pub use initiative::{initiative, initiative_id};
pub use insert::insert_agreement;
pub use register::register;
