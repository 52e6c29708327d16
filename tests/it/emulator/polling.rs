//! `getUpdates`, the queue behind it, and the door: tokens and names of methods.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Stage, soon};

fn id(update: &Value) -> i64 {
    update["update_id"].as_i64().unwrap()
}

#[tokio::test]
async fn an_update_comes_again_until_a_higher_offset_confirms_it() {
    let stage = Stage::open().await;
    for text in ["하나", "둘", "셋"] {
        stage.say(text);
    }
    let first = stage.updates(0).await;
    assert_eq!(first.len(), 3);
    assert_eq!(stage.updates(0).await, first);
    let rest = stage.updates(id(&first[1])).await;
    assert_eq!(rest, first[1..]);
    assert_eq!(stage.emulator.see(|world| world.pending_updates()), 2);
    assert!(stage.updates(id(&first[2]) + 1).await.is_empty());
    assert!(stage.updates(0).await.is_empty());
}

#[tokio::test]
async fn update_ids_start_somewhere_and_rise_by_one() {
    let stage = Stage::open().await;
    stage.say("하나");
    stage.say("둘");
    let updates = stage.updates(0).await;
    assert!(id(&updates[0]) > 2_000_000);
    assert_eq!(id(&updates[1]), id(&updates[0]) + 1);
}

#[tokio::test]
async fn an_offset_far_ahead_is_ignored_and_a_negative_one_keeps_the_last() {
    let stage = Stage::open().await;
    for text in ["하나", "둘", "셋"] {
        stage.say(text);
    }
    let all = stage.updates(0).await;
    assert_eq!(stage.updates(id(&all[2]) + 12).await, all);
    assert_eq!(stage.updates(-1).await, all[2..]);
    assert_eq!(stage.emulator.see(|world| world.pending_updates()), 1);
}

#[tokio::test]
async fn ids_that_restart_lower_are_delivered_all_the_same() {
    let stage = Stage::open().await;
    stage.say("하나");
    let old = id(&stage.updates(0).await[0]);
    stage.updates(old + 1).await;
    stage.emulator.with(|world| world.restart_ids(500));
    stage.say("둘");
    let updates = stage.updates(old + 1).await;
    assert_eq!((updates.len(), id(&updates[0])), (1, 500));
    assert!(stage.updates(501).await.is_empty());
}

#[tokio::test]
async fn a_batch_has_at_most_as_many_updates_as_were_asked_for() {
    let stage = Stage::open().await;
    (0..105).for_each(|_| {
        stage.say("또");
    });
    let limited = stage.granted("getUpdates", json!({ "limit": 2 })).await;
    assert_eq!(limited.as_array().unwrap().len(), 2);
    assert_eq!(stage.updates(0).await.len(), 100);
}

#[tokio::test]
async fn a_long_poll_ends_as_soon_as_something_happens() {
    let stage = Stage::open().await;
    let poll = stage.granted("getUpdates", json!({ "timeout": 50 }));
    let speak = async {
        stage.emulator.changed().await; // the poll has begun
        stage.say("여기요");
    };
    let (updates, ()) = soon(async { tokio::join!(poll, speak) }).await;
    assert_eq!(updates[0]["message"]["text"], "여기요");
}

#[tokio::test]
async fn of_two_pollers_the_older_is_turned_away() {
    let stage = Stage::open().await;
    let older = stage.call("getUpdates", json!({ "timeout": 50 }));
    let newer = async {
        stage.emulator.changed().await; // the older poll has begun
        stage.updates(0).await
    };
    let (older, newer) = soon(async { tokio::join!(older, newer) }).await;
    assert_eq!(older["error_code"], 409);
    assert_eq!(
        older["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert!(newer.is_empty());
}

#[tokio::test]
async fn polling_is_refused_while_a_webhook_is_set() {
    let stage = Stage::open().await;
    let poll = stage.call("getUpdates", json!({ "timeout": 50 }));
    let set = async {
        stage.emulator.changed().await; // the poll has begun
        let url = json!({ "url": "https://bot.example.com/hook" });
        stage.granted("setWebhook", url).await
    };
    let (poll, _) = soon(async { tokio::join!(poll, set) }).await;
    assert_eq!(
        poll["description"],
        "Conflict: terminated by setWebhook request"
    );
    let refused = stage.refused("getUpdates", json!({})).await;
    assert_eq!(
        refused,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    );
    stage.granted("deleteWebhook", json!({})).await;
    assert!(stage.updates(0).await.is_empty());
}

#[tokio::test]
async fn only_allowed_kinds_are_queued_and_the_choice_is_kept() {
    let stage = Stage::open().await;
    let allowed = json!({ "allowed_updates": ["callback_query"] });
    stage.granted("getUpdates", allowed).await;
    stage.say("못 들어요");
    let message = stage.send_button("a").await;
    stage
        .emulator
        .with(|world| world.press(stage.mina, stage.mina, message, "a"));
    let updates = stage.updates(0).await;
    assert_eq!(updates.len(), 1);
    assert!(updates[0].get("callback_query").is_some());
    stage
        .granted("getUpdates", json!({ "allowed_updates": [] }))
        .await;
    stage.say("들려요");
    assert_eq!(stage.updates(0).await.len(), 2);
}

#[tokio::test]
async fn updates_are_forgotten_when_their_time_is_over() {
    let stage = Stage::open().await;
    stage.say("하루");
    let message = stage.send_button("a").await;
    stage.emulator.with(|world| {
        world.press(stage.mina, stage.mina, message, "a");
        let query = json!({ "id": "1", "from": { "id": stage.mina }, "query": "", "offset": "" });
        world.raw_update(json!({ "inline_query": query }));
    });
    let pending = || stage.emulator.see(|world| world.pending_updates());
    assert_eq!(pending(), 3);
    stage.pass(TimeDelta::seconds(30));
    assert_eq!(pending(), 2);
    stage.pass(TimeDelta::seconds(120));
    assert_eq!(pending(), 1);
    stage.pass(TimeDelta::hours(24));
    assert_eq!(pending(), 0);
    assert!(stage.updates(0).await.is_empty());
}

#[tokio::test]
async fn an_update_can_be_delivered_twice() {
    let stage = Stage::open().await;
    stage.say("두 번");
    let first = stage.updates(0).await.remove(0);
    stage.confirm_all().await;
    let number = i32::try_from(id(&first)).unwrap();
    assert!(stage.emulator.with(|world| world.repeat(number)));
    assert_eq!(stage.updates(0).await, [first]);
}

#[tokio::test]
async fn names_of_methods_have_no_case_and_unknown_ones_are_not_found() {
    let stage = Stage::open().await;
    let me = stage.granted("GETME", json!({})).await;
    assert_eq!(me["username"], "emulated_bot");
    let body = stage.call("sendSmoke", json!({})).await;
    assert_eq!(
        (&body["error_code"], &body["description"]),
        (&json!(404), &json!("Not Found"))
    );
}

#[tokio::test]
async fn a_wrong_token_is_unauthorized() {
    let stage = Stage::open().await;
    let (id, secret) = stage.emulator.token().split_once(':').unwrap();
    assert!(id.parse::<u64>().is_ok() && secret.len() >= 35);
    let url = format!("{}/bot{id}:wrong/getMe", stage.emulator.api_url());
    let response = stage.client.get(url).send().await.unwrap();
    assert_eq!(response.status(), 401);
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["description"], "Unauthorized");
}
