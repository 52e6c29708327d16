//! Reminders for two: handing them on, and being asked.

use super::certificates::label;
use crate::dialogue::certificate::Certificate;
use crate::dialogue::press::{Matter, Place, Press};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::sharing::{COMPANIONS_MAX, Invitation};
use crate::dialogue::text::{Arg, Text};

/// Handing the reminders on: a link to send, and the way to stop it.
pub fn share(certificate: &Certificate) -> Screen {
    let stop = (!certificate.companions.is_empty())
        .then(|| Button::plain("button-unshare", Press::Unshare(certificate.id)));
    Screen::new(vec![
        Text::new("share")
            .with("label", label(certificate))
            .with("max", COMPANIONS_MAX),
    ])
    .row(vec![Button::share("button-share-send", certificate.id)])
    .rows(stop)
    .row(vec![
        Button::plain(
            "button-leave-it",
            Press::About(certificate.id, Matter::Card),
        ),
        super::home_button(),
    ])
}

/// Somebody hands a reminder on.
pub fn invited(invitation: &Invitation) -> Screen {
    let label = if invitation.label.is_empty() {
        Text::new("label-of-somebody")
    } else {
        Text::new("label").with("words", Arg::Words(invitation.label.clone()))
    };
    Screen::new(vec![
        Text::new("invited")
            .with("label", label)
            .with("date", invitation.expires_on),
        Text::new("page-what-is-stored"),
    ])
    .row(vec![Button::plain("button-join", Press::Join)])
    .row(vec![Button::plain(
        "button-no-thanks",
        Press::Go(Place::Home),
    )])
}
