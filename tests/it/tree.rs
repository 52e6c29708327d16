//! Messages become events.

use serde_json::{Value, json};

use gilbot::dialogue::event::{Command, Event, MessageId, Thing};
use gilbot::dialogue::press::{Page, Place};
use gilbot::guide::plan::Purpose;
use gilbot::telegram::{Routed, parse};

use crate::updates::{event, group, incoming, message, private, route, update};

fn typed(raw: &Value) -> String {
    match event(raw) {
        Event::Typed(text) => text.as_str().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_is_typed_in_its_chat() {
    let raw = message(json!({"text": "ARS 전화가 안 와요"}));
    let incoming = incoming(&raw);
    assert_eq!(incoming.update, 100);
    assert_eq!(incoming.chat.0, 7);
    assert_eq!(incoming.language.as_deref(), Some("ko"));
    assert_eq!((incoming.callback, incoming.message), (None, None));
    assert_eq!(typed(&raw), "ARS 전화가 안 와요");
}

#[test]
fn a_message_handed_on_is_told_from_words_of_ones_own() {
    let forwarded = json!({"text": "봐 주세요", "forward_origin":
        {"type": "hidden_user", "date": 1, "sender_user_name": "아무개"}});
    match incoming(&message(forwarded)).event {
        Event::Forwarded(text) => assert_eq!(text.as_str(), "봐 주세요"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn slash_commands_are_understood_as_people_write_them() {
    let go = |place| Event::Commanded(Command::Go(place));
    let cases = [
        ("/start", Event::Commanded(Command::Start)),
        ("/START", Event::Commanded(Command::Start)),
        ("/start@gil_test_bot", Event::Commanded(Command::Start)),
        ("/start@another_bot", Event::Commanded(Command::Start)),
        (
            "/start reissue",
            Event::Commanded(Command::Purpose(Purpose::Reissue)),
        ),
        (
            "/start other",
            Event::Commanded(Command::Purpose(Purpose::OtherBank)),
        ),
        ("/start privacy", go(Place::Page(Page::Privacy))),
        ("/start help", go(Place::Page(Page::Help))),
        ("/start check", go(Place::Checklist)),
        ("/start mycert", go(Place::Certificates)),
        ("/start no-such-thing", Event::Commanded(Command::Start)),
        ("/help", go(Place::Page(Page::Help))),
        ("/help me please", go(Place::Page(Page::Help))),
        ("/guide", go(Place::Begin)),
        ("/check\n", go(Place::Checklist)),
        ("/mycert", go(Place::Certificates)),
        ("/settings", go(Place::Settings)),
        ("/privacy", go(Place::Page(Page::Privacy))),
        ("/mydata", go(Place::Page(Page::MyData))),
        ("/delete", go(Place::Page(Page::Erase))),
        ("/cancel", Event::Commanded(Command::Cancel)),
        ("/lottery", Event::Commanded(Command::Unknown)),
    ];
    for (text, expected) in cases {
        assert_eq!(event(&message(json!({"text": text}))), expected, "{text}");
    }
    assert_eq!(typed(&message(json!({"text": "/재발급"}))), "재발급");
    assert_eq!(typed(&message(json!({"text": "/"}))), "");
}

#[test]
fn topics_and_troubles_have_deep_links() {
    for topic in gilbot::guide::topic::rows::all() {
        let text = format!("/start topic-{}", topic.id.0);
        assert_eq!(
            event(&message(json!({"text": text}))),
            Event::Commanded(Command::Go(Place::Topic(topic.id)))
        );
    }
    let raw = message(json!({"text": "/start trouble-T20"}));
    let Event::Commanded(Command::Go(Place::Trouble(trouble))) = event(&raw) else {
        panic!("no trouble");
    };
    assert_eq!(trouble.0, 20);
}

#[test]
fn what_is_sent_instead_of_words_is_named() {
    let photo = json!([{"file_id": "A", "file_unique_id": "a", "width": 1, "height": 1}]);
    let file = json!({"file_id": "A", "file_unique_id": "a", "file_size": 1});
    let place = json!({"longitude": 1.0, "latitude": 1.0});
    let video =
        json!({"file_id": "A", "file_unique_id": "a", "width": 1, "height": 1, "duration": 1});
    let cases = [
        (json!({"photo": photo}), Thing::Picture),
        (
            json!({"photo": photo, "caption": "이 화면이에요"}),
            Thing::Picture,
        ),
        (json!({"document": file}), Thing::File),
        (
            json!({"document": {"file_id": "A", "file_unique_id": "a", "mime_type": "image/png"}}),
            Thing::Picture,
        ),
        (json!({"animation": video, "document": file}), Thing::Other),
        (json!({"video": video}), Thing::Picture),
        (
            json!({"voice": {"file_id": "A", "file_unique_id": "a", "duration": 1}}),
            Thing::Voice,
        ),
        (
            json!({"audio": {"file_id": "A", "file_unique_id": "a", "duration": 1}}),
            Thing::Voice,
        ),
        (
            json!({"sticker": {"file_id": "A", "file_unique_id": "a", "type": "regular", "width": 1, "height": 1,
            "is_animated": false, "is_video": false}}),
            Thing::Sticker,
        ),
        (
            json!({"contact": {"phone_number": "01000000000", "first_name": "영자"}}),
            Thing::Contact,
        ),
        (json!({"location": place}), Thing::Location),
        (
            json!({"location": place, "venue": {"location": place, "title": "국민은행", "address": "서울"}}),
            Thing::Location,
        ),
        (json!({"dice": {"emoji": "🎲", "value": 3}}), Thing::Other),
        (
            json!({"poll": {"id": "1", "question": "뭐 먹지?", "options": [{"text": "밥", "voter_count": 0}],
            "total_voter_count": 0, "is_closed": false, "is_anonymous": true, "type": "regular",
            "allows_multiple_answers": false}}),
            Thing::Other,
        ),
        (json!({"something_of_next_year": {"x": 1}}), Thing::Other),
    ];
    for (fields, thing) in cases {
        assert_eq!(
            event(&message(fields.clone())),
            Event::Sent(thing),
            "{fields}"
        );
    }
}

#[test]
fn notes_of_telegrams_own_are_nothing() {
    let pinned = json!({"message_id": 4, "date": 1_800_000_000, "chat": private(), "text": "x"});
    for fields in [
        json!({"pinned_message": pinned}),
        json!({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}}),
    ] {
        assert_eq!(route(&message(fields)), Routed::Nothing);
    }
    let channel = json!({"chat": {"id": -100, "type": "channel", "title": "x"}, "text": "/start"});
    assert_eq!(route(&update("channel_post", &channel)), Routed::Nothing);
    assert_eq!(
        route(&json!({"update_id": 1, "something_new": {}})),
        Routed::Nothing
    );
    assert!(parse(br#"{"message": {}}"#).is_none());
    assert!(parse(b"[]").is_none());
}

#[test]
fn a_message_with_an_entity_newer_than_the_library_is_read_all_the_same() {
    let entities = json!([{"type": "date_time", "offset": 0, "length": 2, "unix_time": 1_800_000_000, "date_time_format": "r"}]);
    let raw = message(json!({"text": "내일 만료돼요", "entities": entities}));
    assert_eq!(typed(&raw), "내일 만료돼요");
    let command = message(json!({"text": "/help", "entities": entities}));
    assert_eq!(
        event(&command),
        Event::Commanded(Command::Go(Place::Page(Page::Help)))
    );
    let photo = json!([{"file_id": "A", "file_unique_id": "a", "width": 1, "height": 1}]);
    let caption = message(json!({"photo": photo, "caption": "내일", "caption_entities": entities}));
    assert_eq!(event(&caption), Event::Sent(Thing::Picture));
    let rich = message(json!({"rich_message": {"blocks": [
        {"type": "paragraph", "text": "전화가"}, {"type": "list", "items": [{"text": "안 와요"}]}]}}));
    assert_eq!(typed(&rich), "전화가\n안 와요");
}

#[test]
fn a_message_that_the_library_cannot_read_at_all_is_read_all_the_same() {
    let raw = message(json!({"text": "안녕하세요", "date": "soon"}));
    assert_eq!(typed(&raw), "안녕하세요");
    let incoming = incoming(&raw);
    assert_eq!((incoming.update, incoming.chat.0), (100, 7));
    let in_group = message(json!({"text": "안녕하세요", "date": "soon", "chat": group()}));
    assert_eq!(route(&in_group), Routed::Nothing);
}

#[test]
fn a_change_of_a_message_is_told_apart() {
    let raw = update(
        "edited_message",
        &json!({"text": "다시 적어요", "edit_date": 1_800_000_001}),
    );
    assert!(matches!(event(&raw), Event::Edited(text) if text.as_str() == "다시 적어요"));
    let place =
        json!({"location": {"longitude": 1.0, "latitude": 1.0}, "edit_date": 1_800_000_001});
    assert_eq!(route(&update("edited_message", &place)), Routed::Nothing);
}

#[test]
fn a_secret_is_found_wherever_it_was_typed() {
    let secret = "주민번호는 901010-9712345 이에요";
    let photo = json!([{"file_id": "A", "file_unique_id": "a", "width": 1, "height": 1}]);
    let place = json!({"longitude": 1.0, "latitude": 1.0});
    let cases = [
        message(json!({"text": secret})),
        message(json!({"text": format!("/start {secret}")})),
        message(json!({"text": format!("/{secret}")})),
        message(
            json!({"text": secret, "entities": [{"type": "of_next_year", "offset": 0, "length": 1}]}),
        ),
        message(json!({"text": secret, "date": "soon"})),
        message(json!({"photo": photo, "caption": secret})),
        message(json!({"document": {"file_id": "A", "file_unique_id": "a", "file_name": secret}})),
        message(
            json!({"contact": {"phone_number": "01000000000", "first_name": "나", "last_name": secret}}),
        ),
        message(
            json!({"location": place, "venue": {"location": place, "title": secret, "address": "x"}}),
        ),
        update(
            "edited_message",
            &json!({"text": secret, "edit_date": 1_800_000_001}),
        ),
        update(
            "edited_message",
            &json!({"photo": photo, "caption": secret, "edit_date": 1_800_000_001}),
        ),
    ];
    for raw in cases {
        let event = event(&raw);
        let printed = format!("{event:?}");
        assert!(
            matches!(&event, Event::SecretTyped { message: MessageId(5), kinds } if !kinds.is_empty()),
            "{printed} for {raw}"
        );
        assert!(!printed.contains("9712345"));
    }
}
