//! Presses, groups, and people who come and go.

use serde_json::{Value, json};

use gilbot::dialogue::event::{Event, MessageId};
use gilbot::dialogue::press::{Place, Press};
use gilbot::telegram::{Routed, parse};

use crate::updates::{event, group, incoming, message, person, press, private, route, update};

#[test]
fn a_press_is_known_by_its_data() {
    let message = json!({"message_id": 9, "date": 1_800_000_000, "chat": private(), "text": "x"});
    let pressed = incoming(&press("go:home", &message));
    assert_eq!(pressed.event, Event::Pressed(Press::Go(Place::Home)));
    assert_eq!(pressed.chat.0, 7);
    assert_eq!(pressed.message, Some(MessageId(9)));
    assert_eq!(pressed.callback.map(|id| id.0).as_deref(), Some("c1"));
    let unknown = incoming(&press("left:over:from:last:year", &message));
    assert_eq!(unknown.event, Event::PressedUnknown);
}

#[test]
fn a_press_on_a_message_out_of_reach_is_still_a_press() {
    let old = json!({"message_id": 9, "date": 0, "chat": private()});
    let pressed = incoming(&press("go:home", &old));
    assert_eq!(pressed.event, Event::Pressed(Press::Go(Place::Home)));
    assert_eq!((pressed.chat.0, pressed.message), (7, None));
    let newer =
        json!({"message_id": 9, "date": 1_800_000_000, "chat": private(), "of_next_year": 1});
    assert_eq!(
        incoming(&press("go:home", &newer)).message,
        Some(MessageId(9))
    );
}

#[test]
fn a_press_in_a_group_is_only_answered() {
    let message = json!({"message_id": 9, "date": 1_800_000_000, "chat": group(), "text": "x"});
    assert!(matches!(
        route(&press("go:home", &message)),
        Routed::GroupPress { .. }
    ));
    let inline = json!({"update_id": 1, "callback_query": {"id": "c1", "from": person(), "chat_instance": "x",
        "data": "go:home", "inline_message_id": "i"}});
    assert!(matches!(route(&inline), Routed::GroupPress { .. }));
}

#[test]
fn in_a_group_only_a_call_is_heard() {
    let say = |text: &str| route(&message(json!({"text": text, "chat": group()})));
    for text in [
        "/start",
        "/help@gil_test_bot",
        "/lottery@Gil_Test_Bot",
        "@gil_test_bot 안녕",
        "여기 @GIL_TEST_BOT, 있어요",
    ] {
        assert!(
            matches!(say(text), Routed::Group { chat, .. } if chat.0 == -70),
            "{text}"
        );
    }
    for text in [
        "안녕하세요",
        "/lottery",
        "/help@another_bot",
        "@gil_test_bot2",
        "me@gil_test_bot",
        "901010-9712345",
    ] {
        assert_eq!(say(text), Routed::Nothing, "{text}");
    }
    let photo = json!([{"file_id": "A", "file_unique_id": "a", "width": 1, "height": 1}]);
    assert_eq!(
        route(&message(json!({"photo": photo, "chat": group()}))),
        Routed::Nothing
    );
    let edited = update(
        "edited_message",
        &json!({"text": "/start", "chat": group(), "edit_date": 1}),
    );
    assert_eq!(route(&edited), Routed::Nothing);
}

#[test]
fn to_block_and_to_unblock_is_told() {
    let change = |chat: Value, status: Value| {
        json!({"update_id": 100, "my_chat_member": {"chat": chat, "from": person(), "date": 1_800_000_000,
            "old_chat_member": {"user": person(), "status": "member"},
            "new_chat_member": status}})
    };
    let kicked = json!({"user": person(), "status": "kicked", "until_date": 0});
    let member = json!({"user": person(), "status": "member"});
    assert_eq!(event(&change(private(), kicked.clone())), Event::Blocked);
    assert_eq!(event(&change(private(), member)), Event::Unblocked);
    assert_eq!(route(&change(group(), kicked)), Routed::Nothing);
}

#[test]
fn only_a_private_chat_is_named_before_routing() {
    let chat = |raw: &Value| {
        parse(raw.to_string().as_bytes())
            .and_then(|parsed| parsed.chat)
            .map(|chat| chat.0)
    };
    assert_eq!(chat(&message(json!({"text": "x"}))), Some(7));
    assert_eq!(chat(&message(json!({"text": "x", "chat": group()}))), None);
    let old = json!({"message_id": 9, "date": 0, "chat": private()});
    assert_eq!(chat(&press("x", &old)), Some(7));
}
