//! What one press costs: thinking, words, and the commit in each store; and what a picture costs.
//!
//! `cargo bench`. The commit to Redis is measured when `REDIS_URL` names a server.

use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use gilbot::dialogue::event::Event;
use gilbot::dialogue::press::{Choice, Press};
use gilbot::dialogue::timeline::Timeline;
use gilbot::dialogue::{Dialogue, transition, view};
use gilbot::gallery::starts;
use gilbot::guide::plan::{Channel, Identification, Medium, Purpose, Situation};
use gilbot::locales::{Language, Words};
use gilbot::picture;
use gilbot::reading::date::{self, Field};
use gilbot::reading::question;
use gilbot::reading::sift::{Asked, Sifted, sift};
use gilbot::store::redis::RedisOptions;
use gilbot::store::{ChatId, CommitId, Record, Revision, Store, StoreUrl};
use tokio::runtime::Runtime;

/// A person at the first step of a walk.
fn walking(now: DateTime<Utc>) -> Dialogue {
    let mut presses = vec![Press::Go(gilbot::dialogue::press::Place::Begin)];
    presses.extend(
        [
            Choice::Purpose(Purpose::Issue),
            Choice::Situation(Situation::Ordinary),
            Choice::Channel(Channel::App),
            Choice::Medium(Medium::Card),
            Choice::Identification(Identification::Phone),
        ]
        .map(Press::Choose),
    );
    presses.push(Press::Depart {
        although_missing: false,
    });
    presses.push(Press::Depart {
        although_missing: true,
    });
    presses
        .into_iter()
        .fold(Dialogue::default(), |dialogue, press| {
            transition(dialogue, Event::Pressed(press), now).0
        })
}

fn thinking(criterion: &mut Criterion) {
    let now = DateTime::UNIX_EPOCH;
    let dialogue = walking(now);
    let screen = view(&dialogue, now);
    let press = screen.presses().next().expect("a step has buttons");
    let words = Words::load().expect("the texts can be read");
    criterion.bench_function("one press, thinking", |bench| {
        bench.iter(|| {
            let event = Event::Pressed(black_box(press));
            let (next, effects) = transition(dialogue.clone(), event, now);
            (view(&next, now), effects)
        });
    });
    criterion.bench_function("one screen, words", |bench| {
        bench.iter(|| words.screen(Language::Korean, black_box(&screen)));
    });
}

fn reading(criterion: &mut Criterion) {
    let today = DateTime::UNIX_EPOCH.date_naive();
    let text = "만료일은 2028년 3월 5일(일)이라고 적혀 있어요";
    let asked = "ARS 전화가 계속 안 오는데 어떻게 하죠";
    let Sifted::Safe(safe) = sift(asked, Asked::Nothing) else {
        return;
    };
    question::prepare();
    criterion.bench_function("one message, sifted", |bench| {
        bench.iter(|| sift(black_box(text), Asked::Date));
    });
    criterion.bench_function("one date, read", |bench| {
        bench.iter(|| date::read(black_box(text), Field::Expiry, today));
    });
    criterion.bench_function("one question, read", |bench| {
        bench.iter(|| question::read(black_box(&safe)));
    });
}

fn drawing(criterion: &mut Criterion) {
    let words = Words::load().expect("the texts can be read");
    let mut dialogue = starts::with_certificates([200]);
    dialogue.settings.early = true;
    let certificate = dialogue.certificates.iter().next().expect("one");
    let timeline = Timeline::of(certificate, &dialogue.settings, starts::now());
    for language in Language::ALL {
        criterion.bench_function(&format!("one picture, {}", language.tag()), |bench| {
            bench.iter(|| picture::png(black_box(&timeline), &words, language));
        });
    }
}

fn committing(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("threads");
    let place = tempfile::tempdir().expect("a temporary folder");
    let file = format!("sqlite:{}", place.path().join("bench.db").display());
    let mut urls = vec![
        ("SQLite in memory", "sqlite::memory:".to_owned()),
        ("SQLite file", file),
    ];
    urls.extend(std::env::var("REDIS_URL").ok().map(|url| ("Redis", url)));
    for (name, url) in urls {
        let url: StoreUrl = url.parse().expect("a store");
        let options = RedisOptions {
            allow_volatile: true,
            ..RedisOptions::default()
        };
        let opened = runtime.block_on(gilbot::store::open(&url, options));
        let store: Arc<dyn Store> = opened.expect("the store opens");
        let record = Record {
            dialogue: walking(DateTime::UNIX_EPOCH),
            ..Record::default()
        };
        let chat = ChatId(-i64::from(std::process::id()));
        let mut revision = 0;
        criterion.bench_function(&format!("one commit, {name}"), |bench| {
            bench.iter(|| {
                let id = CommitId::Update(u32::try_from(revision).unwrap_or(u32::MAX));
                let commit = store.commit(chat, id, Revision(revision), &record);
                revision += 1;
                runtime.block_on(commit)
            });
        });
    }
}

criterion_group!(benches, thinking, reading, drawing, committing);
criterion_main!(benches);
