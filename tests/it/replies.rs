//! What Telegram is told in the reply to the request by which it has brought an update.

use std::sync::Arc;
use std::time::Duration;

use gilbot::emulator::Emulator;
use gilbot::locales::Words;
use gilbot::runtime::alias::Aliases;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::{Answering, Intake, Taken, Verdict, read, take};
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::stats::tally::Tally;
use gilbot::store::sqlite::SqliteStore;
use gilbot::telegram::{BotApi, Tree};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn a_press_is_answered_in_the_reply_and_not_by_a_call() {
    let (emulator, intake) = bot().await;
    let person = emulator.with(|world| world.add_person("김영자", "ko"));

    let taken = brought(&intake, press(1, person, "go:home"), Answering::InReply).await;
    assert_eq!(taken.verdict, Verdict::Acknowledge);
    let answer = json!({ "method": "answerCallbackQuery", "callback_query_id": "77" });
    assert_eq!(said(&taken), answer);
    let again = brought(&intake, press(1, person, "go:home"), Answering::InReply).await;
    assert_eq!(
        said(&again),
        answer,
        "whoever did not hear it is told again"
    );
    let stale = brought(
        &intake,
        press(2, person, "done:no-step"),
        Answering::InReply,
    )
    .await;
    assert!(
        said(&stale)["text"].is_string(),
        "with its word: {}",
        said(&stale)
    );
    intake.flights.landed().await;
    assert!(emulator.see(|world| world.calls_of("answerCallbackQuery").is_empty()));

    let taken = brought(&intake, press(3, person, "go:home"), Answering::ByCall).await;
    assert_eq!(taken.reply, None);
    intake.flights.landed().await;
    let calls = emulator.see(|world| world.calls_of("answerCallbackQuery").len());
    assert_eq!(calls, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_nothing_to_reply_to_words() {
    let (emulator, intake) = bot().await;
    let person = emulator.with(|world| world.add_person("김영자", "ko"));
    let chat = json!({ "id": person, "type": "private", "first_name": "김영자" });
    let message = json!({ "message_id": 1, "date": 1, "chat": chat, "text": "안녕" });
    let update = json!({ "update_id": 9, "message": message });
    let taken = brought(&intake, update, Answering::InReply).await;
    assert_eq!((taken.verdict, taken.reply), (Verdict::Acknowledge, None));
}

async fn brought(intake: &Arc<Intake>, update: Value, answering: Answering) -> Taken {
    let parsed = read(update.to_string().as_bytes()).expect("it has a number");
    take(intake, parsed, answering).await
}

fn said(taken: &Taken) -> Value {
    let reply = taken.reply.as_deref().expect("a press is answered");
    serde_json::from_slice(reply).expect("it is JSON")
}

fn press(update: u32, person: i64, data: &str) -> Value {
    let from =
        json!({ "id": person, "is_bot": false, "first_name": "김영자", "language_code": "ko" });
    let chat = json!({ "id": person, "type": "private", "first_name": "김영자" });
    let message = json!({ "message_id": 5, "date": 1, "chat": chat, "text": "화면" });
    let query = json!({
        "id": "77", "from": from, "chat_instance": "1", "data": data, "message": message
    });
    json!({ "update_id": update, "callback_query": query })
}

async fn bot() -> (Emulator, Arc<Intake>) {
    let clock = Clock::new();
    let told = clock.clone();
    let anywhere = ([127, 0, 0, 1], 0).into();
    let emulator = Emulator::start(anywhere, Arc::new(move || told.now())).await;
    let emulator = emulator.expect("the emulator starts");
    let api = BotApi::new(
        emulator.token(),
        emulator.api_url().parse().expect("an address"),
    );
    let api = api.expect("TLS is there");
    let courier = Courier {
        store: Arc::new(SqliteStore::open(":memory:").expect("memory opens")),
        words: Arc::new(Words::load().expect("the texts are Fluent")),
        clock,
        seal: Arc::new(api.keyed(Seal::new).expect("a key of the right length")),
        aliases: Arc::new(api.keyed(Aliases::new)),
        username: "emulated_bot".to_owned(),
        unasked_a_second: 25.try_into().expect("it is not zero"),
        flood: Arc::default(),
        tally: Tally::default(),
        api,
    };
    let intake = Intake {
        courier,
        tree: Tree::new("emulated_bot"),
        username: "emulated_bot".to_owned(),
        flights: Flights::new(),
        careful: Careful::lasting(Duration::ZERO),
    };
    (emulator, Arc::new(intake))
}
