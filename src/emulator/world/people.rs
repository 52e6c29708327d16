//! People, and what their phones show.

use super::World;
use super::chat::{Access, Chat};

/// Someone who talks with the bot.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The id of the person, and of their private chat.
    pub id: i64,
    /// The first name.
    pub name: String,
    /// The language of their app, such as `ko`.
    pub language: String,
    /// How many minutes the clock of their phone is ahead of the world's; negative when it is behind. Nothing that the
    /// bot is told depends on it: Telegram dates messages by its own clock.
    pub phone_ahead_minutes: i32,
}

impl World {
    /// Adds a person and their private chat with the bot, not yet started. Ids run from
    /// [`super::WorldOptions::first_person`].
    pub fn add_person(&mut self, name: &str, language: &str) -> i64 {
        let id = self.first_person + i64::try_from(self.people.len()).unwrap_or(0);
        self.people.insert(
            id,
            Person {
                id,
                name: name.to_owned(),
                language: language.to_owned(),
                phone_ahead_minutes: 0,
            },
        );
        self.chats.insert(id, Chat::new(None, Access::NotStarted));
        id
    }

    /// The people, in the order in which they came.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// Sets the clock of somebody's phone so many minutes ahead of the world's.
    ///
    /// # Panics
    /// When there is no such person.
    pub fn set_phone(&mut self, person: i64, ahead_minutes: i32) {
        self.chat_mut(person); // what their phone shows changes, which is seen
        if let Some(person) = self.people.get_mut(&person) {
            person.phone_ahead_minutes = ahead_minutes;
        }
    }

    /// One person.
    pub fn person(&self, id: i64) -> Option<&Person> {
        self.people.get(&id)
    }
}
