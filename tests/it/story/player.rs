//! Plays a story on a stage.

use std::collections::BTreeMap;

use gilbot::emulator::{Content, Emulator, Message, World};
use gilbot::store::ChatId;

use super::instruction::{Came, Instruction, Time};
use super::reader::{Button, Reader, holds, indented};
use super::{Story, Wrong, in_seoul};
use crate::stage::{Kept, Mode, Stage};

/// Who acts where the story names nobody.
const SOMEBODY: &str = "김영자";

/// Plays a story to its end.
///
/// # Errors
/// The first line that went otherwise, with the whole chat so far.
pub async fn play(story: &Story, mode: Mode, kept: Kept) -> Result<(), Wrong> {
    let stage = Stage::open(mode, kept, story.starts_at()).await;
    let mut player = Player::new(stage);
    for (line, instruction) in &story.lines {
        let done = player.obey(instruction).await;
        done.map_err(|why| player.wrong(story, *line, &instruction.to_string(), &why))?;
    }
    let ended = player.nothing_unread("the end").await;
    let last = story.lines.last().map_or(1, |(line, _)| *line);
    ended.map_err(|why| player.wrong(story, last, "the end", &why))
}

struct Player {
    stage: Stage,
    people: BTreeMap<String, i64>,
    groups: BTreeMap<String, i64>,
    person: i64,
    /// The chat in which is acted and read: the person's own, or a group.
    chat: i64,
    reader: Reader,
    last_press: Option<Button>,
    /// What people wrote: chat, message, text.
    written: Vec<(i64, i32, String)>,
}

impl Player {
    fn new(stage: Stage) -> Self {
        let person = stage
            .emulator
            .with(|world| world.add_person(SOMEBODY, "ko"));
        Self {
            stage,
            people: BTreeMap::from([(SOMEBODY.to_owned(), person)]),
            groups: BTreeMap::new(),
            person,
            chat: person,
            reader: Reader::default(),
            last_press: None,
            written: Vec::new(),
        }
    }

    async fn obey(&mut self, instruction: &Instruction) -> Result<(), String> {
        // These two come without waiting, as fingers and accidents do.
        match instruction {
            Instruction::PressesAgain => {
                let button = self.last_press.clone().ok_or("nothing was pressed yet")?;
                self.reader.note(&format!("person  {instruction}"));
                self.press(button);
                return Ok(());
            }
            Instruction::Dies => {
                self.reader.note("-- the bot dies and is started again");
                self.stage.kill().await;
                return Ok(());
            }
            _ => self.settle().await?,
        }
        match instruction {
            Instruction::Time(time) => {
                self.nothing_unread("the clock is moved").await?;
                self.reader.note(&format!("-- {time}"));
                match time {
                    Time::By(by) => self.stage.move_by(*by),
                    Time::To(moment) => self.stage.move_to(in_seoul(*moment)),
                }
            }
            Instruction::NextAlarm => {
                self.nothing_unread("the clock is moved").await?;
                let due = self.stage.next_due(self.chat).await;
                let due = due.ok_or("this chat has no next alarm")?;
                self.reader.note(&format!("-- {due}"));
                self.stage.move_to(due);
            }
            Instruction::Restarts => {
                self.reader.note("-- the bot is stopped and started again");
                self.stage.restart().await;
            }
            acted if acts(acted) => self.act(acted)?,
            read => self.read(read)?,
        }
        Ok(())
    }

    /// What a person does.
    fn act(&mut self, instruction: &Instruction) -> Result<(), String> {
        self.reader.note(&format!("person  {instruction}"));
        let emulator = self.stage.emulator.clone();
        let (chat, person) = (self.chat, self.person);
        match instruction {
            Instruction::Person { name, language } => {
                let add = || emulator.with(|world| world.add_person(name, language));
                self.person = *self.people.entry(name.clone()).or_insert_with(add);
                self.chat = self.person;
            }
            Instruction::Group(title) => {
                let add = || emulator.with(|world| world.add_group(title, &[person]));
                self.chat = *self.groups.entry(title.clone()).or_insert_with(add);
            }
            Instruction::Presses { label, nth } => {
                let standing = Reader::standing(&messages(&emulator, chat), label, *nth);
                self.press(standing.ok_or("there is no such button that can be pressed")?);
            }
            Instruction::PressesGone(label) => {
                let gone = self.reader.gone(&messages(&emulator, chat), chat, label);
                self.press(gone.ok_or("no such button was ever seen and is gone")?);
            }
            Instruction::Blocks => emulator.with(|world| world.block(chat)),
            Instruction::Unblocks => emulator.with(|world| world.unblock(chat)),
            written => self.write(written)?,
        }
        Ok(())
    }

    /// What a person writes or sends.
    fn write(&mut self, instruction: &Instruction) -> Result<(), String> {
        let (chat, person) = (self.chat, self.person);
        let emulator = &self.stage.emulator;
        let (message, text) = match instruction {
            Instruction::Says(text) => (emulator.with(|world| world.say(chat, person, text)), text),
            Instruction::Forwards(text) => {
                let forward = |world: &mut World| world.forward(chat, person, text, "모르는 사람");
                (emulator.with(forward), text)
            }
            Instruction::Edits(text) => {
                let (_, message, _) = self.written.last().ok_or("nothing was written yet")?;
                let edited = emulator.with(|world| world.edit_text(chat, *message, text));
                expect(edited, || "the message to edit is gone".to_owned())?;
                (*message, text)
            }
            Instruction::Sends(thing, caption) => {
                let content = Content::of_kind(thing.kind(), "파일.pdf");
                let content = content.ok_or("the emulator does not know it")?;
                let attach = |world: &mut World| world.attach(chat, person, content, caption);
                (emulator.with(attach), caption)
            }
            other => return Err(format!("nobody can do «{other}»")),
        };
        self.written.push((chat, message, text.clone()));
        Ok(())
    }

    /// What must have been said, or must be true.
    fn read(&mut self, instruction: &Instruction) -> Result<(), String> {
        let chat = self.chat;
        match instruction {
            Instruction::Bot(came, words) => {
                let said = self
                    .reader
                    .next_unread(chat)
                    .ok_or("the bot said nothing")?;
                let fits = match came {
                    Came::Anyhow => true,
                    Came::Anew => said.is_new(),
                    Came::InPlace => !said.is_new(),
                };
                expect(fits, || "it came the other way".to_owned())?;
                words.check(&said.text)
            }
            Instruction::File(words) => {
                let said = self
                    .reader
                    .next_unread(chat)
                    .ok_or("the bot said nothing")?;
                let file = said.document.as_ref().ok_or("what came is no document")?;
                let content = String::from_utf8_lossy(&file.bytes).into_owned();
                words.check(&format!("{} {content}", file.file_name))
            }
            Instruction::Picture(words) => {
                let said = self.reader.picture(chat).ok_or("no picture came")?;
                let picture = said.photo.as_ref().ok_or("what came is no picture")?;
                let is_png = picture.bytes.starts_with(b"\x89PNG") && said.silent;
                expect(is_png, || "no PNG without sound".to_owned())?;
                words.check(&said.text)
            }
            Instruction::NoPicture => {
                let said = self.reader.picture(chat);
                expect(said.is_none(), || "a picture came".to_owned())
            }
            Instruction::Sound(wanted) => {
                let silent = self.reader.last_read()?.silent;
                expect(silent != *wanted, || format!("silent: {silent}"))
            }
            Instruction::Buttons(wanted) => wanted.check(&self.reader.last_read()?.keyboard, true),
            Instruction::NoButtons(unwanted) => {
                unwanted.check(&self.reader.last_read()?.keyboard, false)
            }
            Instruction::Toast(words) => self.reader.toast(chat, words),
            Instruction::Screen(words) => {
                let messages = messages(&self.stage.emulator, chat);
                let newest = messages
                    .iter()
                    .rfind(|message| !message.keyboard.is_empty());
                words.check(&newest.ok_or("no message has buttons")?.text)
            }
            Instruction::Silence => match self.reader.unread(chat).first() {
                None => Ok(()),
                Some(said) => Err(format!("the bot said\n{said}")),
            },
            Instruction::Erased(words) => self.is_erased(words),
            Instruction::NoTrace(words) => self.is_traceless(words.as_deref()),
            other => Err(format!("«{other}» cannot be read")),
        }
    }

    fn is_erased(&self, words: &str) -> Result<(), String> {
        let here = |&&(chat, ..): &&(i64, i32, String)| chat == self.chat;
        let mut written = self.written.iter().filter(here);
        let known = written.any(|(_, _, text)| text.contains(words));
        expect(known, || "nobody ever wrote this".to_owned())?;
        let messages = messages(&self.stage.emulator, self.chat);
        let stands = messages.iter().any(|message| message.text.contains(words));
        expect(!stands, || "it still stands in the chat".to_owned())
    }

    fn is_traceless(&self, words: Option<&str>) -> Result<(), String> {
        let Some(words) = words else {
            let text = self.stage.place.text_of(ChatId(self.chat));
            return expect(text.is_none(), || format!("the store holds {text:?}"));
        };
        expect(!self.reader.ever_heard(words), || {
            "the bot said it".to_owned()
        })?;
        let kept = String::from_utf8_lossy(&self.stage.place.bytes()).into_owned();
        expect(!holds(&kept, words), || "the store holds it".to_owned())
    }

    fn press(&mut self, button: Button) {
        let person = self.person;
        self.stage.emulator.with(|world| {
            world.press(button.chat, person, button.message, &button.data);
        });
        self.last_press = Some(button);
    }

    /// Waits for the bot, and takes what it said.
    async fn settle(&mut self) -> Result<(), String> {
        let settled = self.stage.settle().await;
        for chat in self.people.values().chain(self.groups.values()) {
            for said in self.stage.emulator.with(|world| world.take_unread(*chat)) {
                self.reader.take(*chat, said);
            }
        }
        settled
    }

    async fn nothing_unread(&mut self, before: &str) -> Result<(), String> {
        self.settle().await?;
        let chats = self.people.values().chain(self.groups.values());
        let unread: Vec<String> = chats.flat_map(|chat| self.reader.unread(*chat)).collect();
        expect(unread.is_empty(), || {
            format!("before {before} this was not read:\n{}", unread.join("\n"))
        })
    }

    fn wrong(&self, story: &Story, line: usize, at: &str, why: &str) -> Wrong {
        let so_far = self.reader.so_far();
        Wrong {
            file: story.file.clone(),
            line,
            why: format!("{at}\n    {}\n  the chat so far:\n{so_far}", indented(why)),
        }
    }
}

/// Whether a person does this, rather than read it.
fn acts(instruction: &Instruction) -> bool {
    use Instruction as I;
    matches!(
        instruction,
        I::Person { .. }
            | I::Group(_)
            | I::Says(_)
            | I::Forwards(_)
            | I::Edits(_)
            | I::Sends(..)
            | I::Presses { .. }
            | I::PressesGone(_)
            | I::Blocks
            | I::Unblocks
    )
}

fn messages(emulator: &Emulator, chat: i64) -> Vec<Message> {
    emulator.see(|world| world.messages(chat))
}

fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
