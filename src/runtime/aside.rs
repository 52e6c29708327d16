//! What goes out beside a turn: the answer to a press, and the few words that belong to no record.

use std::sync::Arc;

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::effect::Toast;
use crate::dialogue::screen::Screen;
use crate::dialogue::text::Text;
use crate::locales::Language;
use crate::store::{ChatId, Record};
use crate::telegram::send::PressAnswer;
use crate::telegram::tree::Routed;

use super::deliver::Courier;
use super::gauge;
use super::intake::Intake;

/// Delivers what a turn owes, and then the picture that goes with it, if there is one.
pub(super) async fn show(
    intake: &Intake,
    chat: ChatId,
    record: Option<Box<Record>>,
    picture: Option<CertificateId>,
) {
    let courier = &intake.courier;
    let delivered = match record {
        Some(record) => courier.deliver(chat, *record).await,
        None => return,
    };
    let shown = match (delivered, picture) {
        (Ok(()), Some(certificate)) => courier.picture(chat, certificate).await,
        (delivered, _) => delivered,
    };
    if let Err(error) = shown {
        let chat = courier.aliases.of(chat);
        tracing::warn!(%error, chat, "a delivery was not settled; its alarm repeats it");
    }
}

/// The word over the chat, if there is one.
pub(super) fn said(courier: &Courier, toast: Option<Toast>, language: Language) -> Option<String> {
    toast.map(|toast| {
        let words = Text::new(toast_text(toast));
        courier.words.plain(language, &words)
    })
}

/// Every press is answered: until then the button shows that it waits.
pub(super) async fn answer_by_call(intake: &Intake, answer: Option<PressAnswer>) {
    if let Some(answer) = answer {
        gauge::sent(&intake.courier.api.answer(&answer).await);
    }
}

/// What belongs to no dialogue: one word, nothing stored.
pub(super) fn elsewhere(intake: &Arc<Intake>, routed: Routed) {
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
            Routed::Stats { chat, language } => {
                let language = language
                    .as_deref()
                    .map_or_else(Language::default, Language::of);
                intake.courier.tell_stats(chat, language).await;
            }
            Routed::GroupPress { callback } => {
                answer_by_call(&intake, Some(PressAnswer::new(callback, None))).await;
            }
            Routed::Chat(_) | Routed::Nothing => {}
        }
        drop(flight);
    });
}

/// The record cannot be read: it is kept as it is, and the person is told whom to call.
pub(super) fn apologise(intake: &Arc<Intake>, chat: ChatId) {
    let intake = Arc::clone(intake);
    let flight = intake.flights.begin();
    tokio::spawn(async move {
        let courier = &intake.courier;
        let screen = Screen::new(vec![Text::new("trouble-with-record")]);
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
        Toast::Drawing => "toast-drawing",
    }
}
