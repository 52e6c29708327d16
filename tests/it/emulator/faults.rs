//! What can go wrong does so on demand.

use std::time::Duration;

use chrono::TimeDelta;
use gilbot::emulator::{Effect, Fault, FloodLimits, Mishap, Refusal};
use serde_json::{Value, json};

use super::{Stage, soon};

fn hello(chat: i64) -> Value {
    json!({ "chat_id": chat, "text": "안녕하세요" })
}

#[tokio::test]
async fn a_fault_strikes_as_many_calls_of_its_method_and_chat_as_it_was_told() {
    let stage = Stage::open().await;
    let other = stage.emulator.with(|world| {
        let other = world.add_person("이새봄", "ko");
        world.say(other, other, "/start");
        world.fault(
            Fault::too_many_requests(7)
                .on("sendMessage")
                .chat(stage.mina)
                .times(2)
                .after(1),
        );
        other
    });
    let mut codes = Vec::new();
    for _ in 0..4 {
        codes.push(stage.call("sendMessage", hello(stage.mina)).await["error_code"].as_i64());
        stage.granted("sendMessage", hello(other)).await;
        stage.granted("getMe", json!({})).await;
    }
    assert_eq!(codes, [None, Some(429), Some(429), None]);
    let calls = stage.emulator.see(|world| world.calls_of("sendMessage"));
    let Effect::Refused(refusal) = &calls[2].effect else {
        panic!("{calls:?}")
    };
    assert_eq!(refusal.to_json()["parameters"], json!({ "retry_after": 7 }));
    assert_eq!(refusal.description, "Too Many Requests: retry after 7");
}

#[tokio::test]
async fn any_refusal_can_be_ordered() {
    let stage = Stage::open().await;
    stage.emulator.with(|world| {
        world.fault(Fault::new(Mishap::Refuse(Refusal::unauthorized())).on("getMe"));
        world.fault(Fault::new(Mishap::Refuse(Refusal::restarting())));
        world.fault(Fault::new(Mishap::Refuse(Refusal::migrated(
            -1_001_000_000_009,
        ))));
    });
    assert_eq!(stage.refused("getMe", json!({})).await, "Unauthorized");
    let restarting = stage.call("getMe", json!({})).await;
    assert_eq!(restarting["error_code"], 500);
    let migrated = stage.call("getMe", json!({})).await;
    assert_eq!(
        migrated["parameters"]["migrate_to_chat_id"],
        -1_001_000_000_009_i64
    );
    stage.granted("getMe", json!({})).await;
}

#[tokio::test]
async fn a_gateway_answers_502_with_a_page_and_nothing_happens() {
    let stage = Stage::open().await;
    stage
        .emulator
        .with(|world| world.fault(Fault::new(Mishap::BadGateway)));
    let request = stage
        .client
        .post(stage.url("sendMessage"))
        .json(&hello(stage.mina));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 502);
    assert!(response.text().await.unwrap().starts_with("<html>"));
    assert_eq!(stage.emulator.see(|world| world.unread_count()), 0);
}

#[tokio::test]
async fn a_connection_can_be_cut_before_or_after_the_effect() {
    let stage = Stage::open().await;
    for (mishap, sent) in [(Mishap::CutBefore, 0), (Mishap::CutAfter, 1)] {
        stage.emulator.with(|world| world.fault(Fault::new(mishap)));
        let request = stage
            .client
            .post(stage.url("sendMessage"))
            .json(&hello(stage.mina));
        assert!(soon(request.send()).await.is_err());
        assert_eq!(stage.emulator.see(|world| world.unread_count()), sent);
    }
}

#[tokio::test]
async fn an_answer_can_come_late_or_never() {
    let stage = Stage::open().await;
    let long = Duration::from_secs(600);
    for (mishap, sent) in [
        (Mishap::Hang, 0),
        (Mishap::LateStart(long), 0),
        (Mishap::LateAnswer(long), 1),
    ] {
        stage.emulator.with(|world| world.fault(Fault::new(mishap)));
        let request = stage
            .client
            .post(stage.url("sendMessage"))
            .json(&hello(stage.mina));
        tokio::select! {
            biased;
            () = soon(stage.emulator.changed()) => {} // the call has arrived, and the bot hangs up
            answer = request.send() => panic!("{answer:?}"),
        }
        assert_eq!(stage.emulator.see(|world| world.unread_count()), sent);
    }
    let soon_after = Mishap::LateStart(Duration::from_millis(1));
    stage
        .emulator
        .with(|world| world.fault(Fault::new(soon_after)));
    stage.send("조금 늦게").await;
}

#[tokio::test]
async fn an_answer_can_have_a_shape_that_no_library_knows() {
    let stage = Stage::open().await;
    stage
        .emulator
        .with(|world| world.fault(Fault::new(Mishap::OddAnswer)));
    let body = stage.call("sendMessage", hello(stage.mina)).await;
    assert_eq!(body["ok"], true);
    assert!(body["result"].get("message_id").is_none());
    assert_eq!(stage.emulator.see(|world| world.unread_count()), 1);
}

#[tokio::test]
async fn faults_end_when_they_are_cleared() {
    let stage = Stage::open().await;
    stage
        .emulator
        .with(|world| world.fault(Fault::too_many_requests(1).always()));
    for _ in 0..3 {
        stage.refused("getMe", json!({})).await;
    }
    stage.emulator.with(|world| world.clear_faults());
    stage.granted("getMe", json!({})).await;
}

#[tokio::test]
async fn who_sends_too_fast_is_told_how_long_to_wait() {
    let stage = Stage::open().await;
    let limits = FloodLimits {
        per_chat_per_second: Some(1),
        ..FloodLimits::default()
    };
    stage.emulator.with(|world| world.limit_flood(limits));
    stage.send("하나").await;
    stage.pass(TimeDelta::milliseconds(500));
    let refused = stage.call("sendMessage", hello(stage.mina)).await;
    assert_eq!(refused["parameters"]["retry_after"], 1);
    stage.pass(TimeDelta::milliseconds(500));
    stage.send("둘").await;
    let limits = FloodLimits {
        overall_per_second: Some(2),
        ..FloodLimits::default()
    };
    stage.pass(TimeDelta::seconds(5));
    stage.emulator.with(|world| world.limit_flood(limits));
    stage.send("셋").await;
    stage.send("넷").await;
    let refused = stage.refused("sendMessage", hello(stage.mina)).await;
    assert_eq!(refused, "Too Many Requests: retry after 1");
}

#[tokio::test]
async fn a_chat_on_hold_takes_nothing_until_its_time_is_over() {
    let stage = Stage::open().await;
    stage.emulator.with(|world| world.hold(stage.mina, 30));
    stage.pass(TimeDelta::seconds(10));
    let refused = stage.call("sendMessage", hello(stage.mina)).await;
    assert_eq!(refused["parameters"]["retry_after"], 20);
    stage.pass(TimeDelta::seconds(20));
    stage.send("이제 됐어요").await;
}

#[tokio::test]
async fn a_stopped_emulator_cuts_off_who_waits_and_frees_its_port() {
    let stage = Stage::open().await;
    let address = stage.emulator.api_url().replace("http://", "");
    let poll = stage
        .client
        .post(stage.url("getUpdates"))
        .json(&json!({ "timeout": 50 }))
        .send();
    let emulator = stage.emulator.clone();
    let stop = async {
        stage.emulator.changed().await; // the poll has begun
        emulator.stop().await;
    };
    let (poll, ()) = soon(async { tokio::join!(poll, stop) }).await;
    assert!(poll.is_err());
    tokio::net::TcpListener::bind(address).await.unwrap();
}
