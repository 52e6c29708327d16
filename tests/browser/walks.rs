//! From the first look to a reminder, at a desk and on a phone; faults; and a story saved on the way, and played.

use chrono::{Days, NaiveDate};
use serde_json::json;

use crate::browser::in_preview;
use crate::stage::{Kept, Mode};
use crate::story::Story;
use crate::story::player::play;
use crate::window::{PHONE, Scheme, Window};

/// The day in so many days, as the clock of the page sees it.
async fn day_in(window: &Window, days: u64) -> NaiveDate {
    let clock = "fetch('/clock').then((answer) => answer.json()).then((clock) => done(clock.now))";
    let now = window.asked_slowly(clock).await;
    let today: NaiveDate = now.as_str().unwrap()[..10].parse().unwrap();
    today + Days::new(days)
}

/// Presses what is seen, from the greeting to a date that is kept.
async fn saves_a_date(window: &Window) {
    window.clicks(".is-chosen [data-part=start]").await;
    window.reads("안녕하세요, 길봇이에요").await;
    window.presses("만료일 적고 알림 받기").await;
    window.reads("만료일을 적어 주세요").await;
    let day = day_in(window, 60).await;
    window.says(&day.to_string()).await;
    window.presses("맞아요, 저장할게요").await;
    window.presses("동의하고 저장하기").await;
    window.reads("적어 뒀어요").await;
}

/// What stands in the dialog of the story.
async fn story(window: &Window) -> String {
    window.clicks("#story-open").await;
    window
        .until("document.querySelector('#story-text').value.includes('이야기:')")
        .await;
    let text = window
        .asked("document.querySelector('#story-text').value")
        .await;
    text.as_str().unwrap().to_owned()
}

async fn comes_true(text: &str) {
    let story = Story::parse("saved.story", text).expect("what was saved reads");
    let played = play(&story, Mode::Polling, Kept::Sqlite).await;
    played.unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_first_look_to_the_reminder_and_the_story_of_it_comes_true() {
    in_preview(|window| async move {
        saves_a_date(&window).await;
        window
            .until("document.querySelector('#inside-facts').innerText.includes('만료 30일 전')")
            .await;
        let rows = "[...document.querySelectorAll('.event b')].map((row) => row.textContent)";
        let days = [
            "만료 30일 전",
            "만료 7일 전",
            "만료 하루 전",
            "만료일",
            "만료 다음 날",
        ];
        assert_eq!(window.asked(rows).await, json!(days));
        window.clicks("[data-event=next_alarm]").await;
        window.reads("30일 남음").await;
        window.presses("내일").await;
        window
            .until("document.querySelector('#inside-facts').innerText.includes('다시 알림')")
            .await;
        window.clicks(".event:not(.passed)[data-at]").await;
        window
            .until("document.querySelectorAll('.event.passed').length >= 1")
            .await;
        let text = story(&window).await;
        assert!(
            text.contains("다음 알림까지\n봇 새글: 내 금융인증서 · 30일 남음"),
            "{text}"
        );
        assert_eq!(
            window.kept("#story-file").await,
            text,
            "the file is what is seen"
        );
        assert_eq!(window.complaints().await, Vec::<String>::new());
        comes_true(&text).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_is_enough_from_the_first_look_to_the_reminder() {
    in_preview(|window| async move {
        window.look(PHONE, Scheme::Dark, true).await;
        saves_a_date(&window).await;
        window
            .until("document.querySelector('#inside-short').innerText.startsWith('다음: 만료 30일 전')")
            .await;
        window.clicks("#tools-toggle").await;
        window.clicks("[data-event=next_alarm]").await;
        // What covers the conversation folds by itself.
        window.until("!document.querySelector('#tools').checkVisibility()").await;
        window.until("document.activeElement.id === 'tools-toggle'").await;
        window.reads("30일 남음").await;
        window.clicks("#inside-toggle").await;
        window
            .until("document.querySelector('.event.passed').checkVisibility()")
            .await;
        window.clicks("#inside-toggle").await;
        window.clicks("#tab-102").await;
        window.clicks(".is-chosen [data-part=start]").await;
        window.reads("안녕하세요, 길봇이에요").await;
        assert_eq!(window.complaints().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn faults_are_switched_on_and_the_bot_is_seen_to_survive_them() {
    in_preview(|window| async move {
        window.clicks(".is-chosen [data-part=start]").await;
        window.reads("안녕하세요, 길봇이에요").await;
        window.clicks("[data-name=too_many_requests]").await;
        window.until("document.querySelector('[data-name=too_many_requests]').ariaChecked === 'true'").await;
        window.says("/help").await;
        window.until("document.querySelector('.facts .bad')?.innerText.includes('화면 보여 주기')").await;
        window.until("document.querySelector('[data-name=too_many_requests] .count').innerText.includes('번')").await;
        window.clicks("[data-name=too_many_requests]").await;
        window.reads("이렇게 쓰세요").await;
        window.until("!document.querySelector('.facts .bad')").await;
        window.clicks("[data-accident=kill]").await;
        window.until("document.querySelector('#bot-life').innerText.includes('2번째')").await;
        window.says("/mycert").await;
        window.reads("아직 적어 둔 인증서가 없어요").await;
        let text = story(&window).await;
        assert!(text.contains("# 고장 too_many_requests: 켰어요\n"), "{text}");
        assert!(text.contains("죽음\n"), "{text}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_with_another_language_and_a_wrong_phone_talks_beside_the_others() {
    in_preview(|window| async move {
        window.clicks("#add-person").await;
        window.types("Emma").await;
        let wishes = "document.querySelector('#newcomer-language').value = 'en', \
                      document.querySelector('#newcomer-phone').value = '-780'";
        window.asked(wishes).await;
        window.clicks("#newcomer [type=submit]").await;
        window
            .until("document.querySelector('.is-chosen h3').textContent === 'Emma'")
            .await;
        window
            .until(
                "document.querySelector('.is-chosen .phone').textContent.includes('13시간 느려요')",
            )
            .await;
        window.clicks(".is-chosen [data-part=start]").await;
        window.reads("unofficial").await;
        // The bot goes by its own clock: what it says carries the time of the page, not that of the phone.
        // A minute may turn between the two; thirteen hours are an hour on a clock's face.
        let same = "(() => { const minutes = element => { const [, hour, minute] = \
                    element.textContent.match(/(\\d+):(\\d+)/); return hour * 60 + Number(minute); }; \
                    return (minutes(document.querySelector('#clock-time')) - \
                    minutes(document.querySelector('.is-chosen .from-bot time')) + 720) % 720 < 5; })()";
        window.until(same).await;
        let text = story(&window).await;
        assert!(text.contains("사람: Emma (en)\n"), "{text}");
        comes_true(&text).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_gallery_is_searched_and_walked_along_its_buttons() {
    in_preview(|window| async move {
        window.visit("/gallery").await;
        window.clicks("#query").await;
        window.types("button-save").await;
        let place = "document.querySelector('#found .places a')?.href.includes('button-save')";
        window.until(place).await;
        window.clicks("#found .places a").await;
        // Those screens alone on which the text stands.
        let seen = "[...document.querySelectorAll('article:not([hidden])')]";
        let names = "[...card.querySelectorAll('.ids a')].some(id => id.textContent === 'button-save')";
        window
            .until(&format!("{seen}.length > 0 && {seen}.every(card => {names})"))
            .await;
        // A button leads to the screen that it shows, on whichever page that stands.
        window
            .asked("document.querySelector('article:not([hidden]) .key a').id = 'way'")
            .await;
        let mark = window.asked("document.querySelector('#way').hash.slice(1)").await;
        window.clicks("#way").await;
        let target = format!("document.getElementById({mark})");
        window
            .until(&format!("location.hash === '#' + {mark} && {target}?.checkVisibility()"))
            .await;
        // In another language the same search finds its words.
        window.visit("/gallery").await;
        window.clicks("input[name=language][value=en]").await;
        window.clicks("#query").await;
        window.types("unofficial").await;
        window
            .until("document.querySelector('#found .said')?.textContent.toLowerCase().includes('unofficial')")
            .await;
        assert_eq!(window.complaints().await, Vec::<String>::new());
    })
    .await;
}
