//! One chat whose alarm is followed: the same functions as the bot's, without store and Telegram.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use gilbot::dialogue::certificate::{Certificate, CertificateId};
use gilbot::dialogue::effect::{Effect, Show};
use gilbot::dialogue::event::{Command, Event};
use gilbot::dialogue::press::{Dating, Place, Press};
use gilbot::dialogue::reminder::Notice;
use gilbot::dialogue::state::{Dialogue, Remark, State};
use gilbot::dialogue::{next_due, transition, view};
use gilbot::reading::sift::{Asked, Sifted, sift};

/// More alarms than this between two looks are a loop without end.
const WAKES_MAX: usize = 200;

/// One unasked message.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub at: DateTime<Utc>,
    pub what: Vec<(CertificateId, Notice)>,
    pub nudge: bool,
    pub show: Show,
}

/// A chat and its time.
pub struct Alarm {
    pub dialogue: Dialogue,
    pub now: DateTime<Utc>,
}

impl Alarm {
    pub fn new(now: DateTime<Utc>) -> Self {
        let dialogue = Dialogue {
            heard_at: Some(now),
            ..Dialogue::default()
        };
        Self { dialogue, now }
    }

    /// The person does this now.
    pub fn does(&mut self, event: Event) -> Vec<Effect> {
        let (dialogue, effects) = transition(self.dialogue.clone(), event, self.now);
        self.dialogue = dialogue;
        effects
    }

    pub fn presses(&mut self, press: Press) -> Vec<Effect> {
        let offered = view(&self.dialogue, self.now)
            .presses()
            .any(|seen| seen == press);
        assert!(offered || press.always(), "{press:?} is not to be seen");
        self.does(Event::Pressed(press))
    }

    pub fn types(&mut self, words: &str) {
        let Sifted::Safe(text) = sift(words, Asked::Date) else {
            panic!("«{words}» is no secret");
        };
        self.does(Event::Typed(text));
    }

    /// Enters a certificate as a person does: types the date, confirms it, agrees the first time.
    pub fn enters(&mut self, expires_on: NaiveDate) -> CertificateId {
        self.does(Event::Commanded(Command::Go(Place::NewDate)));
        self.confirms(expires_on);
        self.dialogue
            .certificates
            .iter()
            .last()
            .expect("it was kept")
            .id
    }

    pub fn confirms(&mut self, expires_on: NaiveDate) {
        self.types(&expires_on.format("%Y-%m-%d").to_string());
        self.presses(Press::Date(Dating::Save(expires_on)));
        if view(&self.dialogue, self.now)
            .presses()
            .any(|press| press == agree(expires_on))
        {
            self.presses(agree(expires_on));
        }
    }

    pub fn certificate(&self, id: CertificateId) -> &Certificate {
        self.dialogue.certificates.find(id).expect("it is there")
    }

    /// The alarm comes now, again and again until it rests; what is told.
    pub fn wakes(&mut self) -> Vec<Told> {
        let mut told = Vec::new();
        for _ in 0..WAKES_MAX {
            let at = self.now;
            let effects = self.does(Event::Due);
            for effect in effects {
                if let Effect::Show(show) = effect {
                    told.push(self.told(at, show));
                }
            }
            if next_due(&self.dialogue).is_none_or(|next| next > at) {
                return told;
            }
        }
        panic!("the alarm never rests");
    }

    fn told(&self, at: DateTime<Utc>, show: Show) -> Told {
        let what = match &self.dialogue.state {
            State::Reminder(reminder) => reminder.lines.clone(),
            _ => Vec::new(),
        };
        Told {
            at,
            what,
            nudge: self.dialogue.remark == Some(Remark::Nudge),
            show,
        }
    }

    /// Follows every alarm until this time, each at its very instant.
    pub fn follows(&mut self, until: DateTime<Utc>) -> Vec<Told> {
        let mut told = Vec::new();
        while let Some(due) = next_due(&self.dialogue).filter(|due| *due <= until) {
            self.now = due.max(self.now);
            told.extend(self.wakes());
        }
        self.now = until.max(self.now);
        told
    }

    pub fn passes(&mut self, time: TimeDelta) -> Vec<Told> {
        self.follows(self.now + time)
    }
}

fn agree(expires_on: NaiveDate) -> Press {
    Press::Date(Dating::Agree(expires_on))
}
