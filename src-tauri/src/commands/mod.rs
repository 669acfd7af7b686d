//! What the screen may ask: one file per noun, each command unpacks, calls the core and returns.

pub mod agreement;
pub mod file;
pub mod history;
pub mod initiative;
pub mod preferences;
pub mod reference;
pub mod saved_view;
pub mod window;
