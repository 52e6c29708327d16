//! Every screen that a person can come to, to be looked at: as pages that lead from screen to screen, and as a picture
//! of the rooms of the conversation.
//!
//! * [`starts`]: the chats from which everything is walked; the tests begin at the same.
//! * [`wing`]: the screens of one language, each once, and where their buttons lead.
//! * [`page`]: a page for each language and room, and one to search them all.
//! * [`graph`]: the rooms and the presses between them, as Mermaid and as SVG.
//!
//! Nothing here decides what is shown: [`crate::dialogue::crawl`] walks, [`crate::locales`] says. The same program makes
//! the same bytes.

pub mod starts;
mod typed_starts;

pub mod limits;
pub mod wing;

pub mod page;
mod search;

pub mod graph;

pub mod folder;

use std::collections::BTreeMap;

use crate::locales::{Language, Words, WordsError};
use wing::Wing;

/// The screens of all languages.
pub struct Gallery {
    pub wings: Vec<Wing>,
    words: Words,
}

impl Gallery {
    /// Walks everything, each language on a thread of its own. It takes a second or two, so that an async caller gives
    /// it a thread where it may.
    ///
    /// # Errors
    /// When the texts of the program cannot be read.
    pub fn build() -> Result<Self, WordsError> {
        let words = Words::load()?;
        let walks = std::thread::scope(|scope| {
            let threads = Language::ALL.map(|language| {
                let words = &words;
                (language, scope.spawn(move || wing::walk(words, language)))
            });
            threads
                .into_iter()
                .map(|(language, thread)| match thread.join() {
                    Ok(wing) => (language, wing),
                    Err(panic) => std::panic::resume_unwind(panic),
                })
                .collect()
        });
        Ok(Self {
            wings: wing::wings(walks),
            words,
        })
    }

    /// Every file of the gallery by its name; they lead to each other by names alone, so that they work in any folder.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        files.insert("index.html".to_owned(), page::index(self));
        for wing in &self.wings {
            files.extend(page::rooms(wing));
            files.insert(
                search::file(wing.language),
                search::texts(wing, &self.words),
            );
        }
        for (name, text) in page::ASSETS {
            files.insert((*name).to_owned(), (*text).to_owned());
        }
        files
    }
}
