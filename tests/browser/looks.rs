//! Names, contrast and fit: at both widths, in both schemes, in every state of the page.

use std::sync::Arc;

use gilbot::dialogue::effect::Count;
use gilbot::locales::Words;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::ops::{self, OpsState};
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::tally::{Tally, day};
use gilbot::runtime::stop::Stop;
use gilbot::store::Store;
use gilbot::store::sqlite::SqliteStore;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::browser::in_preview;
use crate::window::{DESK, PHONE, Scheme, Window};

const AXE: &str = include_str!("axe/axe.min.js");

/// What is wrong with the page as it stands, by the rules of WCAG 2.2 AA and the good practice of axe-core.
async fn wrongs(window: &Window) -> Vec<String> {
    window.asked(&format!("(() => {{ {AXE} }})()")).await;
    let run = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
               resultTypes: ['violations'] }).then((found) => done(found.violations), (error) => done(String(error)))";
    let found = window.asked_slowly(run).await;
    let found = found.as_array().unwrap_or_else(|| panic!("{found}"));
    let told = |wrong: &Value| {
        let places = wrong["nodes"].as_array().unwrap().iter();
        let places: Vec<String> = places
            .map(|node| format!("{} {}", node["target"], node["failureSummary"]))
            .collect();
        format!("{}: {}", wrong["id"], places.join("\n    "))
    };
    let mut wrongs: Vec<String> = found.iter().map(told).collect();
    let wide = window
        .asked("document.documentElement.scrollWidth - innerWidth")
        .await;
    if wide.as_i64() > Some(0) {
        wrongs.push(format!("the page is {wide} pixels too wide"));
    }
    wrongs
}

const EVERYWHERE: [((u32, u32), Scheme); 4] = [
    (DESK, Scheme::Light),
    (DESK, Scheme::Dark),
    (PHONE, Scheme::Light),
    (PHONE, Scheme::Dark),
];

/// Looks at the page in these widths and schemes.
async fn looked_at(window: &Window, state: &str, looks: &[((u32, u32), Scheme)]) -> Vec<String> {
    let mut all = Vec::new();
    for &(size, scheme) in looks {
        // Without motion, so that nothing is judged half faded in.
        window.look(size, scheme, true).await;
        let wrongs = wrongs(window).await.into_iter();
        all.extend(wrongs.map(|wrong| format!("{state}, {size:?} {scheme:?}: {wrong}")));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_has_names_contrast_and_room_in_every_state_width_and_scheme() {
    in_preview(|window| async move {
        let mut wrongs = looked_at(&window, "first look", &EVERYWHERE).await;
        window.clicks(".is-chosen [data-part=start]").await;
        window.reads("안녕하세요, 길봇이에요").await;
        wrongs.extend(looked_at(&window, "conversation", &EVERYWHERE).await);
        window.look(DESK, Scheme::Light, true).await;
        window.clicks("[data-name=too_many_requests]").await;
        window.says("/help").await;
        window.until("document.querySelector('.facts .bad')").await;
        window
            .asked("document.querySelector('#inside').classList.add('open')")
            .await;
        wrongs.extend(looked_at(&window, "a fault", &EVERYWHERE).await);
        window
            .asked("document.querySelector('#inside').classList.remove('open')")
            .await;
        window
            .asked("document.querySelector('#tools').classList.add('open')")
            .await;
        wrongs.extend(looked_at(&window, "tools", &EVERYWHERE[2..]).await);
        window
            .asked("document.querySelector('#tools').classList.remove('open')")
            .await;
        window.look(DESK, Scheme::Light, true).await;
        window.clicks("#story-open").await;
        wrongs.extend(looked_at(&window, "story", &EVERYWHERE[1..3]).await);
        window.look(DESK, Scheme::Light, true).await;
        window.clicks("#story [data-close]").await;
        window.clicks("#add-person").await;
        wrongs.extend(looked_at(&window, "newcomer", &EVERYWHERE[1..3]).await);
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_for_less_motion_sees_none() {
    in_preview(|window| async move {
        let moving = "document.getAnimations().length";
        window.clicks(".is-chosen [data-part=start]").await;
        window.reads("안녕하세요, 길봇이에요").await;
        window.clicks("[data-name=network]").await;
        window
            .until("document.querySelector('[data-name=network]').ariaChecked === 'true'")
            .await;
        // Nobody answers the press, and its button turns meanwhile.
        window.presses("도움말").await;
        window
            .until(&format!(
                "document.querySelector('.waiting') && {moving} > 0"
            ))
            .await;
        window.look(DESK, Scheme::Light, true).await;
        window
            .until(&format!(
                "document.querySelector('.waiting') && {moving} === 0"
            ))
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_for_operators_has_names_contrast_and_room() {
    let clock = Clock::new();
    let store: Arc<dyn Store> = Arc::new(SqliteStore::open(":memory:").unwrap());
    // Numbers of every length, some of them hidden.
    let counts: Vec<_> = Count::all()
        .zip([0, 3, 48, 1_235, 98_765].into_iter().cycle())
        .collect();
    assert_eq!(store.tally(day(clock.now()), &counts).await, Ok(()));
    let state = OpsState {
        store,
        pulse: Arc::new(Pulse::new(clock.clone())),
        clock,
        stop: Stop::new(),
        polling: true,
        tally: Tally::default(),
        words: Arc::new(Words::load().expect("the texts are Fluent")),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(ops::serve(listener, state, std::future::pending()));
    in_preview(move |window| async move {
        window.visit_at(address, "/ops").await;
        window.until("document.querySelector('table')").await;
        let wrongs = looked_at(&window, "for operators", &EVERYWHERE).await;
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
        let smallest = "Math.min(...[...document.querySelectorAll('body *')]
            .filter((part) => part.innerText && !part.children.length)
            .map((part) => parseFloat(getComputedStyle(part).fontSize)))";
        let smallest = window.asked(smallest).await.as_f64().unwrap();
        assert!(smallest >= 14.0, "letters of {smallest} pixels");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_gallery_has_names_contrast_and_room() {
    in_preview(|window| async move {
        window.visit("/gallery").await;
        let mut wrongs = looked_at(&window, "gallery", &EVERYWHERE).await;
        window.look(DESK, Scheme::Light, true).await;
        window.clicks("#query").await;
        window.types("만료일").await;
        window
            .until("document.querySelector('#found .places a')")
            .await;
        wrongs.extend(looked_at(&window, "what was found", &EVERYWHERE[1..3]).await);
        window.clicks("#found .places a").await;
        window
            .until("document.querySelector('article:not([hidden])')")
            .await;
        wrongs.extend(looked_at(&window, "a room", &EVERYWHERE[1..3]).await);
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    })
    .await;
}
