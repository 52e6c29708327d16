//! Reads along: what the bot said and nobody has read yet, and every button that ever stood anywhere.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write;
use std::ops::Deref;

use gilbot::emulator::{How, Keyboard, Message};

use super::instruction::{Labels, Words};

#[derive(Default)]
pub struct Reader {
    unread: BTreeMap<i64, VecDeque<Said>>,
    toasts: BTreeMap<i64, VecDeque<Said>>,
    /// Pictures are a courtesy: a story may pass them over.
    pictures: BTreeMap<i64, VecDeque<Said>>,
    last_read: Option<Said>,
    /// Oldest first.
    buttons: Vec<Button>,
    heard: Vec<String>,
    so_far: String,
}

/// One thing that the bot said.
#[derive(Clone)]
pub struct Said(gilbot::emulator::Said);

/// A button as it stood under a message.
#[derive(Clone, PartialEq)]
pub struct Button {
    pub chat: i64,
    pub message: i32,
    pub data: String,
    label: String,
}

impl Reader {
    pub fn take(&mut self, chat: i64, said: gilbot::emulator::Said) {
        let said = Said(said);
        self.note(&said.told());
        self.buttons
            .extend(buttons(chat, said.message_id, &said.keyboard));
        self.heard.push(said.text.clone());
        if said.photo.is_some() {
            self.pictures.entry(chat).or_default().push_back(said);
            return;
        }
        let queue = match said.how {
            How::New | How::Edit => &mut self.unread,
            How::Toast | How::Alert => &mut self.toasts,
            // Only buttons went: nothing was said.
            How::Keyboard => return,
        };
        queue.entry(chat).or_default().push_back(said);
    }

    /// Adds a line to the chat so far.
    pub fn note(&mut self, line: &str) {
        self.so_far.push_str(line);
        self.so_far.push('\n');
    }

    pub fn so_far(&self) -> &str {
        &self.so_far
    }

    /// Reads the next message or edit.
    pub fn next_unread(&mut self, chat: i64) -> Option<Said> {
        let said = self.unread.entry(chat).or_default().pop_front();
        self.last_read = said.clone();
        said
    }

    /// Looks at the latest picture, and reads it no second time.
    pub fn picture(&mut self, chat: i64) -> Option<Said> {
        let picture = self.pictures.entry(chat).or_default().pop_back();
        self.pictures.remove(&chat);
        picture
    }

    /// What was read last.
    ///
    /// # Errors
    /// When nothing was.
    pub fn last_read(&self) -> Result<&Said, String> {
        self.last_read
            .as_ref()
            .ok_or_else(|| "nothing was read yet".to_owned())
    }

    /// Reads a toast with these words. Answers to presses overtake each other, so their order is nobody's promise.
    ///
    /// # Errors
    /// When no unread toast has them.
    pub fn toast(&mut self, chat: i64, words: &Words) -> Result<(), String> {
        let toasts = self.toasts.entry(chat).or_default();
        let fits = toasts
            .iter()
            .position(|toast| words.check(&toast.text).is_ok());
        let first = (!toasts.is_empty()).then_some(0);
        let toast = fits.or(first).and_then(|at| toasts.remove(at));
        words.check(&toast.ok_or("there was no toast")?.text)
    }

    /// Everything unread in this chat, toasts last.
    pub fn unread(&self, chat: i64) -> Vec<String> {
        let queues = [&self.unread, &self.toasts];
        let said = queues
            .into_iter()
            .filter_map(|queue| queue.get(&chat))
            .flatten();
        said.map(Said::told).collect()
    }

    /// Whether the bot ever said these words to anybody.
    pub fn ever_heard(&self, words: &str) -> bool {
        self.heard.iter().any(|heard| heard.contains(words))
    }

    /// The button with this label on the n-th newest of the messages that has one.
    pub fn standing(messages: &[Message], label: &str, nth: usize) -> Option<Button> {
        let mut found = messages.iter().rev().filter_map(|message| {
            let mut buttons = buttons(message.chat, message.id, &message.keyboard);
            buttons.find(|button| is_label(label, &button.label))
        });
        found.nth(nth - 1)
    }

    /// The latest button of the chat with this label that stands under none of its messages any more.
    pub fn gone(&self, messages: &[Message], chat: i64, label: &str) -> Option<Button> {
        let standing: Vec<Button> = messages
            .iter()
            .flat_map(|message| buttons(chat, message.id, &message.keyboard))
            .collect();
        let is_gone = |button: &&Button| {
            button.chat == chat && is_label(label, &button.label) && !standing.contains(button)
        };
        self.buttons.iter().rfind(is_gone).cloned()
    }
}

impl Said {
    pub fn is_new(&self) -> bool {
        self.how == How::New
    }

    /// The same for whoever looks for a mistake.
    fn told(&self) -> String {
        let how = match self.how {
            How::New => "new",
            How::Edit => "edit",
            How::Keyboard => "buttons",
            How::Toast | How::Alert => "toast",
        };
        let sound = if self.silent { "silent" } else { "sound" };
        let mut told = format!(
            "bot     {how} #{} {sound}  {}",
            self.message_id,
            spaced(&self.text)
        );
        for row in &self.keyboard {
            let labels: Vec<&str> = row.iter().map(|button| button.text.as_str()).collect();
            // Writing to a string cannot fail.
            let _ = write!(told, "\n          [{}]", labels.join("] ["));
        }
        told
    }
}

impl Deref for Said {
    type Target = gilbot::emulator::Said;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Words {
    /// Whether every piece is found.
    ///
    /// # Errors
    /// The first that is not.
    pub fn check(&self, text: &str) -> Result<(), String> {
        let text = spaced(text);
        match self.0.iter().find(|piece| !text.contains(&spaced(piece))) {
            None => Ok(()),
            Some(missing) => Err(format!("«{missing}» is not in\n{text}")),
        }
    }
}

impl Labels {
    /// Whether all of them stand there in this order, or none of them.
    ///
    /// # Errors
    /// The first that is missing, or that should be.
    pub fn check(&self, keyboard: &Keyboard, wanted: bool) -> Result<(), String> {
        let stand: Vec<&str> = keyboard
            .iter()
            .flatten()
            .map(|button| button.text.as_str())
            .collect();
        let mut rest = stand.iter();
        for label in &self.0 {
            if wanted && !rest.any(|stands| is_label(label, stands)) {
                return Err(format!("«{label}» is not in its place in {stand:?}"));
            }
            if !wanted && stand.iter().any(|stands| is_label(label, stands)) {
                return Err(format!("«{label}» is among {stand:?}"));
            }
        }
        Ok(())
    }
}

/// A text of several lines below something else.
pub fn indented(text: &str) -> String {
    text.lines().map(spaced).collect::<Vec<_>>().join("\n    ")
}

/// Whether the words are there, and not as a part of a longer number: the store is full of those.
pub fn holds(kept: &str, words: &str) -> bool {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    kept.match_indices(words).any(|(at, _)| {
        let (before, after) = (&kept[..at], &kept[at + words.len()..]);
        !is_digit(before.chars().next_back()) && !is_digit(after.chars().next())
    })
}

/// Text on one line.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether this is the label, or begins with it where a `…` stands at its end.
fn is_label(written: &str, stands: &str) -> bool {
    match written.strip_suffix('…') {
        Some(beginning) => stands.starts_with(beginning.trim_end()),
        None => stands == written,
    }
}

fn buttons(chat: i64, message: i32, keyboard: &Keyboard) -> impl Iterator<Item = Button> {
    keyboard.iter().flatten().filter_map(move |button| {
        Some(Button {
            chat,
            message,
            data: button.data()?.to_owned(),
            label: button.text.clone(),
        })
    })
}
