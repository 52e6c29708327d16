//! The stories of proving that every chat has its right alarm, and of putting it right.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use gilbot::dialogue::next_due;
use gilbot::runtime::turn::LEASE;
use gilbot::store::moving::{Alarm, Findings, LEASE_MAX, verify};
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Row};

use crate::store_places::Place;
use crate::store_suite::{CHAT, LeaseRow, at, commit, count};

/// Somebody with a certificate, who is owed nothing.
pub fn at_rest() -> Record {
    let mut record = Record::default();
    record.dialogue.heard_at = Some(at(0) + TimeDelta::microseconds(1));
    let day = |year| NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
    record.dialogue.certificates.add(day(2028), day(2027));
    record.due = next_due(&record.dialogue);
    record
}

/// Somebody who has kept nothing, and is forgotten half a year after the last word, to the millisecond.
fn without_certificate() -> Record {
    let mut record = Record::default();
    record.dialogue.heard_at = at_rest().dialogue.heard_at;
    record.due = next_due(&record.dialogue);
    record
}

/// Somebody who waits for an answer.
fn waiting() -> Record {
    let mut record = at_rest();
    record.outbox.hand_over = true;
    record.outbox.asked = true;
    record.due = Some(at(77));
    record
}

fn due() -> DateTime<Utc> {
    next_due(&at_rest().dialogue).expect("a reminder")
}

const SOUND: Findings = Findings {
    chats: 1,
    without_alarm: 0,
    wrong_alarm: 0,
    strays: 0,
    corrupt: 0,
    repaired: 0,
    changed_meanwhile: 0,
};

const WITHOUT: Findings = Findings {
    without_alarm: 1,
    ..SOUND
};

const WRONG: Findings = Findings {
    wrong_alarm: 1,
    ..SOUND
};

/// What is found, then repaired, and that nothing is left to find.
async fn is_found_and_repaired(place: &dyn Place, now: DateTime<Utc>, found: Findings) {
    let store = place.to_move().await;
    assert_eq!(verify(&*store, now, false).await, Ok(found));
    assert!(!found.is_sound());
    let repaired = Findings {
        repaired: 1,
        ..found
    };
    assert_eq!(verify(&*store, now, true).await, Ok(repaired));
    assert!(repaired.is_sound());
    assert_eq!(verify(&*store, now, true).await, Ok(SOUND));
}

pub async fn a_lost_alarm_is_found_and_restored_as_it_was(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &at_rest()).await;
    let kept = store.load(CHAT).await;
    assert_eq!(
        verify(&*place.to_move().await, at(0), true).await,
        Ok(SOUND)
    );
    place.set_alarm(CHAT, Row::Unasked, None);
    is_found_and_repaired(place, at(0), WITHOUT).await;
    assert_eq!(store.load(CHAT).await, kept, "the record is untouched");
    assert_eq!(
        store.lease_row(due(), due() + LEASE, 9, Row::Unasked).await,
        Ok(vec![CHAT])
    );
}

pub async fn a_wrong_alarm_is_found_and_put_right(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &at_rest()).await;
    let kept = store.load(CHAT).await;
    for wrong in [
        due() - TimeDelta::milliseconds(1),
        due() + TimeDelta::days(1),
    ] {
        place.set_alarm(CHAT, Row::Unasked, Some(wrong));
        is_found_and_repaired(place, at(0), WRONG).await;
        assert_eq!(store.load(CHAT).await, kept);
    }
    place.set_alarm(CHAT, Row::Unasked, None);
    place.set_alarm(CHAT, Row::Asked, Some(due()));
    is_found_and_repaired(place, at(0), WRONG).await;
    let leased = store.lease_row(due(), due(), 9, Row::Unasked).await;
    assert_eq!(leased, Ok(vec![CHAT]), "in the right row");
    let mut record = at_rest();
    record.dialogue.blocked = true;
    record.due = None;
    commit(&*store, CommitId::Own(2), 1, &record).await;
    place.set_alarm(CHAT, Row::Unasked, Some(due()));
    is_found_and_repaired(place, at(0), WRONG).await;
    assert_eq!(count(&*store, due()).await, Ok(0));
}

pub async fn a_lease_is_no_wrong_alarm(place: &dyn Place) {
    assert!(LEASE <= LEASE_MAX);
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &at_rest()).await;
    let leased = store.lease_row(due(), due() + LEASE, 9, Row::Unasked).await;
    assert_eq!(leased, Ok(vec![CHAT]));
    let mover = place.to_move().await;
    for later in [TimeDelta::zero(), LEASE, TimeDelta::days(9)] {
        assert_eq!(verify(&*mover, due() + later, true).await, Ok(SOUND));
    }
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!(kept.due.unwrap(), due() + LEASE, "nobody is disturbed");
    // What no running bot can hold so long.
    place.set_alarm(
        CHAT,
        Row::Unasked,
        Some(due() + LEASE_MAX + TimeDelta::seconds(1)),
    );
    is_found_and_repaired(place, due(), WRONG).await;
}

pub async fn a_debt_keeps_its_time_and_gets_one_if_it_has_none(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &waiting()).await;
    let mover = place.to_move().await;
    assert_eq!(verify(&*mover, at(0), true).await, Ok(SOUND));
    assert_eq!(store.load(CHAT).await.unwrap().unwrap().due, Some(at(77)));
    place.set_alarm(CHAT, Row::Asked, None);
    is_found_and_repaired(place, at(0), WITHOUT).await;
    let end = at(0) + LEASE_MAX;
    let leased = store.lease_row(end, end, 9, Row::Asked).await;
    assert_eq!(
        leased,
        Ok(vec![CHAT]),
        "when nobody can be delivering it any more"
    );
    place.set_alarm(CHAT, Row::Asked, Some(at(0) + TimeDelta::days(30)));
    is_found_and_repaired(place, at(0), WRONG).await;
    assert_eq!(
        store.lease_row(end, end, 9, Row::Asked).await,
        Ok(vec![CHAT]),
        "nobody puts a debt off for so long"
    );
}

pub async fn what_has_changed_meanwhile_is_left_alone(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &at_rest()).await;
    let mover = place.to_move().await;
    let mut page = mover.page(Default::default()).await.unwrap();
    while page.kept.is_empty() {
        page = mover
            .page(page.next.expect("it is somewhere"))
            .await
            .unwrap();
    }
    let seen = &page.kept[0];
    let other = Some(Alarm {
        row: Row::Asked,
        due: at(5),
    });
    store
        .lease_row(due(), due() + LEASE, 1, Row::Unasked)
        .await
        .unwrap();
    assert_eq!(mover.realarm(seen, other).await, Ok(false), "leased");
    place.set_alarm(CHAT, Row::Unasked, Some(due()));
    commit(&*store, CommitId::Own(2), 1, &at_rest()).await;
    assert_eq!(mover.realarm(seen, other).await, Ok(false), "committed");
    assert_eq!(store.forget(CHAT, Revision(2)).await, Ok(Commit::Applied));
    assert_eq!(mover.realarm(seen, other).await, Ok(false), "forgotten");
    assert_eq!(count(&*store, due()).await, Ok(0));
}

pub async fn a_chat_that_cannot_be_read_is_counted_and_keeps_its_alarm(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &at_rest()).await;
    place.spoil(CHAT, "spoiled");
    let found = Findings {
        corrupt: 1,
        ..SOUND
    };
    assert_eq!(
        verify(&*place.to_move().await, at(0), true).await,
        Ok(found)
    );
    assert!(!found.is_sound());
    assert_eq!(count(&*store, due()).await, Ok(1));
}

pub async fn all_alarms_are_rebuilt_from_the_records(place: &dyn Place) {
    let store = place.open().await;
    for chat in 0..200 {
        let record = match chat % 3 {
            0 => waiting(),
            1 => at_rest(),
            _ => without_certificate(),
        };
        let applied = store
            .commit(ChatId(chat), CommitId::Own(1), Revision(0), &record)
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
    }
    let before = store.overdue(due()).await;
    let mover = place.to_move().await;
    let sound = Findings {
        chats: 200,
        ..SOUND
    };
    assert_eq!(verify(&*mover, at(0), true).await, Ok(sound));
    for chat in (0..200).filter(|chat| chat % 3 != 0) {
        place.set_alarm(ChatId(chat), Row::Unasked, None);
    }
    let found = Findings {
        chats: 200,
        without_alarm: 133,
        repaired: 133,
        ..SOUND
    };
    assert_eq!(verify(&*mover, at(0), true).await, Ok(found));
    assert_eq!(verify(&*mover, at(0), true).await, Ok(sound));
    assert_eq!(store.overdue(due()).await, before);
}

pub async fn alarms_of_nobody_are_found_and_taken_away(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &at_rest()).await;
    place.set_alarm(ChatId(CHAT.0 + 64), Row::Unasked, Some(at(1)));
    place.set_alarm(ChatId(CHAT.0 + 1), Row::Asked, Some(at(1)));
    let found = Findings { strays: 2, ..SOUND };
    let mover = place.to_move().await;
    assert_eq!(verify(&*mover, at(0), false).await, Ok(found));
    let repaired = Findings {
        repaired: 2,
        ..found
    };
    assert_eq!(verify(&*mover, at(0), true).await, Ok(repaired));
    assert_eq!(verify(&*mover, at(0), true).await, Ok(SOUND));
    assert_eq!(count(&*store, due()).await, Ok(1));
    // In both rows at once.
    place.set_alarm(CHAT, Row::Asked, Some(at(1)));
    is_found_and_repaired(place, at(0), WRONG).await;
    assert_eq!(count(&*store, due()).await, Ok(1));
}
