//! What people do, and how the bot hears of it.

use gilbot::emulator::Content;
use serde_json::{Value, json};
use teloxide::types::{MessageKind, Update, UpdateKind};

use super::Stage;

#[tokio::test]
async fn blocking_and_unblocking_are_told_as_membership() {
    let stage = Stage::open().await;
    stage.emulator.with(|world| {
        world.block(stage.mina);
        world.block(stage.mina);
        world.say(stage.mina, stage.mina, "다시 왔어요");
    });
    let updates = stage.updates(0).await;
    let status = |place: usize| &updates[place]["my_chat_member"]["new_chat_member"]["status"];
    assert_eq!((status(0), status(1)), (&json!("kicked"), &json!("member")));
    assert_eq!(updates[2]["message"]["text"], "다시 왔어요");
    assert_eq!(updates.len(), 3);
}

#[tokio::test]
async fn in_a_group_the_bot_hears_only_what_is_meant_for_it() {
    let stage = Stage::open().await;
    let group = stage
        .emulator
        .with(|world| world.add_group("우리 가족", &[stage.mina]));
    let params = json!({ "chat_id": group, "text": "안녕하세요" });
    let sent = stage.granted("sendMessage", params).await;
    let hello = i32::try_from(sent["message_id"].as_i64().unwrap()).unwrap();
    stage.confirm_all().await;
    stage.emulator.with(|world| {
        world.say(group, stage.mina, "저녁 뭐 먹지");
        world.say(group, stage.mina, "/help");
        world.say(group, stage.mina, "/help@other_bot");
        world.say(group, stage.mina, "/help@Emulated_Bot");
        world.say(group, stage.mina, "@emulated_bot 도와줘");
        world.reply(group, stage.mina, hello, "고마워");
        world.kick_bot(group, stage.mina);
        world.say(group, stage.mina, "/help");
    });
    let updates = stage.updates(0).await;
    let heard: Vec<&str> = updates
        .iter()
        .filter_map(|update| update["message"]["text"].as_str())
        .collect();
    assert_eq!(
        heard,
        [
            "/help",
            "/help@Emulated_Bot",
            "@emulated_bot 도와줘",
            "고마워"
        ]
    );
    assert_eq!(updates[0]["message"]["chat"]["type"], "supergroup");
    let refused = stage
        .refused("sendMessage", json!({ "chat_id": group, "text": "?" }))
        .await;
    assert_eq!(
        refused,
        "Forbidden: bot was kicked from the supergroup chat"
    );
}

#[tokio::test]
async fn an_edited_message_is_told_and_a_deleted_one_is_not() {
    let stage = Stage::open().await;
    let message = stage.say("2028.3.15");
    let theirs = stage.send("언제까지예요?").await;
    stage.emulator.with(|world| {
        assert!(world.edit_text(stage.mina, message, "2028.3.16"));
        assert!(!world.edit_text(stage.mina, i32::try_from(theirs).unwrap(), "내 말"));
        world.delete_by_person(stage.mina, message);
    });
    let updates = stage.updates(0).await;
    assert_eq!(updates.len(), 2);
    assert_eq!(updates[1]["edited_message"]["text"], "2028.3.16");
    assert_eq!(updates[1]["edited_message"]["message_id"], message);
}

#[tokio::test]
async fn a_strict_client_understands_everything_that_people_do() {
    let stage = Stage::open().await;
    let mina = stage.mina;
    let button = stage.send_button("a").await;
    let kinds = [
        "photo", "voice", "sticker", "contact", "location", "document",
    ];
    stage.emulator.with(|world| {
        world.say(mina, mina, "/start guide");
        world.forward(mina, mina, "[Web발신] 인증서가 만료됩니다", "국민은행");
        world.reply(mina, mina, button, "했어요");
        for kind in kinds {
            let content = Content::of_kind(kind, "인증서.pdf").unwrap();
            world.attach(mina, mina, content, "보세요");
        }
        world.press(mina, mina, button, "a");
        world.press_inaccessible(mina, mina, button, "a");
        let message = world.say(mina, mina, "오타");
        world.edit_text(mina, message, "정정");
        world.block(mina);
        world.unblock(mina);
        world.add_group("우리 가족", &[mina]);
    });
    let updates = stage.updates(0).await;
    assert_eq!(updates.len(), 3 + kinds.len() + 2 + 2 + 3);
    for update in updates {
        let read: Update = serde_json::from_str(&update.to_string()).unwrap();
        assert!(!matches!(read.kind, UpdateKind::Error(_)), "{update}");
        if let UpdateKind::Message(message) = &read.kind {
            assert!(matches!(message.kind, MessageKind::Common(_)), "{update}");
        }
    }
}

#[tokio::test]
async fn a_strict_client_understands_what_the_bot_gets_back() {
    let stage = Stage::open().await;
    let bot = teloxide::Bot::new(stage.emulator.token())
        .set_api_url(stage.emulator.api_url().parse().unwrap());
    use teloxide::prelude::*;
    use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ParseMode};
    let me = bot.get_me().await.unwrap();
    assert_eq!(me.username(), "emulated_bot");
    let chat = ChatId(stage.mina);
    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("네", "y")]]);
    let sent: Message = bot
        .send_message(chat, "<b>굵게</b>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard)
        .await
        .unwrap();
    let edited = bot.edit_message_text(chat, sent.id, "보통").await.unwrap();
    assert_eq!(edited.text(), Some("보통"));
    let file = InputFile::memory("BEGIN:VCALENDAR").file_name("a.ics");
    let sent = bot.send_document(chat, file).caption("달력").await.unwrap();
    assert_eq!(sent.document().unwrap().file_name.as_deref(), Some("a.ics"));
    assert!(bot.get_chat(chat).await.unwrap().is_private());
    let hook = "https://bot.example.com/hook".parse().unwrap();
    bot.set_webhook(hook).max_connections(4).await.unwrap();
    assert_eq!(
        bot.get_webhook_info().await.unwrap().max_connections,
        Some(4)
    );
    let error = bot
        .edit_message_text(chat, edited.id, "보통")
        .await
        .unwrap_err();
    assert!(matches!(
        error,
        teloxide::RequestError::Api(teloxide::ApiError::MessageNotModified)
    ));
}

#[tokio::test]
async fn any_update_can_be_injected_and_any_field_added() {
    let stage = Stage::open().await;
    let answer = json!({ "poll_id": "5", "option_ids": [1], "user": { "id": stage.mina } });
    let novel = json!([{ "type": "date_time", "offset": 0, "length": 2, "unix_time": 1 }]);
    let (injected, unwanted) = stage.emulator.with(|world| {
        world.say_with(stage.mina, stage.mina, "내일", json!({ "entities": novel }));
        let injected = world.raw_update(json!({ "update_id": 1, "poll_answer": answer }));
        (injected, world.raw_update(json!({ "chat_member": {} })))
    });
    let updates = stage.updates(0).await;
    assert_eq!(updates[0]["message"]["entities"], novel);
    assert_eq!(updates[1]["poll_answer"], answer);
    assert_eq!(updates[1]["update_id"].as_i64(), injected.map(i64::from));
    assert_eq!(unwanted, None);
}

#[tokio::test]
async fn the_history_tells_every_call_and_that_no_file_was_fetched() {
    let stage = Stage::open().await;
    stage.send("안녕").await;
    stage
        .refused("sendMessage", json!({ "chat_id": 5, "text": "?" }))
        .await;
    let calls = stage.emulator.see(|world| world.calls_of("sendmessage"));
    assert_eq!(calls.len(), 2);
    assert_eq!(
        (calls[0].chat, &calls[0].params["text"]),
        (Some(stage.mina), &json!("안녕"))
    );
    assert!(
        matches!(&calls[1].effect, gilbot::emulator::Effect::Refused(refusal) if refusal.code == 400)
    );
    assert!(
        stage
            .emulator
            .see(|world| world.calls_of("getFile").is_empty())
    );
    let file: Value = stage
        .granted("getFile", json!({ "file_id": "photo-1" }))
        .await;
    assert_eq!(file["file_id"], "photo-1");
}
