//! One update, from the wire to its delivery.

use std::sync::Arc;

use serde_json::Value;
use teloxide::types::CallbackQueryId;

use crate::dialogue::asked;
use crate::dialogue::effect::Toast;
use crate::dialogue::event::{Command, Event};
use crate::dialogue::press::Place;
use crate::dialogue::sharing::Invitation;
use crate::dialogue::text::Text;
use crate::locales::Language;
use crate::store::{ChatId, CommitId, Record, StoreError};
use crate::telegram::kind::UpdateKind;
use crate::telegram::raw::{self, Parsed};
use crate::telegram::tree::{Incoming, Routed, Tree};

use super::careful::{self, Careful};
use super::deliver::Courier;
use super::flights::Flights;
use super::gauge::{self, Outcome};
use super::note::{Ended, Note};
use super::turn::{Turn, Turned, turn};

/// Everything that takes updates shares this.
pub struct Intake {
    pub courier: Courier,
    pub tree: Tree,
    /// Our name in Telegram, without `@`.
    pub username: String,
    pub flights: Flights,
    pub careful: Careful,
}

/// Whether Telegram may forget an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It has been committed, or it can never be.
    Acknowledge,
    /// The store did not answer: Telegram is to bring it again.
    Again,
}

/// The chat that an update belongs to, so that the updates of one chat can be kept in order.
pub fn chat_of(update: &Value) -> Option<i64> {
    raw::parse(update).and_then(|parsed| parsed.chat.map(|chat| chat.0))
}

/// Takes one update. What is to be shown is shown afterwards, without keeping Telegram waiting.
///
/// An update that cannot be taken is tried a few times, and then acknowledged: it would come again for ever, and keep
/// the others behind it.
pub async fn take(intake: &Arc<Intake>, update: Value) -> Verdict {
    let Some(parsed) = raw::parse(&update) else {
        tracing::warn!("an update without a number was passed over");
        gauge::update(UpdateKind::Other, Outcome::Unreadable);
        return Verdict::Acknowledge;
    };
    let note = Note::of(&parsed);
    let flight = intake.flights.begin();
    let chat = parsed.chat.map(|chat| ChatId(chat.0));
    let thinking = think(intake, parsed);
    let ended = match careful::tried(intake, chat, note.update, thinking).await {
        Ok(ended) => ended,
        Err(StoreError::Unavailable(why)) => {
            tracing::warn!(
                update = note.update,
                why,
                "the store did not take an update"
            );
            Outcome::Again.into()
        }
        Err(StoreError::Corrupt(why)) => {
            // It can never succeed, and nobody else may wait for it. The bytes stay as they are.
            tracing::error!(update = note.update, why, "a record cannot be read");
            Outcome::Unreadable.into()
        }
    };
    drop(flight);
    note.ended(&intake.courier.aliases, &ended);
    match ended.outcome {
        Outcome::Again => Verdict::Again,
        Outcome::Taken
        | Outcome::Seen
        | Outcome::Panicked
        | Outcome::SetAside
        | Outcome::Unreadable => Verdict::Acknowledge,
    }
}

async fn think(intake: &Arc<Intake>, parsed: Parsed) -> Result<Ended, StoreError> {
    let update = parsed.update;
    let Some(chat) = parsed.chat.map(|chat| ChatId(chat.0)) else {
        let routed = intake.tree.route(parsed, asked(None)).await;
        elsewhere(intake, routed);
        return Ok(Outcome::Taken.into());
    };
    let loaded = match intake.courier.store.load(chat).await {
        Ok(loaded) => loaded,
        Err(StoreError::Corrupt(why)) => {
            apologise(intake, chat);
            return Err(StoreError::Corrupt(why));
        }
        Err(unavailable) => return Err(unavailable),
    };
    let asked = asked(loaded.as_ref().map(|record| &record.dialogue));
    match intake.tree.route(parsed, asked).await {
        Routed::Chat(mut incoming) => {
            if let Event::Linked(sealed) = &incoming.event {
                incoming.event = opened(intake, chat, sealed).await?;
            }
            committed(intake, chat, update, incoming, loaded).await
        }
        other => {
            elsewhere(intake, other);
            Ok(Outcome::Taken.into())
        }
    }
}

/// What a sealed link is: an invitation, if it is one of ours and the certificate is still there.
async fn opened(intake: &Intake, chat: ChatId, sealed: &str) -> Result<Event, StoreError> {
    let courier = &intake.courier;
    let Some(origin) = courier.seal.open(sealed, courier.clock.now()) else {
        return Ok(Event::InvitationVoid);
    };
    if origin.peer.0 == chat.0 {
        let own = Place::Certificates;
        return Ok(Event::Commanded(Command::Go(own)));
    }
    let record = courier.store.load(ChatId(origin.peer.0)).await?;
    let certificate = record
        .as_ref()
        .and_then(|record| record.dialogue.certificates.find(origin.certificate));
    Ok(certificate.map_or(Event::InvitationVoid, |certificate| {
        Event::Invited(Invitation {
            origin,
            label: certificate.label.clone(),
            expires_on: certificate.expires_on,
        })
    }))
}

/// Commits the turn; the answer to a press and the showing go their own way afterwards.
async fn committed(
    intake: &Arc<Intake>,
    chat: ChatId,
    update: u32,
    incoming: Incoming,
    loaded: Option<Record>,
) -> Result<Ended, StoreError> {
    let about = Turn {
        chat,
        id: CommitId::Update(update),
        event: &incoming.event,
        pressed_on: incoming.message,
    };
    let language = incoming
        .language
        .as_deref()
        .map_or_else(Language::default, Language::of);
    // Whoever is new is spoken to in the language of their Telegram.
    let loaded = loaded.or_else(|| Some(Record::of_stranger(language)));
    let courier = &intake.courier;
    let now = courier.clock.now();
    let timer = gauge::turn_begins();
    let turned = turn(courier.store.as_ref(), &about, loaded, now).await?;
    drop(timer);
    let ended = Ended::of(&turned);
    let (record, toast) = match turned {
        Turned::Committed { record, toast } => (Some(record), toast),
        // It has been thought about before. What it owes may still be owed, and the press wants its answer.
        Turned::Seen => (courier.store.load(chat).await?.map(Box::new), None),
        Turned::Nothing => (None, None),
    };
    let intake = Arc::clone(intake);
    let flight = intake.flights.begin();
    tokio::spawn(async move {
        let language = record
            .as_ref()
            .map_or(language, |record| record.dialogue.settings.language);
        let answer = answer(&intake, incoming.callback, toast, language);
        let show = show(&intake, chat, record);
        tokio::join!(answer, show);
        drop(flight);
    });
    Ok(ended)
}

async fn show(intake: &Intake, chat: ChatId, record: Option<Box<Record>>) {
    if let Some(record) = record
        && let Err(error) = intake.courier.deliver(chat, *record).await
    {
        let chat = intake.courier.aliases.of(chat);
        tracing::warn!(%error, chat, "a delivery was not settled; its alarm repeats it");
    }
}

/// Every press is answered: until then the button shows that it waits.
async fn answer(
    intake: &Intake,
    callback: Option<CallbackQueryId>,
    toast: Option<Toast>,
    language: Language,
) {
    let Some(callback) = callback else {
        return;
    };
    let courier = &intake.courier;
    let words = toast.map(|toast| courier.words.plain(language, &Text::new(toast_text(toast))));
    let delivery = courier.api.answer(callback, words.as_deref(), false).await;
    gauge::sent(&delivery);
}

/// What belongs to no private chat: one word, nothing stored.
fn elsewhere(intake: &Arc<Intake>, routed: Routed) {
    let intake = Arc::clone(intake);
    let flight = intake.flights.begin();
    tokio::spawn(async move {
        match routed {
            Routed::Group { chat, language } => {
                let language = language
                    .as_deref()
                    .map_or_else(Language::default, Language::of);
                let said = |id| Text::new(id);
                let words = &intake.courier.words;
                let html = words.say(language, &said("group-greeting"));
                let label = words.plain(language, &said("button-open-private"));
                let greeting =
                    intake
                        .courier
                        .api
                        .greet_group(chat, &html, &label, &intake.username);
                gauge::sent(&greeting.await);
            }
            Routed::GroupPress { callback } => {
                answer(&intake, Some(callback), None, Language::default()).await;
            }
            Routed::Chat(_) | Routed::Nothing => {}
        }
        drop(flight);
    });
}

/// The record cannot be read: it is kept as it is, and the person is told whom to call.
fn apologise(intake: &Arc<Intake>, chat: ChatId) {
    let intake = Arc::clone(intake);
    let flight = intake.flights.begin();
    tokio::spawn(async move {
        let courier = &intake.courier;
        let screen = crate::dialogue::screen::Screen::new(vec![Text::new("trouble-with-record")]);
        let said = courier.words.screen(Language::Korean, &screen);
        let whom = teloxide::types::ChatId(chat.0);
        gauge::sent(&courier.api.show_anew(whom, &said, true).await);
        drop(flight);
    });
}

fn toast_text(toast: Toast) -> &'static str {
    match toast {
        Toast::Moved => "toast-moved",
        Toast::Saved => "toast-saved",
        Toast::Muted => "toast-muted",
        Toast::Unmuted => "toast-unmuted",
        Toast::WillRemindAgain => "toast-will-remind-again",
        Toast::Removed => "toast-removed",
        Toast::Full => "toast-full",
        Toast::Gone => "toast-gone",
    }
}
