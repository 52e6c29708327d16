//! One person in each room of the conversation, and everything that could hold a trace.

use std::net::SocketAddr;
use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use gilbot::dialogue::state::State;
use gilbot::dialogue::text::Text;
use gilbot::emulator::{How, Said, World};
use gilbot::locales::Words;
use gilbot::locales::{Language, markup};
use gilbot::reading::sift::Kind;
use gilbot::runtime::gauge;
use gilbot::runtime::ops::{self, OpsState};
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::tally::Tally;
use gilbot::runtime::stop::Stop;
use gilbot::store::{ChatId, Store};
use serde_json::json;
use tokio::net::TcpListener;

use super::acting::Way;
use super::planted::{Carrier, carriers};
use super::rooms::{Act, ROOMS, STATES, name_of};
use super::{UNASKED, heard};
use crate::reached::WORDS;
use crate::stage::{Kept, Mode, Stage};

pub struct Scene {
    pub stage: Stage,
    store: Arc<dyn Store>,
    pub(super) ops: SocketAddr,
    /// One in each room, in the order of [`ROOMS`]; or one alone.
    pub(super) people: Vec<i64>,
    /// What must be nowhere.
    pub(super) needles: Vec<String>,
    /// How many of them were looked for in the store.
    pub(super) sought: usize,
    /// How many calls of the bot have been looked at; there are never so many that the first are forgotten.
    pub(super) calls: usize,
}

impl Scene {
    /// Somebody in every room.
    pub async fn set(mode: Mode, kept: Kept) -> Self {
        let mut scene = Self::open(mode, kept).await;
        for room in ROOMS {
            let person = scene.add_person();
            for act in room.way.iter().copied().flatten() {
                scene.act(person, *act).await;
            }
            let state = scene.state(person).await;
            assert!((room.holds)(&state), "{}: {state:?}", room.name);
        }
        let mut states = Vec::new();
        for person in scene.people.clone() {
            states.push(name_of(&scene.state(person).await));
        }
        let empty = STATES.into_iter().filter(|state| !states.contains(state));
        assert_eq!(empty.collect::<Vec<_>>(), Vec::<&str>::new());
        scene.begins();
        scene
    }

    /// One person, at home.
    pub async fn set_alone(mode: Mode, kept: Kept) -> Self {
        let mut scene = Self::open(mode, kept).await;
        let person = scene.add_person();
        scene.act(person, Act::Says("/start")).await;
        scene.begins();
        scene
    }

    async fn open(mode: Mode, kept: Kept) -> Self {
        heard::listen();
        gauge::install();
        let stage = Stage::open(mode, kept, morning()).await;
        let store = stage.place.open().await;
        let state = OpsState {
            store: Arc::clone(&store),
            pulse: Arc::new(Pulse::new(stage.clock.clone())),
            clock: stage.clock.clone(),
            stop: Stop::new(),
            polling: mode == Mode::Polling,
            tally: Tally::default(),
            words: Arc::new(Words::load().expect("the texts are Fluent")),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let ops = listener.local_addr().expect("an address");
        tokio::spawn(ops::serve(listener, state, std::future::pending()));
        Self {
            stage,
            store,
            ops,
            people: Vec::new(),
            needles: UNASKED.map(str::to_owned).to_vec(),
            sought: 0,
            calls: 0,
        }
    }

    /// Everybody sends a value of this kind; the rooms take the ways and the carriers in turn.
    pub async fn plant(&mut self, kind: Kind, turn: usize) {
        let way_of = |place: usize| Way::ALL[(turn + place) % Way::ALL.len()];
        self.lead_in(|place| way_of(place) == Way::Edited).await;
        let mut sent = Vec::new();
        for (place, person) in self.people.clone().into_iter().enumerate() {
            let way = way_of(place);
            let carrier = carriers(kind)[(turn / 2 + place / 3) % 4];
            let state = self.state(person).await;
            self.plants(carrier);
            let about = format!("{carrier:?} as {way:?} in {}", name_of(&state));
            sent.push((person, self.send(person, way, carrier.text), state, about));
        }
        self.settle().await;
        for (person, message, state, about) in sent {
            self.is_warned(person, &about);
            assert_eq!(self.state(person).await, state, "{about}");
            let (gone, erased) = self.stage.emulator.see(|world| {
                let gone = world.message(person, message).is_none();
                (gone, erasures(world, person, message))
            });
            assert!(gone, "it stands in the chat: {about}");
            assert_eq!(erased, 1, "{about}");
        }
        self.none_in_calls();
    }

    /// Everybody sends a telephone number in every way: it is kept nowhere, and there is nothing to warn about.
    pub async fn plant_telephones(&mut self) {
        // Words are an answer, and lead on from some rooms: so they come last, each in some of the rooms.
        for way in [Way::ContactName, Way::FileName, Way::Caption, Way::Text] {
            self.lead_in(|place| way == Way::Text && (place + 1) % 3 == 1)
                .await;
            let mut sent = Vec::new();
            for (place, person) in self.people.clone().into_iter().enumerate() {
                let way = match (way, (place + 1) % 3) {
                    (Way::Text, 1) => Way::Edited,
                    (Way::Text, 2) => Way::Forwarded,
                    (way, _) => way,
                };
                let carrier = carriers(Kind::Phone)[(place / 3 + place) % 4];
                self.plants(carrier);
                let message = self.send(person, way, carrier.text);
                sent.push((person, message, format!("{carrier:?} as {way:?}")));
            }
            self.settle().await;
            for (person, message, about) in sent {
                let stands = self
                    .stage
                    .emulator
                    .see(|world| world.message(person, message).is_some());
                assert!(stands, "{about}");
                let said = self.unread(person);
                let mut news = said.iter().filter(|said| said.how != How::Keyboard);
                let warned = news.find(|said| said.text.contains(&warning()));
                assert_eq!(warned, None, "{about}");
            }
            self.none_new_in_the_store();
            self.none_in_calls();
        }
    }

    /// Says this to the bot when nothing else can be answered; gives the chat and the message.
    pub async fn say_alone(&mut self, carrier: Carrier) -> (i64, i32) {
        let person = self.alone();
        self.plants(carrier);
        let message = self.send(person, Way::Text, carrier.text);
        self.settle().await;
        (person, message)
    }

    pub fn alone(&self) -> i64 {
        self.people[0]
    }

    /// What is stored about the only person, as it lies.
    pub fn text_of_alone(&self) -> Option<String> {
        self.stage.place.text_of(ChatId(self.alone()))
    }

    /// The person was told once, in the bot's own words, and nothing else was said.
    pub fn is_warned(&mut self, person: i64, about: &str) {
        let said = self.unread(person);
        let news: Vec<&str> = said
            .iter()
            .filter(|said| said.how != How::Keyboard)
            .map(|said| said.text.as_str())
            .collect();
        let [new] = news[..] else {
            panic!("{about}: {news:#?}");
        };
        assert!(new.starts_with(&warning()), "{about}: {new}");
        assert_eq!(new.matches(&warning()).count(), 1, "{new}");
    }

    pub async fn settle(&mut self) {
        self.stage.settle().await.expect("the bot comes to rest");
    }

    pub async fn state(&self, person: i64) -> State {
        let record = self
            .store
            .load(ChatId(person))
            .await
            .expect("the store answers");
        record.map_or(State::Home, |record| record.dialogue.state)
    }

    fn add_person(&mut self) -> i64 {
        let person = self
            .stage
            .emulator
            .with(|world| world.add_person(UNASKED[0], "ko"));
        self.people.push(person);
        person
    }

    pub fn unread(&self, person: i64) -> Vec<Said> {
        self.stage.emulator.with(|world| world.take_unread(person))
    }

    /// What was said so far is of no interest.
    fn begins(&mut self) {
        self.read_all();
        self.calls = self.stage.emulator.see(|world| world.calls().len());
    }

    pub fn read_all(&self) {
        for person in &self.people {
            self.unread(*person);
        }
    }
}

/// What is said to whoever has typed a secret: its first sentence.
fn warning() -> String {
    let remark = WORDS.say(Language::Korean, &Text::new("remark-secret-erased"));
    let first = markup::plain(&remark);
    first.lines().next().expect("it says something").to_owned()
}

fn erasures(world: &World, person: i64, message: i32) -> usize {
    let calls = world.calls_of("deleteMessage").into_iter();
    calls
        .filter(|call| call.chat == Some(person) && call.params["message_id"] == json!(message))
        .count()
}

/// A Sunday in Seoul.
fn morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 5, 0, 0)
        .single()
        .expect("a moment")
}
