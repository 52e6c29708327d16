//! What the bot may send, and to whom.

use chrono::TimeDelta;
use gilbot::emulator::{How, Upload};
use serde_json::{Value, json};

use super::Stage;

#[tokio::test]
async fn a_sent_message_comes_back_as_telegram_writes_it() {
    let stage = Stage::open().await;
    let params = json!({ "chat_id": stage.mina, "text": "  안녕하세요  ", "disable_notification": true,
        "protect_content": true, "link_preview_options": { "is_disabled": true } });
    let sent = stage.granted("sendMessage", params).await;
    assert_eq!(sent["text"], "안녕하세요");
    assert_eq!(sent["from"]["is_bot"], true);
    assert_eq!(
        sent["chat"],
        json!({ "id": stage.mina, "first_name": "김미나", "type": "private" })
    );
    assert_eq!(sent["date"], 1_795_309_200);
    assert_eq!(sent["has_protected_content"], true);
    assert_eq!(sent["link_preview_options"], json!({ "is_disabled": true }));
    let unread = stage.emulator.with(|world| world.take_unread(stage.mina));
    assert_eq!(unread.len(), 1);
    assert_eq!((unread[0].how, unread[0].silent), (How::New, true));
    assert_eq!(stage.emulator.see(|world| world.unread_count()), 0);
}

#[tokio::test]
async fn a_chat_that_nobody_knows_is_not_found() {
    let stage = Stage::open().await;
    for chat in [json!(999), json!("@nobody")] {
        let refused = stage.refused("sendMessage", json!({ "chat_id": chat, "text": "?" }));
        assert_eq!(refused.await, "Bad Request: chat not found");
    }
    let refused = stage.refused("sendMessage", json!({ "text": "?" })).await;
    assert_eq!(refused, "Bad Request: chat_id is empty");
}

#[tokio::test]
async fn the_bot_cannot_begin_a_conversation() {
    let stage = Stage::open().await;
    let stranger = stage
        .emulator
        .with(|world| world.add_person("이새봄", "ko"));
    let params = json!({ "chat_id": stranger, "text": "안녕하세요" });
    let body = stage.call("sendMessage", params.clone()).await;
    assert_eq!(body["error_code"], 403);
    assert_eq!(
        body["description"],
        "Forbidden: bot can't initiate conversation with a user"
    );
    stage
        .emulator
        .with(|world| world.say(stranger, stranger, "/start"));
    stage.granted("sendMessage", params).await;
}

#[tokio::test]
async fn who_blocked_the_bot_or_left_telegram_gets_nothing() {
    let stage = Stage::open().await;
    let params = json!({ "chat_id": stage.mina, "text": "안녕하세요" });
    stage.emulator.with(|world| world.block(stage.mina));
    let refused = stage.refused("sendMessage", params.clone()).await;
    assert_eq!(refused, "Forbidden: bot was blocked by the user");
    stage.emulator.with(|world| world.unblock(stage.mina));
    stage.granted("sendMessage", params.clone()).await;
    stage.emulator.with(|world| world.deactivate(stage.mina));
    let refused = stage.refused("sendMessage", params).await;
    assert_eq!(refused, "Forbidden: user is deactivated");
}

#[tokio::test]
async fn an_empty_text_is_refused() {
    let stage = Stage::open().await;
    for text in [json!(""), json!(" \n "), json!("<b> </b>"), Value::Null] {
        let params = json!({ "chat_id": stage.mina, "text": text, "parse_mode": "HTML" });
        let refused = stage.refused("sendMessage", params).await;
        assert_eq!(refused, "Bad Request: message text is empty");
    }
}

#[tokio::test]
async fn a_text_has_at_most_4096_characters_after_its_markup_is_read() {
    let stage = Stage::open().await;
    let longest = format!("<b>{}</b>", "가😀".repeat(2_048));
    let params = |text: &str| json!({ "chat_id": stage.mina, "text": text, "parse_mode": "HTML" });
    stage.granted("sendMessage", params(&longest)).await;
    let refused = stage
        .refused("sendMessage", params(&format!("{longest}.")))
        .await;
    assert_eq!(refused, "Bad Request: message is too long");
}

#[tokio::test]
async fn an_unknown_parameter_is_refused_by_name() {
    let stage = Stage::open().await;
    let params = json!({ "chat_id": stage.mina, "text": "안녕", "parsemode": "HTML" });
    let refused = stage.refused("sendMessage", params).await;
    assert_eq!(refused, "Bad Request: unknown parameter \"parsemode\"");
    let refused = stage.refused("getUpdates", json!({ "ofset": 1 })).await;
    assert_eq!(refused, "Bad Request: unknown parameter \"ofset\"");
    let params =
        json!({ "chat_id": stage.mina, "text": "안녕", "reply_parameters": { "message": 1 } });
    let refused = stage.refused("sendMessage", params).await;
    assert_eq!(
        refused,
        "Bad Request: can't parse ReplyParameters: unknown field \"message\""
    );
}

#[tokio::test]
async fn a_value_of_a_wrong_type_is_refused() {
    let stage = Stage::open().await;
    for (name, value, expected) in [
        ("text", json!(5), "String"),
        ("disable_notification", json!("perhaps"), "Boolean"),
        ("reply_markup", json!([]), "Object"),
        ("entities", json!({}), "Array"),
        ("chat_id", json!(true), "Integer"),
    ] {
        let mut params = json!({ "chat_id": stage.mina, "text": "안녕" });
        params[name] = value;
        let refused = stage.refused("sendMessage", params).await;
        assert_eq!(
            refused,
            format!("Bad Request: parameter \"{name}\" must be of type {expected}")
        );
    }
}

#[tokio::test]
async fn parameters_may_come_as_query_form_or_json() {
    let stage = Stage::open().await;
    let query = format!("?chat_id={}&text=%EA%B0%80+b", stage.mina);
    let url = stage.url("sendMessage") + &query;
    let sent: Value = stage
        .client
        .get(url)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(sent["result"]["text"], "가 b");
    let form = format!(
        "chat_id={}&text=form&disable_notification=True&reply_markup=%7B%22inline_keyboard%22%3A%5B%5D%7D",
        stage.mina
    );
    let request = stage
        .client
        .post(stage.url("sendmessage"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    let sent: Value = request.send().await.unwrap().json().await.unwrap();
    assert_eq!(sent["result"]["text"], "form");
    let unread = stage.emulator.with(|world| world.take_unread(stage.mina));
    assert!(unread[1].silent);
}

/// A multipart body with text fields and one file.
fn multipart(fields: &[(&str, &str)], file: (&str, &str, &str)) -> String {
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
    }
    let (name, file_name, content) = file;
    body += &format!(
        "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n{content}\r\n--edge--\r\n"
    );
    body
}

async fn upload(stage: &Stage, method: &str, body: String) -> Value {
    let request = stage
        .client
        .post(stage.url(method))
        .header("content-type", "multipart/form-data; boundary=edge")
        .body(body);
    request.send().await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn a_document_arrives_with_its_name_and_its_bytes() {
    let stage = Stage::open().await;
    let chat = stage.mina.to_string();
    let fields = [
        ("chat_id", chat.as_str()),
        ("caption", "<b>일정</b>"),
        ("parse_mode", "HTML"),
        ("document", "attach://part"),
    ];
    let body = multipart(&fields, ("part", "reminder.ics", "BEGIN:VCALENDAR"));
    let sent = upload(&stage, "sendDocument", body).await;
    let document = &sent["result"]["document"];
    assert_eq!(document["file_name"], "reminder.ics");
    assert_eq!(document["mime_type"], "text/calendar");
    assert_eq!(sent["result"]["caption_entities"][0]["type"], "bold");
    let unread = stage.emulator.with(|world| world.take_unread(stage.mina));
    let expected = Upload {
        file_name: "reminder.ics".to_owned(),
        bytes: b"BEGIN:VCALENDAR".to_vec(),
    };
    assert_eq!(unread[0].document, Some(expected));
    let again = json!({ "chat_id": stage.mina, "document": document["file_id"] });
    stage.granted("sendDocument", again).await;
}

#[tokio::test]
async fn a_caption_has_at_most_1024_characters_and_a_file_is_not_empty() {
    let stage = Stage::open().await;
    let chat = stage.mina.to_string();
    let caption = "가".repeat(1_025);
    let long = [("chat_id", chat.as_str()), ("caption", caption.as_str())];
    let sent = upload(
        &stage,
        "sendPhoto",
        multipart(&long, ("photo", "a.png", "x")),
    )
    .await;
    assert_eq!(
        sent["description"],
        "Bad Request: message caption is too long"
    );
    let plain = [("chat_id", chat.as_str())];
    let sent = upload(
        &stage,
        "sendPhoto",
        multipart(&plain, ("photo", "a.png", "")),
    )
    .await;
    assert_eq!(sent["description"], "Bad Request: file must be non-empty");
    let sent = upload(
        &stage,
        "sendPhoto",
        multipart(&plain, ("photo", "a.png", "x")),
    )
    .await;
    assert_eq!(sent["result"]["photo"].as_array().unwrap().len(), 2);
    let sent = upload(
        &stage,
        "sendPhoto",
        multipart(&plain, ("foto", "a.png", "x")),
    )
    .await;
    assert_eq!(
        sent["description"],
        "Bad Request: unknown parameter \"foto\""
    );
}

#[tokio::test]
async fn an_answer_names_a_message_that_exists() {
    let stage = Stage::open().await;
    let first = stage.send("첫째").await;
    let answer = |id: i64| json!({ "chat_id": stage.mina, "text": "둘째", "reply_parameters": { "message_id": id } });
    let sent = stage.granted("sendMessage", answer(first)).await;
    assert_eq!(sent["reply_to_message"]["text"], "첫째");
    let refused = stage.refused("sendMessage", answer(77)).await;
    assert_eq!(refused, "Bad Request: message to be replied not found");
}

#[tokio::test]
async fn typing_is_seen_for_five_seconds_or_until_the_bot_speaks() {
    let stage = Stage::open().await;
    let typing = || stage.emulator.see(|world| world.is_typing(stage.mina));
    let action = |name: &str| json!({ "chat_id": stage.mina, "action": name });
    stage.granted("sendChatAction", action("typing")).await;
    assert!(typing());
    stage.pass(TimeDelta::seconds(5));
    assert!(!typing());
    stage.granted("sendChatAction", action("typing")).await;
    stage.send("다 썼어요").await;
    assert!(!typing());
    let refused = stage.refused("sendChatAction", action("sleeping")).await;
    assert_eq!(refused, "Bad Request: wrong parameter action in request");
}
