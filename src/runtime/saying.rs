//! A screen in words, with the links that only the shell can make.

use reqwest::Url;

use crate::dialogue::screen::Does;
use crate::dialogue::sharing::{Origin, Peer};
use crate::dialogue::{Dialogue, view};
use crate::locales::Said;
use crate::store::ChatId;
use crate::telegram::command::INVITATION;

use super::deliver::Courier;

impl Courier {
    /// The screen in words, its links made.
    pub(super) fn said(&self, chat: ChatId, dialogue: &Dialogue) -> Said {
        let now = self.clock.now();
        let screen = view(dialogue, now);
        let mut said = self.words.screen(dialogue.settings.language, &screen);
        for button in said.keyboard.iter_mut().flatten() {
            if let Does::Share(certificate) = button.does {
                let peer = Peer(chat.0);
                let sealed = self.seal.seal(Origin { peer, certificate }, now);
                button.url = sealed.and_then(|sealed| self.link(&sealed));
            }
        }
        said
    }

    /// Opens Telegram's own choice of whom to send a link to.
    fn link(&self, sealed: &str) -> Option<String> {
        let invitation = format!("https://t.me/{}?start={INVITATION}{sealed}", self.username);
        let share = Url::parse_with_params("https://t.me/share/url", [("url", invitation)]);
        share.ok().map(String::from)
    }
}
