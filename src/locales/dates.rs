//! Days, months and hours in words.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::Language;

/// «2029년 11월 22일(목)», `Thu 22 November 2029`.
pub fn day(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Korean | Language::Easy => format!(
            "{}년 {}월 {}일({})",
            day.year(),
            day.month(),
            day.day(),
            weekday(day.weekday())
        ),
        Language::English => day.format("%a %-d %B %Y").to_string(),
    }
}

/// «11월 22일», `22 Nov`: where there is little room and the year is known.
pub fn short_day(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Korean | Language::Easy => format!("{}월 {}일", day.month(), day.day()),
        Language::English => day.format("%-d %b").to_string(),
    }
}

/// «2029년 11월», `November 2029`. A month that does not exist is said by its number.
pub fn month(language: Language, year: i32, month: u32) -> String {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    match (language, first) {
        (Language::Korean | Language::Easy, _) => format!("{year}년 {month}월"),
        (Language::English, Some(first)) => first.format("%B %Y").to_string(),
        (Language::English, None) => format!("{month}/{year}"),
    }
}

/// «2029년 10월 23일(화) 오전 10시», `Tue 23 October 2029, 10:00 AM`, as the clocks of this zone show it.
pub fn moment(language: Language, instant: DateTime<Utc>, zone: Tz) -> String {
    let local = instant.with_timezone(&zone);
    let date = day(language, local.date_naive());
    match language {
        Language::Korean | Language::Easy => {
            format!("{date} {}", korean_time(local.hour(), local.minute()))
        }
        Language::English => format!("{date}, {}", local.format("%-I:%M %p")),
    }
}

/// «오전 10시», «오후 3시 30분»; noon is «낮 12시», which nobody takes for midnight.
fn korean_time(hour: u32, minute: u32) -> String {
    let (half, hour) = match hour {
        0..=11 => ("오전", hour),
        12 => ("낮", 12),
        _ => ("오후", hour - 12),
    };
    if minute == 0 {
        format!("{half} {hour}시")
    } else {
        format!("{half} {hour}시 {minute}분")
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "월",
        Weekday::Tue => "화",
        Weekday::Wed => "수",
        Weekday::Thu => "목",
        Weekday::Fri => "금",
        Weekday::Sat => "토",
        Weekday::Sun => "일",
    }
}
