//! Vectors the screen is checked against, committed under `tests/fixtures/`.

use std::path::Path;

/// Compares a committed file with what the core says now. With `TILSAGN_BLESS` set it is written instead.
pub fn check(name: &str, vectors: &serde_json::Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name);
    let fresh = format!("{}\n", serde_json::to_string_pretty(vectors).unwrap());
    if std::env::var_os("TILSAGN_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, fresh).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == fresh, "{} is not what the core says now; run the tests once with TILSAGN_BLESS=1", path.display());
}
