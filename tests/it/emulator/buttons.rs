//! Keyboards.

use serde_json::{Value, json};

use super::Stage;

async fn with_markup(stage: &Stage, markup: Value) -> Value {
    let params = json!({ "chat_id": stage.mina, "text": "고르세요", "reply_markup": markup });
    stage.call("sendMessage", params).await
}

async fn with_button(stage: &Stage, button: Value) -> Value {
    with_markup(stage, json!({ "inline_keyboard": [[button]] })).await
}

#[tokio::test]
async fn callback_data_has_1_to_64_bytes() {
    let stage = Stage::open().await;
    let button = |data: &str| json!({ "text": "버튼", "callback_data": data });
    let sent = with_button(&stage, button(&"a".repeat(64))).await;
    assert_eq!(sent["ok"], true);
    for data in ["a".repeat(65), "가".repeat(22), String::new()] {
        let refused = with_button(&stage, button(&data)).await;
        assert_eq!(refused["description"], "Bad Request: BUTTON_DATA_INVALID");
    }
}

#[tokio::test]
async fn a_button_has_a_text_and_exactly_one_action() {
    let stage = Stage::open().await;
    for (button, reason) in [
        (json!({ "callback_data": "a" }), "Can't find field \"text\""),
        (
            json!({ "text": 5, "callback_data": "a" }),
            "Field \"text\" must be of type String",
        ),
        (
            json!({ "text": " ", "callback_data": "a" }),
            "button text must be non-empty",
        ),
        (
            json!({ "text": "글" }),
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            json!({ "text": "글", "callback_data": "a", "url": "https://kbstar.com" }),
            "exactly one optional field must be used",
        ),
        (
            json!({ "text": "글", "callbackdata": "a" }),
            "unknown field \"callbackdata\"",
        ),
    ] {
        let refused = with_button(&stage, button).await;
        let expected = format!("Bad Request: can't parse inline keyboard button: {reason}");
        assert_eq!(refused["description"], json!(expected));
    }
}

#[tokio::test]
async fn a_button_opens_only_real_addresses() {
    let stage = Stage::open().await;
    for url in [
        "ftp://kbstar.com",
        "javascript:alert(1)",
        "https://",
        "tel:+8215889999",
    ] {
        let refused = with_button(&stage, json!({ "text": "열기", "url": url })).await;
        let expected =
            format!("Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        assert_eq!(refused["description"], json!(expected));
    }
    for url in ["https://www.kbstar.com/", "tg://settings"] {
        let sent = with_button(&stage, json!({ "text": "열기", "url": url })).await;
        assert_eq!(
            sent["result"]["reply_markup"]["inline_keyboard"][0][0]["url"],
            url
        );
    }
}

#[tokio::test]
async fn a_keyboard_has_at_most_8_buttons_in_a_row_and_100_in_all() {
    let stage = Stage::open().await;
    let button = json!({ "text": "버튼", "callback_data": "a" });
    let rows = |width: usize, height: usize| json!({ "inline_keyboard": vec![vec![button.clone(); width]; height] });
    assert_eq!(with_markup(&stage, rows(5, 20)).await["ok"], true);
    for too_many in [rows(9, 1), rows(1, 101)] {
        let refused = with_markup(&stage, too_many).await;
        assert_eq!(
            refused["description"],
            "Bad Request: reply markup is too long"
        );
    }
}

#[tokio::test]
async fn keys_stand_instead_of_letters_until_they_are_removed() {
    let stage = Stage::open().await;
    let keys = || stage.emulator.see(|world| world.keys(stage.mina).to_vec());
    let markup = json!({ "keyboard": [["안내", { "text": "도움" }]], "resize_keyboard": true, "is_persistent": true });
    with_markup(&stage, markup).await;
    assert_eq!(keys(), [["안내", "도움"]]);
    with_markup(&stage, json!({ "remove_keyboard": true })).await;
    assert!(keys().is_empty());
    let asked = json!({ "force_reply": true, "input_field_placeholder": "예: 2028.3.15" });
    assert_eq!(with_markup(&stage, asked).await["ok"], true);
    let long = json!({ "force_reply": true, "input_field_placeholder": "가".repeat(65) });
    let refused = with_markup(&stage, long).await;
    assert_eq!(
        refused["description"],
        "Bad Request: input field placeholder is invalid"
    );
    let refused = with_markup(&stage, json!({ "inline": [] })).await;
    assert_eq!(
        refused["description"],
        "Bad Request: object expected as reply markup"
    );
}
