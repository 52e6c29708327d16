//! The person's page and the JSON behind it.

use gilbot::emulator::Access;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{Stage, soon};

/// Serves the page; returns where.
async fn serve(stage: &Stage) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let page = stage.emulator.page();
    tokio::spawn(async move { axum::serve(listener, page).await });
    format!("http://{address}")
}

async fn get(stage: &Stage, url: String) -> Value {
    let response = stage.client.get(url).send().await.unwrap();
    response.json().await.unwrap()
}

async fn post(stage: &Stage, url: String, body: Value) -> (u16, Value) {
    let response = stage.client.post(url).json(&body).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn the_page_is_served_with_its_script_and_style() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    for (path, kind) in [
        ("/", "text/html"),
        ("/app.js", "text/javascript"),
        ("/style.css", "text/css"),
    ] {
        let response = stage
            .client
            .get(format!("{page}{path}"))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 200);
        let told = response.headers()["content-type"].to_str().unwrap();
        assert!(told.starts_with(kind), "{told}");
    }
}

#[tokio::test]
async fn the_page_knows_the_people_and_the_bot() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let commands = json!([{ "command": "start", "description": "처음으로" }]);
    stage
        .granted("setMyCommands", json!({ "commands": commands }))
        .await;
    stage
        .granted(
            "setMyShortDescription",
            json!({ "short_description": "비공식" }),
        )
        .await;
    let newcomer = json!({ "name": "이새봄", "language": "en" });
    let (_, added) = post(&stage, format!("{page}/api/people"), newcomer).await;
    let people = get(&stage, format!("{page}/api/people")).await;
    assert_eq!(
        people["people"][1],
        json!({ "id": added["id"], "name": "이새봄", "language": "en", "phone_ahead_minutes": 0 })
    );
    assert_eq!(
        people["commands"],
        json!({ "ko": commands, "en": commands })
    );
    assert_eq!(
        people["bot"],
        json!({ "name": "Emulated bot", "username": "emulated_bot",
        "description": "", "short_description": "비공식" })
    );
}

#[tokio::test]
async fn the_page_shows_the_conversation_as_a_person_sees_it() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let chat = format!("{page}/api/chats/{}", stage.mina);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "했어요", "callback_data": "d:1" },
        { "text": "열기", "url": "https://www.kbstar.com/" }]] });
    let params = json!({ "chat_id": stage.mina, "text": "<b>1단계</b>\n&lt;script&gt; kbstar.com", "parse_mode": "HTML",
        "reply_markup": keyboard, "disable_notification": true });
    let sent = stage.granted("sendMessage", params).await;
    let press = json!({ "message_id": sent["message_id"], "data": "d:1" });
    assert_eq!(
        post(&stage, format!("{chat}/press"), press.clone()).await,
        (200, json!({ "ok": true }))
    );
    let seen = get(&stage, chat.clone()).await;
    assert_eq!(seen["now"], "2026-11-22T10:00:00+09:00");
    assert_eq!(
        (&seen["blocked"], &seen["typing"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(seen["pending_press"], json!([press]));
    assert_eq!(seen["messages"][0]["from"], "person");
    assert_eq!(
        seen["messages"][1],
        json!({ "id": sent["message_id"], "from": "bot", "date": "2026-11-22T10:00:00+09:00", "edited": false,
            "html": "<b>1단계</b>\n&lt;script&gt; <a href=\"https://kbstar.com\">kbstar.com</a>",
            "kind": "text", "file_name": null, "picture": false, "silent": true,
            "keyboard": [[{ "text": "했어요", "data": "d:1" }, { "text": "열기", "url": "https://www.kbstar.com/" }]] })
    );
    let query = stage.updates(0).await[0]["callback_query"]["id"].clone();
    let answer = json!({ "callback_query_id": query, "text": "좋아요" });
    stage.granted("answerCallbackQuery", answer).await;
    let seen = get(&stage, chat).await;
    assert_eq!(
        seen["toasts"],
        json!([{ "id": 1, "text": "좋아요", "alert": false }])
    );
    assert_eq!(seen["pending_press"], json!([]));
}

#[tokio::test]
async fn the_page_is_told_of_news_as_soon_as_there_are_any() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let chat = format!("{page}/api/chats/{}", stage.mina);
    let version = get(&stage, chat.clone()).await["version"].clone();
    let wait = get(&stage, format!("{chat}?since={version}"));
    let (seen, _) = soon(async { tokio::join!(wait, stage.send("새 소식")) }).await;
    assert_eq!(seen["messages"][1]["html"], "새 소식");
    assert!(seen["version"].as_u64() > version.as_u64());
}

#[tokio::test]
async fn on_the_page_a_person_can_do_what_people_do() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let chat = format!("{page}/api/chats/{}", stage.mina);
    let deed = async |name: &str, body: Value| {
        let answer = post(&stage, format!("{chat}/{name}"), body).await;
        assert_eq!(answer, (200, json!({ "ok": true })), "{name}");
    };
    deed("say", json!({ "text": "안녕" })).await;
    deed("edit", json!({ "message_id": 2, "text": "안녕하세요" })).await;
    for kind in [
        "photo", "voice", "sticker", "contact", "location", "document",
    ] {
        deed("attach", json!({ "kind": kind, "caption": "보세요" })).await;
    }
    deed("delete", json!({ "message_id": 2 })).await;
    deed("block", json!({})).await;
    assert_eq!(
        stage.emulator.see(|world| world.access(stage.mina)),
        Access::Blocked
    );
    let seen = get(&stage, chat.clone()).await;
    assert_eq!(
        (&seen["blocked"], seen["messages"].as_array().unwrap().len()),
        (&json!(true), 7)
    );
    deed("unblock", json!({})).await;
    assert_eq!(stage.updates(0).await.len(), 2 + 6 + 2);
}

#[tokio::test]
async fn the_page_refuses_in_words_for_a_person() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let chat = format!("{page}/api/chats/{}", stage.mina);
    for (url, body, status, error) in [
        (
            format!("{chat}/say"),
            json!({ "text": " " }),
            400,
            "빈 메시지는 보낼 수 없어요.",
        ),
        (
            format!("{chat}/say"),
            json!("말"),
            400,
            "보낸 내용을 읽지 못했어요.",
        ),
        (format!("{chat}/dance"), json!({}), 404, "없는 동작이에요."),
        (
            format!("{chat}/delete"),
            json!({ "message_id": 77 }),
            400,
            "이미 지워진 메시지예요.",
        ),
        (
            format!("{page}/api/chats/5/say"),
            json!({ "text": "?" }),
            404,
            "없는 대화방이에요.",
        ),
        (
            format!("{page}/api/people"),
            json!({ "name": "", "language": "ko" }),
            400,
            "이름은 1자에서 64자까지예요.",
        ),
    ] {
        assert_eq!(
            post(&stage, url, body).await,
            (status, json!({ "error": error }))
        );
    }
    stage.emulator.with(|world| world.block(stage.mina));
    let (status, _) = post(&stage, format!("{chat}/say"), json!({ "text": "?" })).await;
    assert_eq!(status, 409);
}

#[tokio::test]
async fn the_page_is_told_only_of_what_has_changed_and_of_everything_when_it_knows_nothing() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let chat = format!("{page}/api/chats/{}", stage.mina);
    let first = stage.send("하나").await;
    let second = stage.send("둘").await;
    let seen = get(&stage, chat.clone()).await;
    assert_eq!(seen["messages"].as_array().unwrap().len(), 3);
    let change = json!({ "chat_id": stage.mina, "message_id": second, "text": "셋" });
    stage.granted("editMessageText", change).await;
    let since = format!("{chat}?since={}", seen["version"]);
    let news = get(&stage, since).await;
    assert_eq!(news["messages"].as_array().unwrap().len(), 1);
    assert_eq!(news["messages"][0]["html"], "셋");
    assert_eq!(news["ids"], json!([1, first, second]));
    // A page that knows a later version has seen another world.
    let ahead = get(&stage, format!("{chat}?since=4000")).await;
    assert_eq!(ahead["messages"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_wrong_clock_on_a_phone_is_seen_and_never_told_to_the_bot() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let chat = format!("{page}/api/chats/{}", stage.mina);
    let wrong = json!({ "minutes": -780 });
    assert_eq!(post(&stage, format!("{chat}/phone"), wrong).await.0, 200);
    let far = json!({ "minutes": 1_441 });
    assert_eq!(post(&stage, format!("{chat}/phone"), far).await.0, 400);
    let seen = get(&stage, chat.clone()).await;
    assert_eq!(seen["phone_ahead_minutes"], -780);
    post(
        &stage,
        format!("{chat}/say"),
        json!({ "text": "몇 시예요?" }),
    )
    .await;
    let updates = stage.updates(0).await;
    let date = &updates.last().unwrap()["message"]["date"];
    let now = stage.emulator.see(|world| world.now().timestamp());
    assert_eq!(date, &json!(now));
}

#[tokio::test]
async fn files_and_pictures_of_the_bot_can_be_opened() {
    let stage = Stage::open().await;
    let page = serve(&stage).await;
    let upload = |name: &str, bytes: &[u8]| gilbot::emulator::Upload {
        file_name: name.to_owned(),
        bytes: bytes.to_vec(),
    };
    for (method, part, name, bytes, kind) in [
        (
            "sendPhoto",
            "photo",
            "line.png",
            &b"\x89PNG..."[..],
            "image/png",
        ),
        (
            "sendDocument",
            "document",
            "a.ics",
            b"BEGIN",
            "application/octet-stream",
        ),
    ] {
        let mut params = gilbot::emulator::Params::default();
        params.insert("chat_id", json!(stage.mina));
        params.attach(part, upload(name, bytes));
        let sent = stage
            .emulator
            .with(|world| world.call(method, &params))
            .unwrap();
        let id = sent.result["message_id"].clone();
        let url = format!("{page}/api/chats/{}/files/{id}", stage.mina);
        let answer = stage.client.get(url).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], kind);
        assert_eq!(answer.bytes().await.unwrap(), bytes);
    }
    let none = format!("{page}/api/chats/{}/files/1", stage.mina);
    assert_eq!(stage.client.get(none).send().await.unwrap().status(), 404);
}
