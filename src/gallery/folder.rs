//! The gallery as files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why there are no files, or not all.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    #[error("{path}: 비어 있지 않아요. 새 폴더 이름을 적어 주세요. — it is not empty: name a new folder", path = .0.display())]
    NotEmpty(PathBuf),
    #[error("{path}: 쓸 수 없어요. — it cannot be written: {kind}", path = .0.display(), kind = .1)]
    Refused(PathBuf, io::ErrorKind),
}

/// A folder in which nothing stands yet.
pub struct Folder(PathBuf);

impl Folder {
    /// Looks at the folder, and makes it where it is not there.
    ///
    /// # Errors
    /// When something stands in it, or when it cannot be made.
    pub fn empty(path: &Path) -> Result<Self, Unwritten> {
        fs::create_dir_all(path).map_err(refused(path))?;
        let mut entries = fs::read_dir(path).map_err(refused(path))?;
        match entries.next() {
            Some(_) => Err(Unwritten::NotEmpty(path.to_owned())),
            None => Ok(Self(path.to_owned())),
        }
    }

    /// Writes these files.
    ///
    /// # Errors
    /// When one cannot be written; those before it stand there.
    pub fn fill(self, files: &BTreeMap<String, String>) -> Result<(), Unwritten> {
        for (name, text) in files {
            let path = self.0.join(name);
            fs::write(&path, text).map_err(refused(&path))?;
        }
        Ok(())
    }
}

fn refused(path: &Path) -> impl FnOnce(io::Error) -> Unwritten {
    let path = path.to_owned();
    move |error| Unwritten::Refused(path, error.kind())
}
