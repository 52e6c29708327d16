//! What people do: they find their way into a room, and send what they should not.

use gilbot::dialogue::state::State;
use gilbot::emulator::{Content, Upload};
use serde_json::json;

use super::UNASKED;
use super::rooms::Act;
use super::scene::Scene;
use crate::sharing::invitation;
use crate::story::reader::Reader;

/// How a value can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Text,
    Edited,
    Caption,
    Forwarded,
    FileName,
    ContactName,
}

impl Way {
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Edited,
        Self::Caption,
        Self::Forwarded,
        Self::FileName,
        Self::ContactName,
    ];
}

impl Scene {
    /// A message that can be edited afterwards, and after which they are where they were.
    pub async fn lead_in(&mut self, needs_it: impl Fn(usize) -> bool) {
        for (place, person) in self.people.clone().into_iter().enumerate() {
            if needs_it(place) {
                self.stage
                    .emulator
                    .with(|world| world.say(person, person, "/unheard_of"));
            }
        }
        self.settle().await;
        self.read_all();
    }

    pub fn send(&self, person: i64, way: Way, text: &str) -> i32 {
        let file = |name: String| {
            Content::Document(Upload {
                file_name: name,
                bytes: b"file".to_vec(),
            })
        };
        let card = json!({ "contact": { "phone_number": format!("+82{}", UNASKED[1]), "first_name": text } });
        self.stage.emulator.with(|world| match way {
            Way::Text => world.say(person, person, text),
            Way::Edited => {
                let own = world
                    .messages(person)
                    .into_iter()
                    .rfind(|message| !message.from_bot);
                let message = own.expect("something was said").id;
                assert!(world.edit_text(person, message, text));
                message
            }
            Way::Caption => {
                let photo = Content::of_kind("photo", "").expect("it is known");
                world.attach(person, person, photo, text)
            }
            Way::Forwarded => world.forward(person, person, text, "모르는 사람"),
            Way::FileName => world.attach(person, person, file(format!("{text}.pdf")), ""),
            Way::ContactName => world.say_with(person, person, "", card),
        })
    }

    pub async fn act(&mut self, person: i64, act: Act) {
        match act {
            Act::Says(text) => {
                self.stage
                    .emulator
                    .with(|world| world.say(person, person, text));
            }
            Act::Presses(label) => self.press(person, label),
            Act::Walks => {
                while matches!(self.state(person).await, State::Walking(_)) {
                    self.press(person, "했어요");
                    self.settle().await;
                }
            }
            Act::Waits => {
                let due = self.stage.next_due(person).await.expect("an alarm");
                self.stage.move_to(due);
            }
            Act::IsInvited => {
                let giver = self
                    .stage
                    .emulator
                    .with(|world| world.add_person(UNASKED[0], "ko"));
                let saves = ["/start date", "2029-11-22"].map(Act::Says);
                let hands_on = [
                    "맞아요, 저장할게요",
                    "동의하고 저장하기",
                    "내 인증서",
                    "내 금융인증서…",
                    "가족과 함께 알림 받기",
                ];
                for act in saves.into_iter().chain(hands_on.map(Act::Presses)) {
                    Box::pin(self.act(giver, act)).await;
                }
                let link = self
                    .stage
                    .emulator
                    .see(|world| invitation(&world.messages(giver)));
                let link = link.expect("a link to send");
                self.stage
                    .emulator
                    .with(|world| world.say(person, person, &link));
            }
        }
        self.settle().await;
    }

    pub fn press(&self, person: i64, label: &str) {
        self.stage.emulator.with(|world| {
            let button = Reader::standing(&world.messages(person), label, 1);
            let button = button.unwrap_or_else(|| panic!("no button «{label}»"));
            world.press(person, person, button.message, &button.data);
        });
    }
}
