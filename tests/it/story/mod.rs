//! Stories: what a person does and what the bot says, one instruction a line, so that they read as the specification.
//!
//! The first line that is not a comment is `이야기: title`; `시작: 2026-11-22 14:00` may follow it. `#` begins a comment.
//! Nothing may stay unread: not before the clock is moved, and not at the end.

pub mod instruction;
pub mod player;
pub mod reader;

use std::fmt;
use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Asia::Seoul;

use instruction::{Instruction, MOMENT};

/// One file.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    pub file: String,
    pub title: String,
    /// On the clocks of Seoul.
    pub start: NaiveDateTime,
    /// Instructions with the numbers of their lines, from 1.
    pub lines: Vec<(usize, Instruction)>,
}

/// What is wrong with a story, or went otherwise than it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub file: String,
    pub line: usize,
    pub why: String,
}

impl Story {
    /// Reads a story.
    ///
    /// # Errors
    /// The first line that is none.
    pub fn parse(file: &str, text: &str) -> Result<Self, Wrong> {
        let wrong = |line: usize, why: String| Wrong {
            file: file.to_owned(),
            line,
            why,
        };
        let mut title = None;
        let mut start = ordinary_start();
        let mut lines = Vec::new();
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if title.is_none() {
                let told = line
                    .strip_prefix("이야기:")
                    .map(|title| title.trim().to_owned());
                let told = told.filter(|title| !title.is_empty());
                let missing = || wrong(number, "a story begins with «이야기: title»".to_owned());
                title = Some(told.ok_or_else(missing)?);
            } else if let Some(moment) = line.strip_prefix("시작:") {
                if !lines.is_empty() {
                    return Err(wrong(
                        number,
                        "«시작:» stands before everything else".to_owned(),
                    ));
                }
                let read = NaiveDateTime::parse_from_str(moment.trim(), MOMENT);
                let unread = |_| wrong(number, "write it as «시작: 2026-11-22 14:00»".to_owned());
                start = read.map_err(unread)?;
            } else {
                let read: Result<Instruction, String> = line.parse();
                lines.push((number, read.map_err(|why| wrong(number, why))?));
            }
        }
        let empty = || wrong(1, "a story begins with «이야기: title»".to_owned());
        Ok(Self {
            file: file.to_owned(),
            title: title.ok_or_else(empty)?,
            start,
            lines,
        })
    }

    /// Reads every `*.story` of a folder, in the order of their names.
    ///
    /// # Errors
    /// Every file that is no story.
    pub fn read_all(folder: &Path) -> Result<Vec<Self>, Vec<Wrong>> {
        let entries = std::fs::read_dir(folder).expect("the folder of stories is there");
        let mut paths: Vec<_> = entries
            .map(|entry| entry.expect("the folder can be read").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "story"))
            .collect();
        paths.sort();
        let read = paths.iter().map(|path| {
            let text = std::fs::read_to_string(path).expect("a story is text");
            Self::parse(
                &path.file_name().unwrap_or_default().to_string_lossy(),
                &text,
            )
        });
        let (stories, wrongs): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        if wrongs.is_empty() {
            Ok(stories.into_iter().flatten().collect())
        } else {
            Err(wrongs.into_iter().filter_map(Result::err).collect())
        }
    }

    /// The instant at which it begins.
    pub fn starts_at(&self) -> DateTime<Utc> {
        in_seoul(self.start)
    }
}

/// The instant at which the clocks of Seoul show this.
pub fn in_seoul(moment: NaiveDateTime) -> DateTime<Utc> {
    // Seoul has not changed its clocks since 1988.
    let instant = moment.and_local_timezone(Seoul).single();
    instant.expect("a moment of Seoul").with_timezone(&Utc)
}

fn ordinary_start() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    day.and_time(NaiveTime::from_hms_opt(14, 0, 0).expect("a time"))
}

impl fmt::Display for Story {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "이야기: {}", self.title)?;
        writeln!(out, "시작: {}", self.start.format(MOMENT))?;
        self.lines
            .iter()
            .try_for_each(|(_, instruction)| writeln!(out, "{instruction}"))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "tests/stories/{}:{}: {}",
            self.file, self.line, self.why
        )
    }
}

/// A story of every instruction there is.
const EVERY: &str = "이야기: 모든 말\n시작: 2027-01-02 03:04\n사람: 박민수\n사람: Emma (en)\n모임: 가족방\n사용자: 두 줄\\n이에요 \\\\n\n전달: 남의 말\n고침: 다시\n\
    보냄: 사진 우리 집\n보냄: 음성\n보냄: 스티커\n보냄: 연락처\n보냄: 위치\n보냄: 파일\n버튼: 2년: 2028년\n버튼: 했어요 @2\n\
    다시 누름\n옛 버튼: 했어요\n차단\n차단해제\n시간: +1일\n시간: +3시간\n시간: +90분\n시간: 2028-03-05 10:00\n\
    다음 알림까지\n다시시작\n죽음\n봇: 하나 … 둘\n봇 새글: 하나\n봇 고침: 하나\n소리\n조용히\n버튼들: 하나 | 둘\n버튼 없음: 셋\n\
    알림: 저장\n파일: gilbot.json\n그림: 오늘\n그림 없음\n화면: 처음\n지워짐: 비밀\n흔적 없음\n흔적 없음: 비밀\n침묵\n";

#[test]
fn every_instruction_is_printed_as_it_was_written() {
    let story = Story::parse("all.story", EVERY).unwrap();
    assert_eq!(story.to_string(), EVERY);
}

#[test]
fn what_is_no_instruction_is_named_with_file_and_line() {
    let why = |text: &str| Story::parse("wrong.story", text).unwrap_err().to_string();
    assert_eq!(
        why("이야기: 하나\n\n봇: 말\n버튼 했어요\n"),
        "tests/stories/wrong.story:4: «버튼 했어요» is no instruction; most need a colon behind the verb"
    );
    assert!(why("사용자: 안녕\n").contains("wrong.story:1: a story begins with"));
    assert!(why("이야기: 하나\n버튼:\n").contains(":2: «버튼:» needs words"));
    assert!(why("이야기: 하나\n보냄: 동영상\n").contains(":2: «동영상» cannot be sent"));
    assert!(why("이야기: 하나\n시간: 내일\n").contains(":2: «내일» is no moment"));
    assert!(why("이야기: 하나\n시간: +1주\n").contains(":2: «+1주» is no time"));
    assert!(why("이야기: 하나\n버튼: 했어요 @0\n").contains("a number from 1"));
    assert!(
        why("이야기: 하나\n침묵\n시작: 2027-01-01 10:00\n").contains(":3: «시작:» stands before")
    );
    assert!(why("# 빈 이야기\n").contains("a story begins with"));
}
