//! Tests against real files.
