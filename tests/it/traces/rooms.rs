//! Every room of the conversation, and how a person comes into it.

use gilbot::dialogue::press::Page;
use gilbot::dialogue::state::{
    Asking, Checking, DateTalk, Help, Leaf, Preparing, Setting, Shown, State,
};

/// What a person does to come into a room.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    Says(&'static str),
    Presses(&'static str),
    /// Presses «했어요» until the walk is over.
    Walks,
    /// Waits until the first reminder comes.
    Waits,
    /// Is sent a link by somebody else, and opens it.
    IsInvited,
}

/// One room.
pub struct Room {
    pub name: &'static str,
    /// What is done, in stretches that several rooms share.
    pub way: &'static [&'static [Act]],
    /// Whether somebody is in it.
    pub holds: fn(&State) -> bool,
}

use Act::{IsInvited, Presses, Says, Waits, Walks};

const RESULT: &[Act] = &[
    Says("발급"),
    Presses("아니요, 해당 없어요"),
    Presses("KB스타뱅킹 앱"),
    Presses("보안카드"),
    Presses("휴대폰 본인 인증"),
];
const DEPART: &[Act] = &[Presses("안내 시작하기")];
const DEPART_ANYWAY: &[Act] = &[Presses("그래도 시작할게요")];
const REVOKE: &[Act] = &[Says("폐기"), Presses("KB스타뱅킹 앱")];
const DATE_NEAR: &[Act] = &[Says("/start date"), Says("2028-03-15")];
const DATE: &[Act] = &[Says("/start date"), Says("2029-11-22")];
const SAVE: &[Act] = &[Presses("맞아요, 저장할게요")];
const AGREE: &[Act] = &[Presses("동의하고 저장하기")];

/// All of them. The reminder comes first, because the clock is moved for it.
pub const ROOMS: &[Room] = &[
    room("a reminder", &[DATE_NEAR, SAVE, AGREE, &[Waits]], |state| {
        matches!(state, State::Reminder(_))
    }),
    room("home", &[&[Says("/start")]], |state| *state == State::Home),
    room("a question", &[&[Says("/guide")]], |state| {
        matches!(state, State::Choosing(_))
    }),
    room("the result", &[RESULT], |state| {
        matches!(state, State::Result(_))
    }),
    room("the checklist", &[&[Says("/check")]], |state| {
        is_preparing(state, |at| at == Checking::List)
    }),
    room(
        "an item of it",
        &[&[Says("/check"), Presses("8. 보안카드·OTP 준비")]],
        |state| is_preparing(state, |at| matches!(at, Checking::Item(_))),
    ),
    room("what is missing", &[RESULT, DEPART], |state| {
        is_preparing(state, |at| at == Checking::Missing)
    }),
    room("a walk", &[RESULT, DEPART, DEPART_ANYWAY], |state| {
        matches!(state, State::Walking(_))
    }),
    room(
        "being stuck",
        &[RESULT, DEPART, DEPART_ANYWAY, &[Presses("막혔어요")]],
        |state| matches!(state, State::Stuck(_, Help::List)),
    ),
    room(
        "the end",
        &[REVOKE, DEPART, DEPART_ANYWAY, &[Walks]],
        |state| matches!(state, State::Finished(_)),
    ),
    room("the date", &[&[Says("/start date")]], |state| {
        is_dating(state, |at| matches!(at, Asking::Date { .. }))
    }),
    room("the date, to be confirmed", &[DATE], |state| {
        is_dating(state, |at| matches!(at, Asking::Confirm(_)))
    }),
    room("consent", &[DATE, SAVE], |state| {
        is_dating(state, |at| matches!(at, Asking::Consent(_)))
    }),
    room("the certificates", &[&[Says("/mycert")]], |state| {
        *state == State::Certificates(Shown::List)
    }),
    room(
        "a new name",
        &[DATE, SAVE, AGREE, &[Presses("이름 바꾸기")]],
        |state| matches!(state, State::Certificates(Shown::Rename(_))),
    ),
    room("the settings", &[&[Says("/settings")]], |state| {
        *state == State::Settings(Setting::Overview)
    }),
    room("a page", &[&[Says("/help")]], |state| {
        *state == State::Reading(Leaf::Page(Page::Help))
    }),
    room(
        "the look at a message",
        &[&[Says("/start genuine")]],
        |state| *state == State::Reading(Leaf::Page(Page::Genuine)),
    ),
    room(
        "an answer",
        &[&[Says("http://kb-safe.example 에서 확인하래요")]],
        |state| matches!(state, State::Answer(_)),
    ),
    room("an invitation", &[&[IsInvited]], |state| {
        matches!(state, State::Invited(_))
    }),
    room(
        "the farewell",
        &[&[
            Says("/start"),
            Says("/delete"),
            Presses("네, 모두 지울게요"),
        ]],
        |state| *state == State::Home,
    ),
];

const fn room(
    name: &'static str,
    way: &'static [&'static [Act]],
    holds: fn(&State) -> bool,
) -> Room {
    Room { name, way, holds }
}

/// A state that is new must be given a room.
pub fn name_of(state: &State) -> &'static str {
    match state {
        State::Home => "home",
        State::Choosing(_) => "choosing",
        State::Result(_) => "result",
        State::Preparing(_) => "preparing",
        State::Walking(_) => "walking",
        State::Stuck(..) => "stuck",
        State::Finished(_) => "finished",
        State::Dating(_) => "dating",
        State::Certificates(_) => "certificates",
        State::Settings(_) => "settings",
        State::Reading(_) => "reading",
        State::Reminder(_) => "reminder",
        State::Answer(_) => "answer",
        State::Invited(_) => "invited",
        State::Farewell => "farewell",
    }
}

/// The names of all states in which a person can stay; the farewell is forgotten as soon as it is said.
pub const STATES: [&str; 14] = [
    "home",
    "choosing",
    "result",
    "preparing",
    "walking",
    "stuck",
    "finished",
    "dating",
    "certificates",
    "settings",
    "reading",
    "reminder",
    "answer",
    "invited",
];

fn is_preparing(state: &State, at: fn(Checking) -> bool) -> bool {
    matches!(state, State::Preparing(Preparing { at: now, .. }) if at(*now))
}

fn is_dating(state: &State, at: fn(Asking) -> bool) -> bool {
    matches!(state, State::Dating(DateTalk { at: now, .. }) if at(*now))
}
