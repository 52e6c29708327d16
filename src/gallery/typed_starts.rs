//! What follows typed words: dates that are and are not, answers, and checked messages.

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::sharing::{Invitation, Origin, Peer};
use crate::dialogue::state::{
    Answer, Asking, DateTalk, Dialogue, Remark, Reply, Shown, State, Unclear,
};
use crate::guide::topic::{TopicId, rows as topics};
use crate::reading::suspicion::{Link, Suspicion};

use super::starts::{in_state, today, walk, walking, with_certificates};

/// What follows typed words: a date that could be two, that was not one, that is past or far.
pub fn dated() -> Vec<Dialogue> {
    let day = |days: i64| today() + chrono::TimeDelta::days(days);
    let unclear = [
        Unclear::NoDate,
        Unclear::Incomplete,
        Unclear::Impossible,
        Unclear::FutureIssue,
        Unclear::Lunar,
        Unclear::Vague,
    ];
    let mut at = Vec::new();
    for issue in [false, true] {
        at.extend(unclear.map(|why| Asking::Date {
            issue,
            unclear: Some(why),
        }));
        at.push(Asking::Either {
            issue,
            dates: [day(-40), day(-4)],
        });
    }
    at.extend([-4_000, -1, 0, 1, 30, 1_000, 3_000].map(|days| Asking::Confirm(day(days))));
    at.push(Asking::Consent(day(100)));
    let mut dated = Vec::new();
    for at in at {
        for (certificate, walk) in [(None, None), (Some(CertificateId(0)), Some(walk()))] {
            let mut dialogue = with_certificates([100]);
            dialogue.settings.consented_at = None;
            dialogue.state = State::Dating(DateTalk {
                certificate,
                walk,
                at,
            });
            dated.push(dialogue);
        }
    }
    dated
}

/// What follows a typed question, or a message that was handed on to us.
pub fn answered() -> Vec<Dialogue> {
    let topics: Vec<TopicId> = topics::all().map(|row| row.id).collect();
    let mut replies: Vec<Reply> = topics.iter().map(|id| Reply::Topic(*id)).collect();
    replies.extend(topics.chunks(3).map(|near| Reply::Near(near.to_vec())));
    let links = [
        Link::Nowhere,
        Link::Official,
        Link::Elsewhere,
        Link::Shortened,
    ];
    for link in links {
        replies.extend([false, true].map(|found| {
            Reply::Checked(Suspicion {
                link,
                asks_secret: found,
                remote_app: found,
                money: found,
                urgency: found,
            })
        }));
    }
    let answer = |reply| {
        in_state(State::Answer(Answer {
            reply,
            near: Vec::new(),
            interrupted: Box::new(walking()),
        }))
    };
    replies.into_iter().map(answer).collect()
}

/// Reminders for two: handed on, being asked, and got from somebody.
pub fn shared() -> Vec<Dialogue> {
    let origin = Origin {
        peer: Peer(7),
        certificate: CertificateId(0),
    };
    let invited = ["", "어머니"].map(|label| {
        in_state(State::Invited(Invitation {
            origin,
            label: label.to_owned(),
            expires_on: today() + chrono::TimeDelta::days(100),
        }))
    });
    let card = State::Certificates(Shown::Card(CertificateId(0)));
    let mut giving = with_certificates([100]);
    let mut getting = giving.clone();
    for given in giving.certificates.iter_mut() {
        given.companions = vec![Peer(8), Peer(9)];
    }
    for got in getting.certificates.iter_mut() {
        got.origin = Some(origin);
    }
    giving.state = card.clone();
    getting.state = card;
    let mut void = in_state(State::Home);
    void.remark = Some(Remark::InvitationVoid);
    let mut ended = in_state(State::Certificates(Shown::List));
    ended.remark = Some(Remark::SharingEnded);
    invited
        .into_iter()
        .chain([giving, getting, void, ended])
        .collect()
}
