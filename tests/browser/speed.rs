//! A long conversation: a thousand messages. How long they take is told, and judged by whoever looks (`--nocapture`).

use std::sync::Arc;

use gilbot::emulator::{Emulator, Params};
use gilbot::runtime::clock::Clock;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::browser::in_browser;

const MESSAGES: usize = 1_000;

/// A message as the bot sends them: some lines, some buttons.
fn said(emulator: &Emulator, chat: i64, number: usize) {
    let buttons: Vec<Value> = (0..4)
        .map(|at| json!([{ "text": format!("버튼 {at}"), "callback_data": format!("b:{number}:{at}") }]))
        .collect();
    let text = format!("<b>{number}번째</b>\n여러 줄로\n말하는\n메시지예요. 전화 1588-9999");
    let params = json!({ "chat_id": chat, "text": text, "parse_mode": "HTML",
        "reply_markup": { "inline_keyboard": buttons } });
    let params = Params::from_json(params.as_object().unwrap().clone());
    emulator
        .with(|world| world.call("sendMessage", &params))
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_messages_are_shown_and_the_next_one_too() {
    let clock = Clock::new();
    let emulator = Emulator::start(([127, 0, 0, 1], 0).into(), Arc::new(move || clock.now()));
    let emulator = emulator.await.unwrap();
    let chat = emulator.with(|world| world.add_person("김영자", "ko"));
    for number in 0..MESSAGES / 2 {
        emulator.with(|world| world.say(chat, chat, "했어요"));
        said(&emulator, chat, number);
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let page = emulator.page();
    let served = tokio::spawn(async move { axum::serve(listener, page).await });
    in_browser(address, move |window| async move {
        window.until("document.querySelectorAll('.message').length === 1000").await;
        // What the browser itself measured from the first byte to the picture with all of them.
        let first = window.asked_slowly("requestAnimationFrame(() => setTimeout(() => done(performance.now())))").await;
        let watch = "const begun = performance.now(); fetch('/api/chats/101/say', { method: 'POST', body: \
                     JSON.stringify({ text: '다음' }) }); const log = document.querySelector('.log'); \
                     new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => \
                     done(performance.now() - begun)))).observe(log, { childList: true })";
        let next = window.asked_slowly(watch).await;
        let (first, next) = (first.as_f64().unwrap(), next.as_f64().unwrap());
        println!("1,000 messages after {first:.0} ms, the next one after {next:.0} ms");
    })
    .await;
    served.abort();
    emulator.stop().await;
}
