//! The rooms of the conversation, as operators and contributors call them: [`ROOMS`](crate::dialogue::state::room::ROOMS).

/// A room: its name in the code, in Korean and in English. They are told in this order.
pub const ROOMS: [(&str, &str, &str); 15] = [
    ("home", "처음", "Home"),
    ("choosing", "고르기", "Questions"),
    ("result", "안내 결과", "Result"),
    ("preparing", "준비물", "Preparing"),
    ("walking", "걷기", "Walking"),
    ("stuck", "막혔어요", "Stuck"),
    ("finished", "마침", "Finished"),
    ("dating", "만료일 적기", "Entering a date"),
    ("certificates", "내 인증서", "Certificates"),
    ("settings", "설정", "Settings"),
    ("reading", "읽을거리", "Reading"),
    ("reminder", "알림", "Reminder"),
    ("answer", "답", "Answer"),
    ("invited", "초대", "Invitation"),
    ("farewell", "작별", "Farewell"),
];

/// Where this room stands in the order; one that is not known stands last.
pub fn place(room: &str) -> usize {
    ROOMS
        .iter()
        .position(|(name, ..)| *name == room)
        .unwrap_or(ROOMS.len())
}

/// What Koreans call this room.
pub fn korean(room: &str) -> &str {
    ROOMS.get(place(room)).map_or(room, |(_, korean, _)| korean)
}

/// What it is called in English.
pub fn english(room: &str) -> &str {
    ROOMS.get(place(room)).map_or(room, |(.., english)| english)
}
