//! Tilsagn on the command line.

fn main() {}
