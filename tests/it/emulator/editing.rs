//! What the bot may change and take back.

use chrono::TimeDelta;
use gilbot::emulator::How;
use serde_json::{Value, json};

use super::Stage;

fn edit(stage: &Stage, message: impl Into<i64>, text: &str) -> Value {
    json!({ "chat_id": stage.mina, "message_id": message.into(), "text": text })
}

#[tokio::test]
async fn an_edit_changes_the_message_however_old() {
    let stage = Stage::open().await;
    let message = stage.send("1단계").await;
    stage.pass(TimeDelta::days(400));
    let edited = stage
        .granted("editMessageText", edit(&stage, message, "2단계"))
        .await;
    assert_eq!(edited["text"], "2단계");
    assert!(edited["edit_date"].as_i64() > edited["date"].as_i64());
    let said = stage.emulator.with(|world| world.take_unread(stage.mina));
    let said: Vec<(How, &str)> = said
        .iter()
        .map(|said| (said.how, said.text.as_str()))
        .collect();
    assert_eq!(said, [(How::New, "1단계"), (How::Edit, "2단계")]);
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_refused() {
    let stage = Stage::open().await;
    let message = stage.send("1단계").await;
    let same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the \
                same as a current content and reply markup of the message";
    let refused = stage
        .refused("editMessageText", edit(&stage, message, " 1단계 "))
        .await;
    assert_eq!(refused, same);
    let bare = json!({ "chat_id": stage.mina, "message_id": message });
    assert_eq!(stage.refused("editMessageReplyMarkup", bare).await, same);
    let mut bold = edit(&stage, message, "<b>1단계</b>");
    bold["parse_mode"] = json!("HTML");
    stage.granted("editMessageText", bold.clone()).await;
    assert_eq!(stage.refused("editMessageText", bold).await, same);
}

#[tokio::test]
async fn an_edit_without_buttons_takes_the_buttons_away() {
    let stage = Stage::open().await;
    let first = stage.send_button("a").await;
    let second = stage.send_button("b").await;
    let edited = stage
        .granted("editMessageText", edit(&stage, first, "2단계"))
        .await;
    assert_eq!(edited.get("reply_markup"), None);
    let bare = json!({ "chat_id": stage.mina, "message_id": second });
    let edited = stage.granted("editMessageReplyMarkup", bare).await;
    assert_eq!(edited.get("reply_markup"), None);
    let said = stage.emulator.with(|world| world.take_unread(stage.mina));
    assert_eq!(said.last().map(|said| said.how), Some(How::Keyboard));
}

#[tokio::test]
async fn a_message_that_is_gone_cannot_be_edited() {
    let stage = Stage::open().await;
    let message = stage.send_button("a").await;
    stage
        .emulator
        .with(|world| world.delete_by_person(stage.mina, message));
    let refused = stage
        .refused("editMessageText", edit(&stage, message, "2단계"))
        .await;
    assert_eq!(refused, "Bad Request: message to edit not found");
}

#[tokio::test]
async fn only_the_bots_own_texts_can_be_edited() {
    let stage = Stage::open().await;
    let theirs = stage.say("제 말이에요");
    let refused = stage
        .refused("editMessageText", edit(&stage, theirs, "아니에요"))
        .await;
    assert_eq!(refused, "Bad Request: message can't be edited");
    let frozen = stage.send_button("a").await;
    stage
        .emulator
        .with(|world| world.freeze(stage.mina, frozen));
    let refused = stage
        .refused("editMessageText", edit(&stage, frozen, "2단계"))
        .await;
    assert_eq!(refused, "Bad Request: message can't be edited");
    let mut keys = edit(&stage, stage.send("글").await, "새 글");
    keys["reply_markup"] = json!({ "keyboard": [["안내"]] });
    let refused = stage.refused("editMessageText", keys).await;
    assert_eq!(refused, "Bad Request: inline keyboard expected");
}

#[tokio::test]
async fn a_message_can_be_deleted_for_48_hours_whoever_wrote_it() {
    let stage = Stage::open().await;
    let theirs = i64::from(stage.say("비밀번호 1234"));
    let old = stage.send("오래된 글").await;
    let delete = |id: i64| json!({ "chat_id": stage.mina, "message_id": id });
    stage.granted("deleteMessage", delete(theirs)).await;
    let refused = stage.refused("deleteMessage", delete(theirs)).await;
    assert_eq!(refused, "Bad Request: message to delete not found");
    stage.pass(TimeDelta::hours(48));
    let refused = stage.refused("deleteMessage", delete(old)).await;
    assert_eq!(refused, "Bad Request: message can't be deleted");
    assert_eq!(
        stage.emulator.see(|world| world.messages(stage.mina).len()),
        2
    );
}

#[tokio::test]
async fn many_messages_are_deleted_at_once_and_missing_ones_passed_over() {
    let stage = Stage::open().await;
    let (first, second) = (stage.send("하나").await, stage.send("둘").await);
    let delete = |ids: Vec<i64>| json!({ "chat_id": stage.mina, "message_ids": ids });
    stage
        .granted("deleteMessages", delete(vec![first, 99, second]))
        .await;
    assert_eq!(
        stage.emulator.see(|world| world.messages(stage.mina).len()),
        1
    );
    let refused = stage
        .refused("deleteMessages", delete((1..=101).collect()))
        .await;
    assert_eq!(
        refused,
        "Bad Request: too many message identifiers specified"
    );
}
