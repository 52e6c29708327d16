//! The stories of what is counted for the operator: by the day, and of no chat.

use chrono::{Days, NaiveDate};
use gilbot::dialogue::effect::Count;
use gilbot::guide::step::StepId;
use gilbot::store::{Commit, CommitId, Revision, Store, TALLY_MEMORY_DAYS, Tallied};

use crate::servers::Server;
use crate::store_places::{Place, SqliteFile};
use crate::store_suite::{CHAT, at, commit, contains, record};

const TERMS: Count = Count::Entered(StepId("web-terms"));

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap() + Days::new(number)
}

/// As `(day, times)`, in the order of the days.
async fn times_of(store: &dyn Store, count: Count, days: [NaiveDate; 2]) -> Vec<(NaiveDate, u64)> {
    let tallies = store.tallies(days[0], days[1]).await.unwrap();
    let of_it = tallies.into_iter().filter(|tallied| tallied.count == count);
    let mut times: Vec<_> = of_it.map(|it| (it.day, it.times)).collect();
    times.sort_unstable();
    times
}

pub async fn counts_are_added_up_by_the_day(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(store.tallies(day(0), day(9)).await, Ok(vec![]));
    assert_eq!(
        store
            .tally(day(1), &[(TERMS, 2), (Count::Renewed, 1)])
            .await,
        Ok(())
    );
    assert_eq!(store.tally(day(1), &[(TERMS, 40)]).await, Ok(()));
    assert_eq!(store.tally(day(2), &[(TERMS, 5)]).await, Ok(()));
    assert_eq!(store.tally(day(2), &[]).await, Ok(()));
    let seen = times_of(&*store, TERMS, [day(0), day(9)]).await;
    assert_eq!(seen, [(day(1), 42), (day(2), 5)]);
    let renewed = Tallied {
        day: day(1),
        count: Count::Renewed,
        times: 1,
    };
    let first = store.tallies(day(1), day(1)).await.unwrap();
    assert!(first.contains(&renewed) && first.len() == 2, "{first:?}");
    assert_eq!(store.tallies(day(3), day(9)).await, Ok(vec![]));
    assert_eq!(
        store.tallies(day(2), day(1)).await,
        Ok(vec![]),
        "no day at all"
    );
}

pub async fn everything_that_can_be_counted_is_read_as_it_was_written(place: &dyn Place) {
    let store = place.open().await;
    let all: Vec<_> = Count::all().zip(1..).collect();
    assert_eq!(store.tally(day(0), &all).await, Ok(()));
    for (count, times) in all {
        let seen = times_of(&*store, count, [day(0), day(0)]).await;
        assert_eq!(seen, [(day(0), times)], "{}", count.name());
    }
}

pub async fn replicas_side_by_side_lose_no_count(place: &dyn Place) {
    let first = place.open().await;
    let mut replicas = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let store = place.beside(&first).await;
        replicas.spawn(async move {
            for _ in 0..25 {
                assert_eq!(store.tally(day(0), &[(TERMS, 1)]).await, Ok(()));
            }
        });
    }
    replicas.join_all().await;
    let seen = times_of(&*first, TERMS, [day(0), day(0)]).await;
    assert_eq!(seen, [(day(0), 100)]);
}

pub async fn counts_say_nothing_of_a_chat_and_outlive_it(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(at(60)))).await;
    assert_eq!(store.tally(day(0), &[(TERMS, 7)]).await, Ok(()));
    assert_eq!(store.forget(CHAT, Revision(1)).await, Ok(Commit::Applied));
    assert_eq!(
        times_of(&*store, TERMS, [day(0), day(0)]).await,
        [(day(0), 7)]
    );
    let bytes = place.bytes();
    assert!(
        contains(&bytes, "entered:web-terms"),
        "the look sees counts"
    );
    assert!(!contains(&bytes, &CHAT.0.to_string()));
}

#[tokio::test]
async fn a_file_drops_the_days_that_are_too_old() {
    let store = SqliteFile::empty().await.open().await;
    for (number, times) in [(0, 1), (1, 2)] {
        assert_eq!(store.tally(day(number), &[(TERMS, times)]).await, Ok(()));
    }
    let last = day(TALLY_MEMORY_DAYS);
    assert_eq!(store.tally(last, &[(TERMS, 3)]).await, Ok(()));
    let seen = times_of(&*store, TERMS, [day(0), last]).await;
    assert_eq!(seen, [(day(1), 2), (last, 3)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_forgets_a_day_by_itself() {
    let server = Server::start();
    let url: gilbot::store::StoreUrl = server.url().parse().unwrap();
    let store = gilbot::store::open(&url, Default::default()).await.unwrap();
    assert_eq!(store.tally(day(0), &[(TERMS, 1)]).await, Ok(()));
    let left: u64 = server.ask(&["TTL", "gil:{0}:counts:2026-11-30"]);
    let memory_seconds = TALLY_MEMORY_DAYS * 24 * 60 * 60;
    assert!(
        (memory_seconds - 600..=memory_seconds).contains(&left),
        "{left}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_release_has_counted_is_left_alone() {
    let file = SqliteFile::empty().await;
    let store = file.open().await;
    let odd = "INSERT INTO tally VALUES ('2026-11-30', 'entered:a-step-to-come', 9)";
    assert_eq!(file.connect().execute(odd, ()), Ok(1));
    assert_eq!(store.tally(day(0), &[(TERMS, 1)]).await, Ok(()));
    assert_eq!(store.tallies(day(0), day(0)).await.unwrap().len(), 1);
    let kept = "SELECT times FROM tally WHERE name = 'entered:a-step-to-come'";
    let kept: i64 = file
        .connect()
        .query_row(kept, [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 9);
}
