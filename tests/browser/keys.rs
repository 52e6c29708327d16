//! The keyboard alone.

use fantoccini::key::Key;
use serde_json::json;

use crate::browser::in_preview;
use crate::window::Window;

/// Goes on with the tabulator until this is true of what has the focus.
async fn tabs_to(window: &Window, is_there: &str) {
    for _ in 0..60 {
        window.key(Key::Tab).await;
        let at = format!("((it) => {is_there})(document.activeElement)");
        if window.asked(&at).await == json!(true) {
            return;
        }
    }
    panic!("the keyboard does not lead to {is_there}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_is_reached_and_done_with_the_keyboard_alone() {
    in_preview(|window| async move {
        tabs_to(&window, "it.matches('[href=\"#panes\"]')").await;
        tabs_to(&window, "it.dataset.event === 'next_alarm'").await;
        window.key(Key::Enter).await;
        window.until("document.querySelector('#clock-error').textContent.includes('예정된 알림이 없어요')").await;
        // A refusal is an error to the browser, too.
        assert_eq!(window.complaints().await.len(), 1);
        tabs_to(&window, "it.dataset.name === 'slow'").await;
        window.types(" ").await;
        window.until("document.querySelector('[data-name=slow]').ariaChecked === 'true'").await;
        window.types(" ").await;
        window.until("document.querySelector('[data-name=slow]').ariaChecked === 'false'").await;
        tabs_to(&window, "it.dataset.part === 'start'").await;
        window.key(Key::Enter).await;
        window.reads("안녕하세요, 길봇이에요").await;
        // What held the focus is gone; it is not lost.
        window.until("document.activeElement.closest('.is-chosen .log')").await;
        tabs_to(&window, "it.textContent === '도움말'").await;
        window.key(Key::Enter).await;
        window.reads("이렇게 쓰세요").await;
        window.until("document.activeElement.closest('.is-chosen .log')").await;
        tabs_to(&window, "it.matches('.is-chosen textarea')").await;
        window.types("/my").await;
        window.key(Key::Down).await;
        window.key(Key::Enter).await;
        window.reads("아직 적어 둔 인증서가 없어요").await;
        tabs_to(&window, "it.dataset.part === 'start'").await;
        tabs_to(&window, "it.id === 'add-person' || it === document.body || it.matches('.skip')").await;
        assert_eq!(window.complaints().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_opens_on_top_takes_the_focus_and_gives_it_back() {
    in_preview(|window| async move {
        tabs_to(&window, "it.id === 'story-open'").await;
        window.key(Key::Enter).await;
        window
            .until("document.querySelector('#story').contains(document.activeElement)")
            .await;
        window.key(Key::Escape).await;
        window
            .until("document.activeElement.id === 'story-open'")
            .await;
        tabs_to(&window, "it.dataset.part === 'menu'").await;
        window.key(Key::Enter).await;
        window
            .until("document.activeElement.role === 'menuitem'")
            .await;
        window.key(Key::Down).await;
        window.key(Key::Enter).await;
        window
            .until("document.querySelector('.menu').innerText.includes('15분 빨라요')")
            .await;
        window.key(Key::Down).await;
        window.key(Key::Enter).await;
        window
            .until("document.querySelector('.phone').textContent.includes('15분 빨라요')")
            .await;
        window
            .until("document.activeElement.dataset.part === 'menu'")
            .await;
    })
    .await;
}
