//! Every story of `tests/stories` through the real program over HTTP: in both modes, on both stores.

use std::path::Path;

use futures_util::stream::{self, StreamExt};
use tokio::sync::Semaphore;

use crate::stage::{Kept, Mode};
use crate::story::{Story, Wrong, player::play};

/// How many stories are played at a time, in all combinations together: a store that is slower than its time limit
/// makes the bot say things later than the stories tell.
const SIDE_BY_SIDE: usize = 6;
static STAGES: Semaphore = Semaphore::const_new(SIDE_BY_SIDE);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_story_comes_true_with_polling_on_sqlite() {
    play_all(Mode::Polling, Kept::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_story_comes_true_with_polling_on_redis() {
    play_all(Mode::Polling, Kept::Redis).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_story_comes_true_with_a_webhook_on_sqlite() {
    play_all(Mode::Webhook, Kept::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_story_comes_true_with_a_webhook_on_redis() {
    play_all(Mode::Webhook, Kept::Redis).await;
}

#[test]
fn there_are_at_least_forty_stories_and_each_prints_as_it_reads() {
    let stories = stories();
    assert!(stories.len() >= 40, "only {} stories", stories.len());
    for story in stories {
        let again =
            Story::parse(&story.file, &story.to_string()).expect("what was printed is read");
        assert_eq!(again.to_string(), story.to_string(), "{}", story.file);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_story_with_an_unread_message_fails() {
    let said = |text: &str| Story::parse("unread.story", text).expect("a story");
    let unread_end = said("이야기: 끝에 남은 말\n사용자: /start\n");
    let why = play(&unread_end, Mode::Polling, Kept::Sqlite)
        .await
        .expect_err("it fails");
    assert!(why.why.contains("was not read"), "{why}");
    let unread_move = said("이야기: 시간 앞에 남은 말\n사용자: /start\n시간: +1일\n봇: 길봇\n");
    let why = play(&unread_move, Mode::Polling, Kept::Sqlite)
        .await
        .expect_err("it fails");
    assert_eq!(why.line, 3, "{why}");
    let unread_toast = said(
        "이야기: 남은 알림\n사용자: /settings\n봇: 알림과 말투\n버튼: 90일 전 알림 켜기\n봇: 켜짐\n",
    );
    let why = play(&unread_toast, Mode::Polling, Kept::Sqlite)
        .await
        .expect_err("it fails");
    assert!(why.why.contains("저장했어요"), "{why}");
}

/// `STORY=name` plays only the stories whose file name holds it.
async fn play_all(mode: Mode, kept: Kept) {
    let only = std::env::var("STORY").unwrap_or_default();
    let chosen = stories()
        .into_iter()
        .filter(|story| story.file.contains(&only));
    let played = stream::iter(chosen).map(|story| async move {
        let _stage = STAGES.acquire().await;
        let file = story.file.clone();
        let played = tokio::spawn(async move { play(&story, mode, kept).await }).await;
        played.unwrap_or_else(|panic| {
            Err(Wrong {
                file,
                line: 1,
                why: format!("it panicked: {panic}"),
            })
        })
    });
    let ended: Vec<Result<(), Wrong>> = played.buffer_unordered(SIDE_BY_SIDE).collect().await;
    let failures: Vec<String> = ended
        .into_iter()
        .filter_map(Result::err)
        .map(|wrong| wrong.to_string())
        .collect();
    assert!(
        failures.is_empty(),
        "{} stories went otherwise ({mode:?}, {kept:?})\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

fn stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    Story::read_all(&folder).unwrap_or_else(|wrongs| {
        let wrongs: Vec<String> = wrongs.iter().map(Wrong::to_string).collect();
        panic!("{}", wrongs.join("\n"))
    })
}
