//! Presses and their answers.

use chrono::TimeDelta;
use gilbot::emulator::How;
use serde_json::json;

use super::Stage;

const TOO_OLD: &str =
    "Bad Request: query is too old and response timeout expired or query ID is invalid";

#[tokio::test]
async fn a_press_stays_open_until_it_is_answered_with_a_toast() {
    let stage = Stage::open().await;
    let message = stage.send_button("d:1").await;
    let query = stage
        .emulator
        .with(|world| world.press_label(stage.mina, stage.mina, "했어요"))
        .unwrap();
    let update = stage.updates(0).await.remove(0);
    let heard = &update["callback_query"];
    assert_eq!(heard["id"], query);
    assert_eq!(heard["data"], "d:1");
    assert_eq!(heard["message"]["message_id"], message);
    assert_eq!(heard["message"]["text"], "1단계");
    assert_eq!(stage.emulator.see(|world| world.open_presses()), 1);
    let answer = json!({ "callback_query_id": query, "text": "좋아요!", "show_alert": true });
    stage.granted("answerCallbackQuery", answer).await;
    assert_eq!(stage.emulator.see(|world| world.open_presses()), 0);
    let said = stage.emulator.with(|world| world.take_unread(stage.mina));
    let last = said.last().unwrap();
    assert_eq!((last.how, last.text.as_str()), (How::Alert, "좋아요!"));
}

#[tokio::test]
async fn a_press_can_be_answered_once_and_for_150_seconds() {
    let stage = Stage::open().await;
    let message = stage.send_button("d:1").await;
    let press = || {
        stage
            .emulator
            .with(|world| world.press(stage.mina, stage.mina, message, "d:1"))
    };
    let answer = |query: &str| json!({ "callback_query_id": query });
    let (first, second) = (press(), press());
    stage.pass(TimeDelta::seconds(149));
    stage.granted("answerCallbackQuery", answer(&first)).await;
    assert_eq!(
        stage.refused("answerCallbackQuery", answer(&first)).await,
        TOO_OLD
    );
    assert_eq!(stage.updates(0).await.len(), 2);
    stage.pass(TimeDelta::seconds(1));
    assert_eq!(
        stage.refused("answerCallbackQuery", answer(&second)).await,
        TOO_OLD
    );
    assert_eq!(
        stage.refused("answerCallbackQuery", answer("5")).await,
        TOO_OLD
    );
    assert_eq!(stage.updates(0).await.len(), 0);
    assert_eq!(stage.emulator.see(|world| world.open_presses()), 0);
}

#[tokio::test]
async fn an_answer_has_at_most_200_characters() {
    let stage = Stage::open().await;
    let message = stage.send_button("d:1").await;
    let query = stage
        .emulator
        .with(|world| world.press(stage.mina, stage.mina, message, "d:1"));
    let answer = |length: usize| json!({ "callback_query_id": query, "text": "가".repeat(length) });
    let refused = stage.refused("answerCallbackQuery", answer(201)).await;
    assert_eq!(refused, "Bad Request: MESSAGE_TOO_LONG");
    stage.granted("answerCallbackQuery", answer(200)).await;
}

#[tokio::test]
async fn a_press_under_a_message_out_of_reach_tells_only_where_it_was() {
    let stage = Stage::open().await;
    let message = stage.send_button("d:1").await;
    stage.emulator.with(|world| {
        world.press_inaccessible(stage.mina, stage.mina, message, "d:1");
        world.delete_by_person(stage.mina, message);
        world.press(stage.mina, stage.mina, message, "d:1");
    });
    let updates = stage.updates(0).await;
    let chat = json!({ "id": stage.mina, "first_name": "김미나", "type": "private" });
    let gone = json!({ "chat": chat, "message_id": message, "date": 0 });
    assert_eq!(updates[0]["callback_query"]["message"], gone);
    assert_eq!(updates[1]["callback_query"]["message"], gone);
}

#[tokio::test]
async fn the_same_press_sent_again_is_a_new_query_with_the_same_data() {
    let stage = Stage::open().await;
    let message = stage.send_button("d:1").await;
    let again = stage.emulator.with(|world| {
        let query = world.press(stage.mina, stage.mina, message, "d:1");
        (query.clone(), world.press_again(&query).unwrap())
    });
    assert_ne!(again.0, again.1);
    let updates = stage.updates(0).await;
    let data = |place: usize| &updates[place]["callback_query"]["data"];
    assert_eq!(data(0), data(1));
    assert_ne!(updates[0]["update_id"], updates[1]["update_id"]);
    assert_eq!(
        stage
            .emulator
            .see(|world| world.open_presses_in(stage.mina).len()),
        2
    );
}
