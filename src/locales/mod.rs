//! Our words: a [`Text`] becomes a sentence of a language.
//!
//! The sentences are Fluent messages, embedded from `locales/`; a new file is one line in [`files`]. What is put into
//! them is said here: days and hours by [`dates`], and the Korean particle that fits by [`particles`], as in
//! `{ $label }{ P($label, "이/가") }`. A person's own words are escaped, so that they can never be markup.

pub mod dates;
mod files;
pub mod markup;
pub mod particles;
pub mod rooms;

use std::collections::BTreeSet;
use std::sync::Mutex;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::dialogue::screen::{Does, Screen};
pub use crate::dialogue::settings::Language;
use crate::dialogue::text::{Arg, Text};
use files::Source;
pub use files::WordsError;

/// How many different faults are remembered; they are always the same few.
const FAULTS_MAX: usize = 100;

/// A screen in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The paragraphs, a blank line between them; HTML as Telegram understands it.
    pub html: String,
    pub keyboard: Vec<Vec<SaidButton>>,
}

/// A button in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidButton {
    /// Plain text.
    pub label: String,
    pub does: Does,
    /// The address of a button that is made when it is said: of [`Does::Share`].
    pub url: Option<String>,
}

impl Said {
    /// The length that Telegram counts: code points, without markup.
    pub fn visible_length(&self) -> usize {
        markup::visible_length(&self.html)
    }
}

/// Everything that we can say, in every language. Built once.
pub struct Words {
    korean: Tongue,
    easy: Tongue,
    english: Tongue,
    faults: Mutex<BTreeSet<String>>,
}

/// One language.
struct Tongue {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
}

impl Words {
    /// The words that are part of this program.
    ///
    /// # Errors
    /// When a file is not Fluent, or an id is given twice; the error names file and line.
    pub fn load() -> Result<Self, WordsError> {
        Self::read(files::KOREAN, files::EASY, files::ENGLISH)
    }

    /// The words of these files, each a name and its text.
    ///
    /// # Errors
    /// As [`Words::load`].
    pub fn read(
        korean: &[Source],
        easy: &[Source],
        english: &[Source],
    ) -> Result<Self, WordsError> {
        Ok(Self {
            korean: Tongue::read(Language::Korean, korean)?,
            easy: Tongue::read(Language::Easy, easy)?,
            english: Tongue::read(Language::English, english)?,
            faults: Mutex::new(BTreeSet::new()),
        })
    }

    /// A text as HTML: its own markup stays, a person's words in it are escaped.
    ///
    /// A text that no language has is said as its id in brackets, and remembered in [`Words::missing`].
    pub fn say(&self, language: Language, text: &Text) -> String {
        let Some(spoken) = self.spoken(language, &text.id) else {
            self.fault(text.id.to_string());
            return format!("[{}]", text.id);
        };
        let mut args = FluentArgs::with_capacity(text.args.len());
        for (name, arg) in &text.args {
            args.set(*name, self.arg(spoken, arg));
        }
        let mut errors = Vec::new();
        let said = self.tongue(spoken).format(&text.id, &args, &mut errors);
        for error in errors {
            self.fault(format!("{}: {error}", text.id));
        }
        said.unwrap_or_default()
    }

    /// A text without markup, for buttons, toasts and the profile.
    pub fn plain(&self, language: Language, text: &Text) -> String {
        markup::plain(&self.say(language, text))
    }

    /// A screen in words; an empty paragraph is left out.
    pub fn screen(&self, language: Language, screen: &Screen) -> Said {
        let paragraphs: Vec<String> = screen
            .paragraphs
            .iter()
            .map(|text| self.say(language, text))
            .filter(|paragraph| !paragraph.trim().is_empty())
            .collect();
        let keyboard = screen
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|button| SaidButton {
                        label: self.plain(language, &button.label),
                        does: button.does.clone(),
                        url: None,
                    })
                    .collect()
            })
            .collect();
        Said {
            html: paragraphs.join("\n\n"),
            keyboard,
        }
    }

    /// Whether this very language has the text; Korean does not stand in here.
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.tongue(language).has(id)
    }

    /// Every id of this language, `message` and `message.attribute`, in the order of the files.
    pub fn ids(&self, language: Language) -> impl Iterator<Item = &str> {
        self.tongue(language).ids.iter().map(String::as_str)
    }

    /// A text of this very language as it is written: what would be put in stands as its name, `{$days}`.
    pub fn written(&self, language: Language, id: &str) -> Option<String> {
        // Each name without a value is an error, and is written as it stands.
        let mut nameless = Vec::new();
        self.tongue(language)
            .format(id, &FluentArgs::new(), &mut nameless)
    }

    /// What has gone wrong while saying: ids that no language has, and texts whose arguments were missing.
    pub fn missing(&self) -> Vec<String> {
        let faults = self
            .faults
            .lock()
            .unwrap_or_else(|poison| poison.into_inner());
        faults.iter().cloned().collect()
    }

    /// The language in which this text is said: the wanted one, else Korean.
    fn spoken(&self, wanted: Language, id: &str) -> Option<Language> {
        [wanted, Language::Korean]
            .into_iter()
            .find(|language| self.has(*language, id))
    }

    fn tongue(&self, language: Language) -> &Tongue {
        match language {
            Language::Korean => &self.korean,
            Language::Easy => &self.easy,
            Language::English => &self.english,
        }
    }

    fn arg(&self, language: Language, arg: &Arg) -> FluentValue<'static> {
        let said = match arg {
            Arg::Number(number) => return FluentValue::from(*number),
            Arg::Words(words) => markup::escape(words),
            Arg::Day(day) => dates::day(language, *day),
            Arg::Month(year, month) => dates::month(language, *year, *month),
            Arg::Moment(instant, zone) => dates::moment(language, *instant, *zone),
            Arg::Text(text) => self.say(language, text),
            Arg::Lines(lines) => {
                let lines: Vec<String> =
                    lines.iter().map(|line| self.say(language, line)).collect();
                lines.join("\n")
            }
        };
        FluentValue::from(said)
    }

    fn fault(&self, fault: String) {
        let mut faults = self
            .faults
            .lock()
            .unwrap_or_else(|poison| poison.into_inner());
        if faults.len() < FAULTS_MAX {
            faults.insert(fault);
        }
    }
}

impl Tongue {
    fn read(language: Language, sources: &[Source]) -> Result<Self, WordsError> {
        // A code that could not be read would only cost the rules of plurals.
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Marks of direction around each argument would show as boxes, and be counted as characters.
        bundle.set_use_isolating(false);
        let ids = files::unique_ids(sources)?;
        for source in sources {
            // Ids were just found to be unique, so that nothing is refused.
            let _ = bundle.add_resource(files::parse(source)?);
        }
        // The bundle is new, so that the name is free.
        let _ = bundle.add_function("P", |words, _| match words {
            [word, FluentValue::String(pair)] => particle(word, pair),
            _ => FluentValue::Error,
        });
        let mut tongue = Self {
            bundle,
            ids: Vec::new(),
        };
        tongue.ids = ids.into_iter().filter(|id| tongue.has(id)).collect();
        Ok(tongue)
    }

    fn has(&self, id: &str) -> bool {
        let (message, attribute) = parts(id);
        let message = self.bundle.get_message(message);
        match attribute {
            None => message.is_some_and(|message| message.value().is_some()),
            Some(attribute) => {
                message.is_some_and(|message| message.get_attribute(attribute).is_some())
            }
        }
    }

    fn format(&self, id: &str, args: &FluentArgs, errors: &mut Vec<FluentError>) -> Option<String> {
        let (message, attribute) = parts(id);
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(attribute) => message.get_attribute(attribute)?.value(),
        };
        let said = self.bundle.format_pattern(pattern, Some(args), errors);
        Some(said.into_owned())
    }
}

/// The message of an id, and the attribute if it names one.
fn parts(id: &str) -> (&str, Option<&str>) {
    match id.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (id, None),
    }
}

/// The particle as Fluent takes it; a pair that we do not know is an error of the text.
fn particle<'a>(word: &FluentValue<'_>, pair: &str) -> FluentValue<'a> {
    let chosen = match word {
        FluentValue::String(word) => particles::choose(&markup::plain(word), pair),
        FluentValue::Number(number) => particles::choose(&number.as_string(), pair),
        FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    };
    chosen.map_or(FluentValue::Error, FluentValue::from)
}
