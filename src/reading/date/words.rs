//! The words that make up Korean and English dates.

use std::sync::LazyLock;

use chrono::Weekday;

use super::names::{ENGLISH, HOLIDAYS, VAGUE};
use super::vocabulary::{COUNTS, DAYS, MONTHS_AND_YEARS, NATIVE, WEEKS};
use crate::reading::lexicon::Lexicon;

/// What one piece of text contributes to a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    /// A number, with the count of its digits.
    Number {
        value: u32,
        length: usize,
    },
    /// Two neighbouring numbers said in one breath: 이삼(일), 한두(달), 2~3(일).
    Pair(u32, u32),
    /// A native number that only counts before a unit: 한 (달), 석 (달).
    Native(u32),
    /// The unit of the number before it.
    Unit(Unit),
    /// A count of days: 하루, 사흘, 보름.
    Days(u32),
    /// A doubtful count of days: 사나흘.
    DaysPair(u32, u32),
    /// Half a year.
    HalfYear,
    /// «반» behind a year or month.
    Half,
    /// A day counted from today: 어제 −1.
    Day(i32),
    /// This very moment: weaker than any other day in the text.
    Now,
    /// One of two days counted from today, the earlier first: 엊그제.
    DayPair(i32, i32),
    /// A week counted from this one, a month, a year likewise.
    Week(i32),
    Month(i32),
    Year(i32),
    /// 내후년 means two years ahead to some and three to others.
    YearPair(i32, i32),
    /// «지난», «이번», «다음» standing before a weekday.
    Past,
    This,
    Next,
    /// «오는 금요일»: the next one, whichever week it is in.
    Coming,
    /// «앞으로», «만료까지»: the span behind it goes forward.
    Ahead,
    /// «받은 지»: the span behind it goes back.
    Ago,
    /// The weekday itself.
    Weekday(Weekday),
    /// Its first letter, behind a word for a week.
    Short(Weekday),
    /// An English month name.
    MonthName(u32),
    /// A holiday of the solar calendar with a fixed day.
    Holiday(u32, u32),
    /// A day of the month in words: 초하루, 초사흘.
    DayOfMonth(u32),
    /// The last day of a month.
    LastDay,
    /// «전», «ago»; «뒤», «후», «남음»; «됐어요».
    Back,
    Forward,
    Since,
    /// «쯤», «정도»: changes nothing.
    Hedge,
    /// 음력, 설날, 추석; and 양력, which takes it back.
    Lunar,
    Solar,
    /// A time too vague for a day.
    Vague,
    /// «버전», «ios»: the number behind it is no date.
    Foreign,
    /// A single character that may part numbers.
    Mark(char),
    /// Anything else.
    Other,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    /// A month of the calendar (월).
    Month,
    /// 일: a day of the month, or a count of days.
    Day,
    /// A count of days only (days).
    Days,
    Weeks,
    /// A count of months (달, 개월).
    Months,
    /// 시간, 분, 초: within the day.
    Time,
    /// Times, pieces, money: no date at all.
    Count,
}

/// Units, looked for directly behind a number.
pub(super) static UNITS: LazyLock<Lexicon<Unit>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "년도|년|녕|넌|닌|뇬|냔|년짜리|년_짜리|year|years|yr|yrs|년대",
            Unit::Year,
        ),
        ("월달|월|웛|윌|웡|얼|뤌|웝", Unit::Month),
        ("일날|일자|일짜|일|읿|닐|잉|잃|읽", Unit::Day),
        ("day|days", Unit::Days),
        ("주일|주닐|주간|주|쥬|week|weeks|wk|wks", Unit::Weeks),
        ("개월|게월|갸월|개웛|달|month|months|해달", Unit::Months),
        (
            "시간|시|분|초|hour|hours|min|mins|minute|minutes|hr|hrs|h",
            Unit::Time,
        ),
        (
            "번째|번|회|차례|차|개|명|원|만_원|만원|천원|억|호|층|자리|자릿|글자|단계|퍼센트|%|살|세_|장|건|줄|칸|쪽",
            Unit::Count,
        ),
        (
            "페이지|버전|버젼|gb|mb|kb|가지|통화|통|길|번길|대_|년생|월요|일요|시도|분실|주세|주시|주민|달라|일반|일련",
            Unit::Count,
        ),
        (
            "일간|일_동안|일동안|일_내내|일_이내|일_안에|일안에|일마다|일_연속|일씩|일치|일째|일_째|년간|년_동안|년째|달째|달_동안|달간|개월째|개월간|개월_동안|주_동안|주째|주간_동안|개월짜리|년마다|개월마다|월생|년형|년식|분기|월호|점",
            Unit::Count,
        ),
    ])
});

/// Units by a sign: 年 月 日 stand for 년 월 일.
pub(super) fn hanja_unit(character: char) -> Option<Unit> {
    Some(match character {
        '年' => Unit::Year,
        '月' => Unit::Month,
        '日' => Unit::Day,
        _ => return None,
    })
}

/// Words that must begin where a word begins.
pub(super) static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let groups = [
        DAYS,
        COUNTS,
        WEEKS,
        MONTHS_AND_YEARS,
        NATIVE,
        HOLIDAYS,
        VAGUE,
        ENGLISH,
    ];
    Lexicon::new(&groups.concat())
});

/// Words that may stand inside a longer one: behind a number, a day or a month.
pub(super) static ENDINGS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("전", Word::Back),
        ("전화|전달|전송|전자|전체|전부", Word::Other),
        (
            "뒤|후|이후|밖에_안_남|밖에안남|밖에_없|밖에_남|있다가|있다|남음|남았|남은|남아|남네|남고|남는|남|더_남",
            Word::Forward,
        ),
        ("뒷|후보", Word::Other),
        (
            "도_안_남|도_채_안|도_안_됐|도_안_된|도_안_되|도_안됐|도_안남|도안남|넘게|넘음|좀_넘|조금_넘|이상|안_됐|안됐|안_됨",
            Word::Vague,
        ),
        (
            "됐|되었|된|됨|되어|되가|돼|지났|지남|지난|지나서|지나고|넘었|흘렀|흘러|경과",
            Word::Since,
        ),
        (
            "쯤|즈음|쯔음|정도|가량|남짓|경|께|하고도|하고|하구|조금|좀|한|더|만|이|도_더|에|의|은|는|에는|날",
            Word::Hedge,
        ),
        ("반", Word::Half),
        ("말일|마지막_날|마지막날|막날|마지막_일", Word::LastDay),
        ("초순|중순|하순|초|말|중반|초반|후반|상순", Word::Vague),
        ("말고", Word::Other),
    ])
});
