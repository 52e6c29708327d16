//! An update that kills whoever thinks about it (T21).

use gilbot::emulator::Emulator;
use gilbot::store::ChatId;
use tokio::time::timeout;

use crate::length::note;
use crate::line::Line;
use crate::replica::PATIENCE;
use crate::servers::Server;
use crate::stage::{Setting, Stage};

/// The first process is not careful: nothing waited when it began. Three are, and the next one sets the update aside.
const DEATHS: usize = 4;
/// On a machine that is busy a death may come so late that the store was thought to be away: that one does not count.
const DEATHS_MAX: usize = 2 * DEATHS;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_kills_the_program_is_set_aside_and_others_are_answered() {
    let server = Server::start();
    let line = Line::to(server.port).await;
    let mut setting = Setting::poller(&server.url());
    setting.stores = vec![format!("redis://127.0.0.1:{}", line.port)];
    let stage = Stage::open(setting).await;
    let add = |name| stage.with(|world| world.add_person(name, "ko"));
    let (deadly, other) = (add("김영자"), add("박민수"));
    line.halts_at(loading(deadly));
    stage.with(|world| world.say(deadly, deadly, "/start"));
    let replica = &stage.replicas[0];
    let mut deaths = 0;
    loop {
        tokio::select! {
            biased;
            () = line.halted(deaths + 1) => {}
            () = until_all_is_acknowledged(&stage) => break,
        }
        replica.kill().await;
        deaths = line.halts();
        assert!(deaths < DEATHS_MAX, "it is never set aside");
        stage.with(|world| world.say(other, other, "/start"));
        replica.start();
    }
    assert!(deaths >= DEATHS, "{deaths} deaths only");
    assert_eq!(
        stage.store.load(ChatId(deadly)).await,
        Ok(None),
        "it never took effect"
    );
    let answered = stage.until(|world| {
        let mut messages = world.messages(other).into_iter();
        messages.any(|message| message.from_bot).then_some(())
    });
    timeout(PATIENCE, answered)
        .await
        .expect("the others are answered");
    note(
        "an_update_that_kills_the_program_is_set_aside_and_others_are_answered",
        0..1,
        format!("set aside after {deaths} deaths"),
    );
}

/// What travels to the server when the record of this chat is wanted.
fn loading(chat: i64) -> Vec<u8> {
    let key = format!("gil:{{{}}}:chat:{chat}", chat.rem_euclid(64));
    format!("GET\r\n${}\r\n{key}\r\n", key.len()).into_bytes()
}

async fn until_all_is_acknowledged(emulator: &Emulator) {
    let none_waits = emulator.until(|world| (world.pending_updates() == 0).then_some(()));
    timeout(PATIENCE, none_waits)
        .await
        .expect("Telegram may forget it");
}
