//! One update, from the wire to its delivery.

use std::pin::pin;
use std::sync::Arc;

use crate::dialogue::asked;
use crate::dialogue::event::{Command, Event};
use crate::dialogue::press::Place;
use crate::dialogue::sharing::Invitation;
use crate::locales::Language;
use crate::store::{ChatId, CommitId, Record, StoreError};
use crate::telegram::kind::UpdateKind;
use crate::telegram::raw::{Parsed, parse};
use crate::telegram::send::PressAnswer;
use crate::telegram::tree::{Incoming, Routed, Tree};

use super::aside::{answer_by_call, apologise, elsewhere, said, show};
use super::careful::{self, Careful};
use super::deliver::Courier;
use super::flights::Flights;
use super::gauge::{self, Outcome};
use super::note::{Ended, Note};
use super::turn::{Turn, Turned};

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

/// Reads an update. Without a number nothing can be done about it, and Telegram may forget it.
pub fn read(update: &[u8]) -> Option<Parsed> {
    let parsed = parse(update);
    if parsed.is_none() {
        tracing::warn!("an update without a number was passed over");
        gauge::update(UpdateKind::Other, Outcome::Unreadable);
    }
    parsed
}

/// How a press is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// By a call, beside the showing.
    ByCall,
    /// In the reply to the request that has brought the update, which saves a call.
    InReply,
}

/// What is said to whoever has brought an update.
pub struct Taken {
    pub verdict: Verdict,
    /// The answer to a press, with [`Answering::InReply`]: a call as JSON.
    pub reply: Option<Vec<u8>>,
}

/// Takes one update. What is to be shown is shown afterwards, without keeping Telegram waiting.
///
/// An update that cannot be taken is tried a few times, and then acknowledged: it would come again for ever, and keep
/// the others behind it.
pub async fn take(intake: &Arc<Intake>, parsed: Parsed, answering: Answering) -> Taken {
    let note = Note::of(&parsed);
    let flight = intake.flights.begin();
    let chat = parsed.chat.map(|chat| ChatId(chat.0));
    // Pinned here: it is large, and whoever takes it by value has it copied.
    let thinking = pin!(think(intake, parsed, answering));
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
    let verdict = match ended.outcome {
        Outcome::Again => Verdict::Again,
        Outcome::Taken
        | Outcome::Seen
        | Outcome::Panicked
        | Outcome::SetAside
        | Outcome::Unreadable => Verdict::Acknowledge,
    };
    Taken {
        verdict,
        reply: ended.reply,
    }
}

async fn think(
    intake: &Arc<Intake>,
    parsed: Parsed,
    answering: Answering,
) -> Result<Ended, StoreError> {
    let Some(chat) = parsed.chat.map(|chat| ChatId(chat.0)) else {
        let routed = intake.tree.route(parsed, asked(None));
        elsewhere(intake, routed);
        return Ok(Outcome::Taken.into());
    };
    // From here to the commit.
    let _turning = gauge::turn_begins();
    let loaded = match intake.courier.store.load(chat).await {
        Ok(loaded) => loaded,
        Err(StoreError::Corrupt(why)) => {
            apologise(intake, chat);
            return Err(StoreError::Corrupt(why));
        }
        Err(unavailable) => return Err(unavailable),
    };
    let asked = asked(loaded.as_ref().map(|record| &record.dialogue));
    match intake.tree.route(parsed, asked) {
        Routed::Chat(mut incoming) => {
            if let Event::Linked(sealed) = &incoming.event {
                incoming.event = opened(intake, chat, sealed).await?;
            }
            committed(intake, chat, incoming, loaded, answering).await
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
    incoming: Incoming,
    loaded: Option<Record>,
    answering: Answering,
) -> Result<Ended, StoreError> {
    let about = Turn {
        chat,
        id: CommitId::Update(incoming.update),
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
    let turned = courier.turned(&about, loaded).await?;
    let mut ended = Ended::of(&turned);
    let (record, toast, picture) = match turned {
        Turned::Committed {
            record,
            toast,
            picture,
            ..
        } => (Some(record), toast, picture),
        // It has been thought about before. What it owes may still be owed, and the press wants its answer.
        Turned::Seen => (courier.store.load(chat).await?.map(Box::new), None, None),
        Turned::Nothing => (None, None, None),
    };
    let language = record
        .as_ref()
        .map_or(language, |record| record.dialogue.settings.language);
    let answer = incoming
        .callback
        .map(|callback| PressAnswer::new(callback, said(courier, toast, language)));
    let to_call = match answering {
        Answering::ByCall => answer,
        Answering::InReply => {
            ended.reply = answer.map(|answer| answer.in_reply());
            None
        }
    };
    let intake = Arc::clone(intake);
    let flight = intake.flights.begin();
    tokio::spawn(async move {
        let show = pin!(show(&intake, chat, record, picture));
        let answer = answer_by_call(&intake, to_call);
        tokio::join!(answer, careful::caught(show));
        drop(flight);
    });
    Ok(ended)
}
