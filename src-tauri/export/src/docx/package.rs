//! The parts of a .docx: a zip.

use std::io::{Cursor, Read as _, Write as _};

use tilsagn_core::{Error, ErrorCode, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// How large all parts of a template may be together, unpacked.
const LIMIT: u64 = 100 << 20;
/// How many parts a template may have.
const PARTS: usize = 5_000;

/// Named parts, in their order.
#[derive(Clone, Debug, Default)]
pub struct Package(Vec<(String, Vec<u8>)>);

impl Package {
    /// Reads one, trusting nothing it says of its sizes.
    ///
    /// # Errors
    /// What is wrong with it, for the log.
    pub fn read(bytes: &[u8]) -> std::result::Result<Package, String> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        if archive.len() > PARTS {
            return Err(format!("{} parts", archive.len()));
        }
        let (mut parts, mut left) = (Vec::new(), LIMIT);
        for at in 0..archive.len() {
            let file = archive.by_index(at).map_err(|error| error.to_string())?;
            let name = String::from_utf8_lossy(file.name_raw()).into_owned();
            if file.is_dir() {
                continue;
            }
            let mut content = Vec::new();
            let size = file.take(left + 1).read_to_end(&mut content).map_err(|error| format!("{name}: {error}"))?;
            left = left.checked_sub(size as u64).ok_or_else(|| format!("more than {LIMIT} bytes"))?;
            parts.push((name, content));
        }
        Ok(Package(parts))
    }

    /// A part, by its name, whose letters may be large or small.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, content)| content.as_slice())
    }

    /// Puts a part in its place, last where there is none of the name.
    pub fn set(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        let content = content.into();
        match self.0.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case(name)) {
            Some((_, old)) => *old = content,
            None => self.0.push((name.to_owned(), content)),
        }
    }

    /// The file. The same parts give the same bytes: no clock is asked.
    ///
    /// # Errors
    /// `export_failed`.
    pub fn write(&self) -> Result<Vec<u8>> {
        let failed = |error: &dyn std::error::Error| Error::new(ErrorCode::ExportFailed).because(error.to_string());
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::DEFAULT);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            zip.start_file(name.as_str(), options).map_err(|error| failed(&error))?;
            zip.write_all(content).map_err(|error| failed(&error))?;
        }
        Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_and_a_bomb_does_not() {
        let mut package = Package::default();
        package.set("word/document.xml", "æ");
        package.set("Word/Document.xml", "ø");
        let bytes = package.write().unwrap();
        assert_eq!(Package::read(&bytes).unwrap().get("word/document.xml"), Some("ø".as_bytes()));
        assert_eq!(bytes, package.write().unwrap());

        package.set("word/large.xml", vec![b' '; LIMIT as usize]);
        let bomb = package.write().unwrap();
        assert!(bomb.len() < 1 << 20 && Package::read(&bomb).unwrap_err().starts_with("more than"));
        assert!(Package::read(b"no zip").is_err() && Package::read(&bytes[..bytes.len() / 2]).is_err());
    }
}
