//! Reminders for two: one person hands them on by a link, another opens it, and either can stop.
//!
//! The link stands behind a button that opens Telegram's own choice of whom to send it to, so these are no stories of
//! `tests/stories`: here the other person opens what that button sends.

mod two;

use chrono::TimeDelta;
use gilbot::dialogue::sharing::COMPANIONS_MAX;

use crate::stage::{Kept, Mode};
use crate::story::reader::holds;
pub use two::invitation;
use two::{HAND_ON, JOIN, Two, day, ten_o_clock};

const NOTHING_KEPT: &str = "아직 적어 둔 인증서가 없어요";
const VOID: &str = "이 링크는 쓸 수 없어요";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_opens_the_link_and_agrees_is_reminded_too() {
    for (mode, kept) in [(Mode::Polling, Kept::Sqlite), (Mode::Webhook, Kept::Redis)] {
        let mut two = Two::open_in(mode, kept).await;
        let link = two.link().await;
        let invited = two.says(two.other, &link).await;
        for words in [
            "함께 받자고 했어요",
            "가족의 금융인증서",
            "2028년 3월 15일(수)",
            "이것만",
            "만 14세 이상",
        ] {
            assert!(invited.contains(words), "«{words}» is not in\n{invited}");
        }
        let none = two.certificates(two.other).await;
        assert_eq!(none, [], "nothing is kept before the person agrees");

        let joined = two.presses(two.other, JOIN).await;
        assert!(joined.contains("이제 이 알림을 함께 받아요"), "{joined}");
        assert!(
            joined.contains("다른 분이 함께 보는 알림이에요"),
            "{joined}"
        );
        assert!(two.card(two.giver).await.contains("1명이 함께 받고 있어요"));
        two.reads_all();

        two.stage.move_to(ten_o_clock(2028, 2, 14));
        two.settle().await;
        for person in [two.giver, two.other] {
            let [reminder] = &two.news(person)[..] else {
                panic!("each is reminded once");
            };
            assert!(reminder.contains("30일 남음"), "{reminder}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_says_no_keeps_nothing_and_may_still_change_their_mind() {
    let mut two = Two::open().await;
    let link = two.link().await;
    two.says(two.other, &link).await;
    two.presses(two.other, "괜찮아요").await;
    assert_eq!(two.certificates(two.other).await, []);
    assert_eq!(two.companions().await, 0);
    // Opened and accepted twice, it is one reminder all the same.
    for _ in 0..2 {
        two.says(two.other, &link).await;
        two.presses(two.other, JOIN).await;
    }
    assert_eq!(two.certificates(two.other).await.len(), 1);
    assert_eq!(two.companions().await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_renewal_by_the_giver_moves_the_date_of_the_other() {
    let mut two = Two::together().await;
    two.card(two.giver).await;
    two.presses(two.giver, "이미 했어요").await;
    two.says(two.giver, "2031-03-15").await;
    two.presses(two.giver, "맞아요, 저장할게요").await;
    let followed = two.certificates(two.other).await;
    assert_eq!(followed[0].expires_on, day(2031, 3, 15));
    two.reads_all();

    two.stage.move_to(ten_o_clock(2028, 2, 14));
    two.settle().await;
    assert_eq!(
        two.news(two.giver).len() + two.news(two.other).len(),
        0,
        "the old date is over"
    );
    two.stage.move_to(ten_o_clock(2031, 2, 13));
    two.settle().await;
    for person in [two.giver, two.other] {
        let news = two.news(person);
        assert!(
            news.iter().any(|said| said.contains("2031년 3월 15일")),
            "{news:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_invited_can_leave() {
    let mut two = Two::together().await;
    two.card(two.other).await;
    two.presses(two.other, "여기서 지우기").await;
    two.presses(two.other, "네, 지울게요").await;
    assert_eq!(two.certificates(two.other).await, []);
    assert_eq!(two.companions().await, 0);
    let card = two.card(two.giver).await;
    assert!(!card.contains("함께 받고 있어요"), "{card}");
    assert!(
        card.contains("2028년 3월 15일"),
        "the giver keeps theirs: {card}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_invited_can_stop() {
    let mut two = Two::together().await;
    two.card(two.giver).await;
    two.presses(two.giver, HAND_ON).await;
    let card = two.presses(two.giver, "함께 알림 그만하기").await;
    assert!(card.contains("이제 이 알림은 나만 받아요"), "{card}");
    assert!(!card.contains("함께 받고 있어요"), "{card}");
    let list = two.says(two.other, "/mycert").await;
    assert!(list.contains(NOTHING_KEPT), "{list}");
    two.reads_all();
    two.stage.move_to(ten_o_clock(2028, 2, 14));
    two.settle().await;
    assert_eq!(two.news(two.other), Vec::<String>::new());
    assert_eq!(two.news(two.giver).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_removed_certificate_is_gone_for_both() {
    let mut two = Two::together().await;
    let link = two.link().await;
    two.card(two.giver).await;
    two.presses(two.giver, "여기서 지우기").await;
    two.presses(two.giver, "네, 지울게요").await;
    assert_eq!(two.certificates(two.other).await, []);
    let void = two.says(two.other, &link).await;
    assert!(void.contains(VOID), "{void}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_is_good_for_seven_days_and_only_as_it_was_made() {
    let mut two = Two::open().await;
    let link = two.link().await;
    let middle = link.len() / 2;
    let other_letter = if &link[middle..=middle] == "A" {
        "B"
    } else {
        "A"
    };
    let forged = [
        format!("{}{other_letter}{}", &link[..middle], &link[middle + 1..]),
        link[..link.len() - 4].to_owned(),
        format!("{link}AAAA"),
        "/start with-".to_owned(),
        "/start with-AAAA".to_owned(),
        format!("/start with-{}", "A".repeat(56)),
    ];
    for forged in forged {
        let void = two.says(two.other, &forged).await;
        assert!(void.contains(VOID), "{forged}: {void}");
        assert!(void.contains("새 링크를 부탁해 주세요"), "{void}");
    }
    two.stage.move_by(TimeDelta::days(7));
    let invited = two.says(two.other, &link).await;
    assert!(
        invited.contains("함께 받자고 했어요"),
        "the last day: {invited}"
    );
    two.stage.move_by(TimeDelta::days(1));
    let void = two.says(two.other, &link).await;
    assert!(void.contains(VOID), "{void}");
    assert_eq!(two.certificates(two.other).await, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_link_tells_nothing_and_no_two_are_alike() {
    let mut two = Two::open().await;
    let (one, other) = (two.link().await, two.link().await);
    assert_ne!(one, other);
    let payload = one.strip_prefix("/start ").expect("an order to begin");
    assert!(payload.len() <= 64, "Telegram takes no more");
    let is_letter = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
    assert!(payload.chars().all(is_letter), "{payload}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ones_own_link_leads_to_ones_own_certificates() {
    let mut two = Two::open().await;
    let link = two.link().await;
    let list = two.says(two.giver, &link).await;
    assert!(list.contains("내 인증서 1개"), "{list}");
    assert_eq!(two.companions().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sixth_companion_is_told_that_there_is_no_room() {
    let mut two = Two::open().await;
    let link = two.link().await;
    for at in 0..=COMPANIONS_MAX {
        let name = format!("식구 {at}");
        let person = two
            .stage
            .emulator
            .with(|world| world.add_person(&name, "ko"));
        two.says(person, &link).await;
        two.presses(person, JOIN).await;
        two.is_passed_on().await;
        let kept = two.certificates(person).await.len();
        assert_eq!(kept, usize::from(at < COMPANIONS_MAX), "{name}");
    }
    assert_eq!(two.companions().await, COMPANIONS_MAX);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_yes_that_comes_too_late_leads_to_nothing() {
    for gone in [&["여기서 지우기", "네, 지울게요"][..], &[]] {
        let mut two = Two::open().await;
        let link = two.link().await;
        two.says(two.other, &link).await;
        if gone.is_empty() {
            two.says(two.giver, "/delete").await;
            two.presses(two.giver, "네, 모두 지울게요").await;
        } else {
            two.card(two.giver).await;
        }
        for label in gone {
            two.presses(two.giver, label).await;
        }
        two.presses(two.other, JOIN).await;
        two.is_passed_on().await;
        assert_eq!(two.certificates(two.other).await, []);
        let kept = two.record(two.other).expect("something is kept");
        assert!(!holds(&kept, &two.giver.to_string()), "{kept}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_erases_everything_leaves_no_trace_with_the_other() {
    for kept in [Kept::Sqlite, Kept::Redis] {
        for giver_goes in [true, false] {
            let mut two = Two::together_in(Mode::Polling, kept).await;
            let (goes, stays) = if giver_goes {
                (two.giver, two.other)
            } else {
                (two.other, two.giver)
            };
            let before = two.record(stays).expect("something is kept");
            assert!(holds(&before, &goes.to_string()), "{before}");
            two.says(goes, "/delete").await;
            two.presses(goes, "네, 모두 지울게요").await;
            assert_eq!(two.record(goes), None);
            let after = two.record(stays).expect("something is kept");
            assert!(!holds(&after, &goes.to_string()), "{after}");
            let certificates = two.certificates(stays).await;
            assert_eq!(certificates.len(), usize::from(!giver_goes));
            assert!(certificates.iter().all(|known| known.companions.is_empty()));
        }
    }
}

/// The number of a chat is the number of a person in Telegram: a companion is promised that only nickname and date are
/// seen.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_shown_who_the_other_is() {
    let mut two = Two::together().await;
    two.reads_all();
    for (person, other) in [(two.giver, two.other), (two.other, two.giver)] {
        two.card(person).await;
        two.says(person, "/mydata").await;
        two.presses(person, "파일로 받기").await;
        let said = two.stage.emulator.with(|world| world.take_unread(person));
        let files = said.iter().filter_map(|said| said.document.as_ref());
        let files: Vec<String> = files
            .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
            .collect();
        assert_eq!(files.len(), 1);
        assert!(files[0].contains("2028-03-15"), "{}", files[0]);
        let told: Vec<&str> = said.iter().map(|said| said.text.as_str()).collect();
        for words in told.into_iter().chain([files[0].as_str()]) {
            assert!(!holds(words, &other.to_string()), "{words}");
            assert!(
                !words.contains("박민수") && !words.contains("김영자"),
                "{words}"
            );
        }
    }
}
