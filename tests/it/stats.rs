//! What an operator sees of people's ways: how often, and never who, and nothing that few people did.

use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, Utc};
use gilbot::dialogue::count::ways;
use gilbot::dialogue::effect::Count;
use gilbot::dialogue::reminder::{Notice, Stage as Before};
use gilbot::emulator::World;
use gilbot::guide::step::StepId;
use gilbot::locales::{Language, Words};
use gilbot::picture::{funnel, lettering};
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::ops::{self, OpsState};
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::drawn::{funnels, heading};
use gilbot::runtime::stats::names;
use gilbot::runtime::stats::page::page;
use gilbot::runtime::stats::report::{Report, Topic};
use gilbot::runtime::stats::shown::Shown;
use gilbot::runtime::stats::tally::{self, Tally, day};
use gilbot::runtime::stats::told::told;
use gilbot::runtime::stop::Stop;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{Store, StoreError, Tallied};
use gilbot::telegram::BotApi;
use tokio::net::TcpListener;

use crate::office::{Desk, OddStore, Office};
use crate::stage::{Kept, Mode, Stage};
use crate::store_places::{Place, SqliteFile};
use gilbot::gallery::starts::now;

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load().expect("the texts are Fluent"));

const TERMS: StepId = StepId("web-terms");
const MONTH_BEFORE: Count = Count::Reminded(Notice::Stage(Before::D30));

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn tallied(count: Count, times: u64) -> Tallied {
    Tallied {
        day: today(),
        count,
        times,
    }
}

#[test]
fn a_number_below_five_is_hidden_and_looks_like_none() {
    for times in 0..5 {
        assert_eq!(Shown::of(times), Shown::Few);
        let some = Report::of(&[tallied(MONTH_BEFORE, times)], today());
        assert_eq!(some, Report::of(&[], today()));
    }
    assert_eq!(Shown::of(5), Shown::AtLeast(5));
    assert_eq!(Shown::of(58), Shown::AtLeast(55));
}

#[test]
fn a_sum_and_a_share_are_made_of_what_is_shown() {
    let parts = [4, 9, 23].map(Shown::of);
    assert_eq!(Shown::sum(parts), Shown::AtLeast(25));
    assert_eq!(Shown::sum([4, 4, 4].map(Shown::of)), Shown::Few);
    assert_eq!(Shown::of(14).percent_of(Shown::of(43)), Some(25));
    assert_eq!(Shown::of(4).percent_of(Shown::of(400)), None);
    assert_eq!(Shown::of(9).percent_of(Shown::of(3)), None);
    assert_eq!(Shown::of(90).percent_of(Shown::of(60)), Some(100));
}

#[test]
fn whatever_is_hidden_the_page_is_the_same() {
    // Of each number the smallest and the largest that look alike: no byte of the page may tell them apart.
    let truth = |rest: u64| {
        let counts = Count::all().zip(0..).map(|(count, number)| {
            let times = number % 7 * 5 + rest;
            let day = today() - Days::new(number % 60);
            Tallied { day, count, times }
        });
        page(&Report::of(&counts.collect::<Vec<_>>(), today()), &WORDS)
    };
    let least = truth(0);
    assert_eq!(least, truth(4));
    assert_ne!(least, truth(5), "and it does tell what may be told");
}

#[test]
fn whatever_is_hidden_the_words_and_the_picture_are_the_same() {
    let truth = |rest: u64| {
        let counts = Count::all().zip(0..).map(|(count, number)| {
            let times = number % 7 * 5 + rest;
            tallied(count, times)
        });
        let report = Report::of(&counts.collect::<Vec<_>>(), today());
        let said = Language::ALL.map(|language| told(&report, &WORDS, language));
        let drawn = Language::ALL.map(|language| funnels(&report, &WORDS, language));
        (said, drawn)
    };
    assert_eq!(truth(0), truth(4));
    assert_ne!(truth(0), truth(5));
}

#[test]
fn the_font_has_every_letter_of_the_ways_and_the_picture_is_small() {
    for language in Language::ALL {
        let all = Count::all().map(|count| tallied(count, 1235));
        let report = Report::of(&all.collect::<Vec<_>>(), today());
        let ways = funnels(&report, &WORDS, language);
        assert_eq!(ways.len(), 3);
        let title = heading(&report, language);
        for way in ways {
            let png = funnel::png(&title, &way).expect("it can be drawn");
            assert!(png.len() < 150_000, "{}", png.len());
            // The width and the height stand at the beginning of the file. Telegram shows no longer side than this.
            let height = u32::from_be_bytes(png[20..24].try_into().expect("four bytes"));
            assert!((300..=1280).contains(&height), "{height}");
        }
    }
    let named = ways().into_iter().flat_map(|way| {
        let steps = way.steps.iter();
        let steps = steps.map(|step| names::subject(step.entered, &WORDS));
        [names::way(way.word)]
            .into_iter()
            .chain(steps)
            .collect::<Vec<_>>()
    });
    let headings = Language::ALL.map(|language| heading(&Report::of(&[], today()), language));
    let letters = named.flat_map(|name| [name.korean, name.english]);
    let letters = letters.map(String::from).chain(headings);
    for name in letters {
        assert_eq!(
            lettering::missing(&name),
            Vec::<char>::new(),
            "run scripts/font.sh: {name}"
        );
    }
}

#[test]
fn every_way_and_every_count_is_called_something_in_both_languages() {
    for way in ways() {
        assert_ne!(names::way(way.word).korean, way.word);
    }
    for count in Count::all() {
        let name = names::subject(count, &WORDS);
        let is_korean = name
            .korean
            .chars()
            .any(|letter| ('가'..='힣').contains(&letter));
        assert!(
            is_korean || name.korean == "ID",
            "{}: {name:?}",
            count.name()
        );
        assert!(!name.english.is_empty());
    }
}

#[test]
fn where_nothing_may_be_shown_there_is_no_picture_and_the_words_say_so() {
    let report = Report::of(&[tallied(Count::Entered(TERMS), 4)], today());
    assert_eq!(funnels(&report, &WORDS, Language::Korean), []);
    let said = told(&report, &WORDS, Language::Korean);
    assert!(
        said.contains("갱신한 인증서 <b>5 미만</b> (5 미만)"),
        "{said}"
    );
    assert!(!said.contains("약관"), "{said}");
}

#[test]
fn the_last_thirty_days_stand_against_the_thirty_before() {
    let on = |days_ago: u64, times| Tallied {
        day: today() - Days::new(days_ago),
        count: MONTH_BEFORE,
        times,
    };
    let tallies = [on(0, 10), on(29, 10), on(30, 5), on(59, 6), on(60, 500)];
    let figure = Report::of(&tallies, today()).figure(MONTH_BEFORE);
    assert_eq!(figure.now, Shown::AtLeast(20));
    assert_eq!(figure.before, Shown::AtLeast(10));
    let total = Report::of(&tallies, today()).total(Topic::Reminded);
    assert_eq!(total, figure);
}

#[test]
fn a_day_begins_at_midnight_in_seoul() {
    let at = |written: &str| day(written.parse::<DateTime<Utc>>().unwrap());
    assert_eq!(at("2026-11-29T14:59:59Z").to_string(), "2026-11-29");
    assert_eq!(at("2026-11-29T15:00:00Z").to_string(), "2026-11-30");
}

#[test]
fn every_count_has_a_name_of_ours_and_no_other_name_is_known() {
    let mut names = std::collections::BTreeSet::new();
    for count in Count::all() {
        let name = count.name();
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_:-".contains(&byte);
        assert!(name.len() <= 64 && name.bytes().all(is_plain), "{name}");
        assert_eq!(Count::named(&name), Some(count));
        assert!(names.insert(name.clone()), "{name} stands for two");
    }
    for other in [
        "entered:7123456789",
        "entered:900101-1234567",
        "renewed:1",
        "",
    ] {
        assert_eq!(Count::named(other), None);
    }
    let steps: usize = ways().iter().map(|way| way.steps.len()).sum();
    assert!(steps > 60, "every step stands on some way: {steps}");
}

#[tokio::test]
async fn a_press_costs_the_store_nothing_and_is_written_later() {
    let office = Office::open().await;
    let desk = office.desk(25);
    let person = office.person();
    desk.takes(office.says(person, 1, "/start")).await;
    for update in 2..=7 {
        desk.takes(office.says(person, update, "ㅁㄴㅇㄹ ㅋㅋㅋ"))
            .await;
    }
    let today = day(office.clock.now());
    let kept = office.store.tallies(today, today).await;
    assert_eq!(kept, Ok(vec![]), "nothing has been written yet");
    let tally = &desk.intake.courier.tally;
    assert_eq!(tally.write(office.store.as_ref()).await, Ok(()));
    let kept = office.store.tallies(today, today).await.unwrap();
    let kept: Vec<_> = kept.iter().map(|it| (it.count, it.times)).collect();
    assert_eq!(kept, [(Count::NotUnderstood("home"), 6)]);
    assert_eq!(tally.write(office.store.as_ref()).await, Ok(()));
    let again = office.store.tallies(today, today).await.unwrap();
    assert_eq!(again[0].times, 6, "what is written is written once");
}

#[tokio::test]
async fn while_the_store_is_away_counts_are_kept_and_added_later() {
    let file = SqliteFile::empty().await;
    let store = file.open().await;
    let tally = Tally::default();
    let away = file.connect();
    away.execute_batch("ALTER TABLE tally RENAME TO away")
        .unwrap();
    let yesterday = now() - Days::new(1);
    tally.add(MONTH_BEFORE, yesterday);
    tally.add(Count::Renewed, now());
    let refused = tally.write(&*store).await;
    assert!(
        matches!(refused, Err(StoreError::Unavailable(_))),
        "{refused:?}"
    );
    tally.add(Count::Renewed, now());
    away.execute_batch("ALTER TABLE away RENAME TO tally")
        .unwrap();
    assert_eq!(tally.write(&*store).await, Ok(()));
    let mut kept = store.tallies(day(yesterday), day(now())).await.unwrap();
    kept.sort_unstable_by_key(|it| it.day);
    let kept: Vec<_> = kept.iter().map(|it| (it.count, it.times)).collect();
    assert_eq!(kept, [(MONTH_BEFORE, 1), (Count::Renewed, 2)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_stops_writes_what_it_has_counted() {
    let mut stage = Stage::open(Mode::Polling, Kept::Sqlite, now()).await;
    let person = stage
        .emulator
        .with(|world| world.add_person("김영자", "ko"));
    let says = |world: &mut World, words| world.say(person, person, words);
    for _ in 0..3 {
        stage.emulator.with(|world| says(world, "/start"));
        stage.emulator.with(|world| says(world, "ㅁㄴㅇㄹ ㅋㅋㅋ"));
        stage.settle().await.unwrap();
        stage.restart().await;
    }
    let store = stage.place.open().await;
    let today = day(stage.clock.now());
    let kept = store.tallies(today, today).await.unwrap();
    let kept: Vec<_> = kept.iter().map(|it| (it.count, it.times)).collect();
    assert_eq!(kept, [(Count::NotUnderstood("home"), 3)]);
}

#[tokio::test]
async fn a_reminder_is_counted_when_it_has_come_and_not_when_nobody_can_be_reached() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let (reached, gone) = (office.due().await, office.due().await);
    office.emulator.with(|world| world.block(gone));
    desk.sweeps().await;
    let told = |person| {
        office
            .calls(person)
            .iter()
            .any(|call| call.method == "sendMessage")
    };
    assert!(told(reached) && told(gone), "both were called");
    let tally = &desk.intake.courier.tally;
    assert_eq!(tally.write(&*office.store).await, Ok(()));
    let today = day(office.clock.now());
    let kept = office.store.tallies(today, today).await.unwrap();
    let kept: Vec<_> = kept.iter().map(|it| (it.count, it.times)).collect();
    assert_eq!(kept, [(MONTH_BEFORE, 1)]);
}

#[tokio::test]
async fn what_the_person_brings_up_again_is_no_further_reminder() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let person = office.due().await;
    desk.sweeps().await;
    desk.takes(office.says(person, 1, "/nonsense")).await;
    let sent = office.calls(person).into_iter();
    let sent = sent.filter(|call| call.method == "sendMessage").count();
    assert_eq!(sent, 2, "the reminder is shown anew");
    assert_eq!(
        desk.intake.courier.tally.write(&*office.store).await,
        Ok(())
    );
    let today = day(office.clock.now());
    let kept = office.store.tallies(today, today).await.unwrap();
    let kept: Vec<_> = kept.iter().map(|it| (it.count, it.times)).collect();
    assert_eq!(kept, [(MONTH_BEFORE, 1)]);
}

#[tokio::test(start_paused = true)]
async fn what_has_been_counted_is_written_within_about_a_minute() {
    let store = OddStore::timeless(
        &Arc::new(SqliteStore::open(":memory:").unwrap()),
        Duration::ZERO,
    );
    let clock = Clock::new();
    let api = BotApi::new("1:a token", "http://127.0.0.1:9".parse().unwrap()).unwrap();
    let past = Careful::lasting(Duration::ZERO);
    let desk = Desk::with(api, store.clone(), &clock, 25, past);
    let courier = desk.intake.courier.clone();
    courier.tally.add(Count::Renewed, clock.now());
    let today = day(clock.now());
    let kept = async || {
        let kept = store.tallies(today, today).await.unwrap();
        kept.iter().map(|it| it.times).sum::<u64>()
    };
    tokio::spawn(async move { tally::run(&courier, &Stop::new()).await });
    assert_eq!(kept().await, 0);
    tokio::time::sleep(Duration::from_secs(61)).await;
    assert_eq!(kept().await, 1);
}

#[tokio::test]
async fn the_page_shows_what_the_store_holds_and_what_is_not_written_yet() {
    let file = SqliteFile::empty().await;
    let (asked, state) = ops_over(&file).await;
    let on = day(state.clock.now());
    let counts = [
        (Count::Entered(TERMS), 118),
        (Count::Stuck(TERMS), 37),
        (Count::ScreenDiffers(TERMS), 3),
        (MONTH_BEFORE, 1236),
    ];
    assert_eq!(state.store.tally(on, &counts).await, Ok(()));
    for _ in 0..5 {
        state.tally.add(Count::Renewed, state.clock.now());
    }
    let answer = reqwest::get(format!("http://{asked}/ops")).await.unwrap();
    assert_eq!(answer.status(), 200);
    let kind = answer.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(kind, "text/html; charset=utf-8");
    let html = answer.text().await.unwrap();
    for seen in [
        "<td>115</td>",
        "<td>35<small>30%</small></td>",
        "<td class=\"few\">5 미만</td>",
        "<strong>1235</strong>",
        "<strong>5</strong>",
        "약관",
    ] {
        assert!(html.contains(seen), "{seen} is not in\n{html}");
    }
    for hidden in ["118", "1236", "37<", "<script", "src=", "href="] {
        assert!(!html.contains(hidden), "{hidden} is in\n{html}");
    }
}

#[tokio::test]
async fn while_the_store_is_away_the_page_says_so() {
    let file = SqliteFile::empty().await;
    let (asked, _) = ops_over(&file).await;
    file.connect().execute_batch("DROP TABLE tally").unwrap();
    let answer = reqwest::get(format!("http://{asked}/ops")).await.unwrap();
    assert_eq!(answer.status(), 503);
    let told = answer.text().await.unwrap();
    assert!(told.starts_with("store: "), "{told}");
}

/// The operator's port alone, over this file.
async fn ops_over(file: &SqliteFile) -> (SocketAddr, OpsParts) {
    let clock = Clock::new();
    clock.move_to(now());
    let parts = OpsParts {
        store: file.open().await,
        clock: clock.clone(),
        tally: Tally::default(),
    };
    let state = OpsState {
        store: Arc::clone(&parts.store),
        pulse: Arc::new(Pulse::new(clock.clone())),
        clock,
        stop: Stop::new(),
        polling: true,
        tally: parts.tally.clone(),
        words: Arc::new(Words::load().expect("the texts are Fluent")),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(ops::serve(listener, state, std::future::pending()));
    (address, parts)
}

struct OpsParts {
    store: Arc<dyn Store>,
    clock: Clock,
    tally: Tally,
}
