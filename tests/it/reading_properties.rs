//! What holds for every text: nothing panics, nothing secret is kept, what is written is read.

use chrono::{Datelike, NaiveDate};
use gilbot::reading::date::{DateReading, Field, read};
use gilbot::reading::sift::{Asked, Finding, Sifted, findings, sift};
use proptest::prelude::*;

/// Sentences people put secrets into; `{}` is the secret.
const CARRIERS: &[&str] = &[
    "{}",
    "{} 이에요",
    "제 거는 {} 입니다",
    "안녕하세요 저는 올해 71살인데 {} 이렇게 넣어도 안 되네요",
    "3단계에서 {} 넣었더니 오류 3012 떠요",
    "2026-11-22에 1588-9999로 전화해서 {} 불러줬어요",
    "발급일은 2026.11.22 이고요\n{}\n이거 맞나요",
    "잔액이 45,210원인데 {} 이거 왜 안 되죠?",
];

/// Ways to write the digits of a secret that is given with its groups.
const HANDS: &[fn(&[&str]) -> String] = &[
    |groups| groups.join("-"),
    |groups| groups.join(" "),
    |groups| groups.concat(),
    |groups| groups.join(" - "),
    |groups| groups.join("–"),
    |groups| groups.join("ㅡ"),
    |groups| widened(&groups.join("-")),
    |groups| widened(&groups.concat()),
    |groups| spread(&groups.concat()),
    |groups| spoken(&groups.join(" ")),
    |groups| groups.join("-").replace('0', "O"),
    |groups| {
        groups
            .concat()
            .chars()
            .flat_map(|digit| [digit, '\u{200B}'])
            .collect()
    },
    |groups| groups.join("\n"),
];

/// Full-width forms.
fn widened(text: &str) -> String {
    let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).filter(|_| c.is_ascii_graphic());
    text.chars().map(|c| wide(c).unwrap_or(c)).collect()
}

/// A blank between all digits.
fn spread(digits: &str) -> String {
    digits
        .chars()
        .map(String::from)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Digits said one by one in Korean.
fn spoken(digits: &str) -> String {
    let say = |c: char| match c.to_digit(10) {
        Some(digit) => {
            ["공", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"][digit as usize].to_owned()
        }
        None => c.to_string(),
    };
    digits.chars().map(say).collect()
}

fn planted(carrier: &str, secret: &str) -> (String, usize, usize) {
    let before = carrier
        .split("{}")
        .next()
        .unwrap_or_default()
        .chars()
        .count();
    (
        carrier.replace("{}", secret),
        before,
        before + secret.chars().count(),
    )
}

fn covered(found: &[Finding], start: usize, end: usize) -> bool {
    found
        .iter()
        .any(|finding| finding.start <= start && end <= finding.end)
}

/// The secret, written by every hand, is found whole in every carrier.
fn assert_caught(groups: &[&str], wants_secret: bool) {
    for hand in HANDS {
        let secret = hand(groups);
        for carrier in CARRIERS {
            let (text, start, end) = planted(carrier, &secret);
            let found = findings(&text, Asked::Nothing);
            assert!(covered(&found, start, end), "kept: {text:?} {found:?}");
            let judged = matches!(sift(&text, Asked::Nothing), Sifted::Secret(_));
            assert_eq!(judged, wants_secret, "judged wrong: {text:?} {found:?}");
        }
    }
}

/// A birthday and the rest of a registration number that was never given out (region 97 to 99).
fn registration() -> impl Strategy<Value = (String, String)> {
    (
        0..100u32,
        1..=12u32,
        1..=28u32,
        1..=8u32,
        97..100u32,
        0..10_000u32,
    )
        .prop_map(|(year, month, day, sex, region, rest)| {
            (
                format!("{year:02}{month:02}{day:02}"),
                format!("{sex}{region}{rest:04}"),
            )
        })
}

/// The digit that makes a card number check.
fn with_check_digit(digits: &str) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| {
            let digit = u32::from(byte - b'0') * if index % 2 == 0 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_text_makes_the_readers_panic(text in any::<String>(), days in 0..60_000i64) {
        let today = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + chrono::Days::new(days.unsigned_abs());
        for field in [Field::Issue, Field::Expiry] {
            let _ = read(&text, field, today);
        }
        for asked in [Asked::Nothing, Asked::Date] {
            let _ = sift(&text, asked);
        }
    }

    #[test]
    fn no_text_of_our_own_letters_makes_the_readers_panic(text in "[0-9 년월일전후주달째공일이삼사오육칠팔구십백천지난다음작년 번호비카드보안여권M\\-./~:*#()=→\n]{0,60}") {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (field, asked) in [(Field::Issue, Asked::Nothing), (Field::Expiry, Asked::Date)] {
            let _ = read(&text, field, today);
            let found = findings(&text, asked);
            let length = text.chars().count();
            for finding in &found {
                prop_assert!(finding.start < finding.end && finding.end <= length);
            }
            for pair in found.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start, "{found:?}");
            }
        }
    }

    #[test]
    fn an_issue_date_is_never_after_today_and_two_days_stand_in_order(text in "(지난|이번|다음|저번)? ?(주|달|해)? ?[0-9]{1,2}?(월|일|년|주|일 전|달 후)? ?[0-9]{0,2}(일|요일)? ?(아니면|~)? ?[0-9./-]{0,10}") {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        match read(&text, Field::Issue, today) {
            DateReading::One(date) => prop_assert!(date <= today),
            DateReading::Either(earlier, later) => prop_assert!(earlier < later && later <= today),
            DateReading::Not(_) => {}
        }
    }

    #[test]
    fn a_written_date_is_read_back(days in 0..9_000u64) {
        let date = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap() + chrono::Days::new(days);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let (year, month, day) = (date.year(), date.month(), date.day());
        let short = year % 100;
        let forms = [
            date.to_string(),
            format!("{year}.{month}.{day}"),
            format!("{year}. {month}. {day}."),
            format!("{year}/{month:02}/{day:02}"),
            format!("{year} {month} {day}"),
            format!("{year}{month:02}{day:02}"),
            format!("{short:02}{month:02}{day:02}"),
            format!("{short:02}.{month}.{day}"),
            format!("{short:02}-{month:02}-{day:02}"),
            format!("{year}년 {month}월 {day}일"),
            format!("{short:02}년{month}월{day}일이에요"),
            format!("{date}T09:30:00Z"),
            date.format("%b %-d %Y").to_string(),
            date.format("%-d %B, %Y").to_string(),
            widened(&date.to_string()),
            spoken(&format!("{year}년 {month}월 {day}일")).replace("육월", "유월"),
        ];
        for form in &forms[..15] {
            prop_assert_eq!(read(form, Field::Expiry, today), DateReading::One(date), "{}", form);
        }
        if month < 10 && day < 10 {
            prop_assert_eq!(read(&forms[15], Field::Expiry, today), DateReading::One(date), "{}", &forms[15]);
        }
        // Whatever reads as a date is let through when a date was asked for.
        for form in forms.iter().filter(|_| year >= 2015) {
            prop_assert!(findings(form, Asked::Date).is_empty(), "{}", form);
        }
    }

    #[test]
    fn safe_text_stays_as_it_is(text in "[가-힣a-z0-9 .,?!\\-]{0,80}") {
        if let Sifted::Safe(safe) = sift(&text, Asked::Nothing) {
            match sift(safe.as_str(), Asked::Nothing) {
                Sifted::Safe(again) => prop_assert_eq!(again.as_str(), safe.as_str()),
                Sifted::Secret(kinds) => prop_assert!(false, "{:?} {:?}", safe.as_str(), kinds),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn registration_numbers_are_caught((birthday, rest) in registration()) {
        assert_caught(&[&birthday, &rest], true);
    }

    #[test]
    fn card_numbers_are_caught(body in "9999[0-9]{11}") {
        let card = with_check_digit(&body);
        assert_caught(&[&card[..4], &card[4..8], &card[8..12], &card[12..]], true);
    }

    #[test]
    fn account_numbers_are_caught(six in 0..1000u32, two in 0..100u32, last in 0..1_000_000u32) {
        assert_caught(&[&format!("999{six:03}"), &format!("{two:02}"), &format!("{last:06}")], true);
    }

    #[test]
    fn telephone_numbers_are_masked_without_a_warning(last in 0..10_000u32) {
        let mask = |carrier: &str, number: &str| {
            let (text, start, end) = planted(carrier, number);
            let found = findings(&text, Asked::Nothing);
            assert!(covered(&found, start, end), "kept: {text:?} {found:?}");
            assert!(matches!(sift(&text, Asked::Nothing), Sifted::Safe(_)), "alarm: {text:?} {found:?}");
        };
        for hand in HANDS {
            let number = hand(&["010", "0000", &format!("{last:04}")]);
            CARRIERS.iter().for_each(|carrier| mask(carrier, &number));
        }
    }

    #[test]
    fn short_secrets_are_caught_by_the_word_before_them(four in 0..10_000u32, six in 0..1_000_000u32, two in 0..100u32) {
        let (four, six, two) = (format!("{four:04}"), format!("{six:06}"), format!("{two:02}"));
        let labelled = [
            ("계좌 비밀번호는 ", &four), ("비번 ", &four), ("통장비번이 ", &four), ("비밀번호:", &four),
            ("인증서 비밀번호 ", &six), ("핀번호는 ", &six), ("OTP ", &six), ("오티피 번호가 ", &six),
            ("승인번호 ", &two), ("ARS 승인번호는 ", &two), ("승인번호 ", &four), ("인증번호 ", &six),
            ("인증번호는 ", &six), ("보안카드 12번 ", &four), ("보안카드 12번 앞 두 자리 ", &two), ("일련번호 ", &six),
        ];
        for (label, digits) in labelled {
            for hand in [0usize, 7, 9] {
                let secret = HANDS[hand](&[digits.as_str()]);
                let (text, start, end) = planted(&format!("저기요 {label}{{}} 이거 맞나요"), &secret);
                let found = findings(&text, Asked::Nothing);
                prop_assert!(covered(&found, start, end), "kept: {text:?} {found:?}");
                prop_assert!(found.iter().any(|finding| finding.kind.is_secret()), "{text:?}");
            }
        }
    }

    #[test]
    fn papers_and_login_passwords_are_caught(
        passport in "[MSRG][0-9]{8}|M[0-9]{3}[A-Z][0-9]{4}",
        licence in "[12][0-9]-[0-9]{2}-[0-9]{6}-[0-9]{2}",
        password in "[a-z]{5,8}[0-9]{2,4}[!@#]",
        three in "[0-9]{3}",
        serial in "[0-9]{8}",
    ) {
        let labelled = [
            ("여권번호 ", &passport), ("", &passport), ("면허번호 ", &licence), ("", &licence),
            ("비밀번호는 ", &password), ("pw: ", &password), ("CVC ", &three),
            ("카드 뒤 세 자리 ", &three), ("일련번호 마지막 세 자리 ", &three), ("보안카드 일련번호 ", &serial),
        ];
        for (label, secret) in labelled {
            let (text, start, end) = planted(&format!("11월 22일에 했는데요 {label}{{}} 이거 맞나요"), secret);
            let found = findings(&text, Asked::Nothing);
            prop_assert!(covered(&found, start, end), "kept: {text:?} {found:?}");
            prop_assert!(found.iter().any(|finding| finding.kind.is_secret()), "{text:?}");
        }
    }
}
