//! The names of the rooms of the conversation, for the operator.

use super::State;

/// All of them, in the order in which a person comes to them.
pub const ROOMS: [&str; 15] = [
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
    "farewell",
];

impl State {
    /// Which of [`ROOMS`] this is. Nothing of what the person does there goes with it.
    pub fn room(&self) -> &'static str {
        match self {
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
}
