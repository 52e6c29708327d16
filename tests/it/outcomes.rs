//! What Telegram's answers mean.

use std::time::Duration;

use gilbot::dialogue::event::MessageId;
use gilbot::telegram::Delivery;
use gilbot::telegram::outcome::{Failure, Standing, read};
use gilbot::telegram::wire::{Lost, Raw};
use serde_json::json;

fn later(seconds: u64) -> Delivery {
    Delivery::Later(Duration::from_secs(seconds))
}

/// What comes of a call that wants a message when this is the answer.
fn judged(status: u16, body: &str) -> Delivery {
    let body = body.as_bytes().to_vec();
    match read::<Standing>(&Raw { status, body }) {
        Ok(standing) => Delivery::Done(standing.id()),
        Err(failure) => Delivery::of(&failure),
    }
}

/// Telegram says no in these words. Their beginning goes with the code.
fn refused_with(wording: &str) -> Delivery {
    let codes = [
        ("Bad Request", 400),
        ("Unauthorized", 401),
        ("Forbidden", 403),
        ("Not Found", 404),
        ("Conflict", 409),
        ("Request Entity Too Large", 413),
        ("Bad Gateway", 502),
        ("Gateway Timeout", 504),
    ];
    let code = codes
        .iter()
        .find(|(beginning, _)| wording.starts_with(beginning));
    let code = code.map_or(500, |(_, code)| *code);
    let body = json!({ "ok": false, "error_code": code, "description": wording });
    judged(code, &body.to_string())
}

#[test]
fn what_telegram_quotes_in_a_refusal_is_left_out() {
    for (said, kept) in [
        (
            "Bad Request: can't parse entities: unsupported start tag \"나비\" at byte offset 5",
            "Bad Request: can't parse entities: unsupported start tag …",
        ),
        (
            "Bad Request: inline keyboard button URL 'https://t.me/x' is invalid: Wrong HTTP URL",
            "Bad Request: inline keyboard button URL …",
        ),
        (
            "Bad Request: message text is empty",
            "Bad Request: message text is empty",
        ),
    ] {
        assert_eq!(refused_with(said), Delivery::Refused(kept.to_owned()));
    }
}

#[test]
fn wordings_are_judged() {
    let done = [
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as \
         a current content and reply markup of the message",
        "Bad Request: message to delete not found",
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ];
    let anew = [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
        "Bad Request: message identifier is not specified",
        "Bad Request: there is no text in the message to edit",
    ];
    let gone = [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot was kicked from the group chat",
        "Forbidden: bot was kicked from the supergroup chat",
        "Forbidden: bot was kicked from the channel chat",
        "Forbidden: bot is not a member of the channel chat",
        "Forbidden: the group chat was deleted",
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot can't send messages to bots",
        "Bad Request: chat not found",
        "Bad Request: private chat not found",
        "Bad Request: user not found",
        "Bad Request: PEER_ID_INVALID",
        "Bad Request: group chat was upgraded to a supergroup chat",
        "Unauthorized: bot was kicked from a chat",
    ];
    let in_two_seconds = [
        "Internal Server Error: restart",
        "Internal Server Error",
        "Bad Gateway",
        "Gateway Timeout",
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        "Something that nobody has ever heard",
    ];
    let refused = [
        "Bad Request: message is too long",
        "Bad Request: message text is empty",
        "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0",
        "Bad Request: BUTTON_DATA_INVALID",
        "Bad Request: message can't be deleted",
        "Bad Request: message can't be deleted for everyone",
        "Bad Request: unknown parameter \"x\"",
        "Request Entity Too Large",
    ];
    for wording in done {
        assert_eq!(refused_with(wording), Delivery::Done(None), "{wording}");
    }
    for wording in anew {
        assert_eq!(refused_with(wording), Delivery::Anew, "{wording}");
    }
    for wording in gone {
        assert_eq!(refused_with(wording), Delivery::Gone, "{wording}");
    }
    for wording in in_two_seconds {
        assert_eq!(refused_with(wording), later(2), "{wording}");
    }
    for wording in refused {
        let delivery = refused_with(wording);
        assert!(matches!(delivery, Delivery::Refused(_)), "{wording}");
    }
    assert_eq!(refused_with("Unauthorized"), later(60));
    assert_eq!(refused_with("Not Found"), later(60));
}

#[test]
fn the_code_decides_about_words_that_nobody_knows() {
    let new_words = |code: u16| {
        let body = json!({ "ok": false, "error_code": code, "description": "New words" });
        judged(code, &body.to_string())
    };
    assert_eq!(new_words(400), Delivery::Refused("New words".to_owned()));
    assert_eq!(new_words(403), Delivery::Gone);
    for passing in [409, 418, 429, 500, 502, 503] {
        assert_eq!(new_words(passing), later(2), "{passing}");
    }
}

#[test]
fn what_telegram_asks_for_counts_before_everything_else() {
    let wait = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}}"#;
    let asked = |seconds| Delivery::Wait(Duration::from_secs(seconds));
    assert_eq!(judged(429, wait), asked(17));
    let odd = r#"{"ok":false,"error_code":400,"description":"Forbidden: x","parameters":{"retry_after":5}}"#;
    assert_eq!(judged(400, odd), asked(5));
    let moved = r#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-100}}"#;
    assert_eq!(judged(400, moved), Delivery::Gone);
}

#[test]
fn a_yes_that_cannot_be_read_is_a_yes() {
    let message = Delivery::Done(Some(MessageId(77)));
    let cases = [
        (
            r#"{"ok":true,"result":{"message_id":77,"new_kind":1}}"#,
            message,
        ),
        (r#"{"ok": true, "result": true}"#, Delivery::Done(None)),
        (
            r#"{"ok":true,"result":{"message_id":0}}"#,
            Delivery::Done(None),
        ),
        (
            r#"{"ok":true,"result":{"novelty":[1]}}"#,
            Delivery::Done(None),
        ),
        (r#"{"ok":true}"#, Delivery::Done(None)),
    ];
    for (body, delivery) in cases {
        assert_eq!(judged(200, body), delivery, "{body}");
    }
}

#[test]
fn an_answer_that_is_not_telegrams_is_judged_by_its_status() {
    let page = "<html><h1>502 Bad Gateway</h1></html>";
    assert_eq!(judged(502, page), later(2));
    assert_eq!(judged(403, page), Delivery::Gone);
    assert_eq!(judged(500, ""), later(2));
}

#[test]
fn without_an_answer_it_is_told_apart_whether_anything_went_out() {
    let lost = |lost| Delivery::of(&Failure::Lost(lost));
    assert_eq!(lost(Lost::Unsent), later(2));
    assert_eq!(lost(Lost::Unanswered), Delivery::Unanswered);
    assert_eq!(judged(200, r#"{"ok":true,"resu"#), Delivery::Unanswered);
}
