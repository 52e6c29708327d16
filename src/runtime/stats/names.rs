//! What the counted is called before an operator: in Korean, and in English beside it. `scripts/font.sh` takes the
//! letters of the picture from here.

use std::borrow::Cow;

use super::report::{DAYS, Report, Topic};
use crate::dialogue::effect::Count;
use crate::dialogue::reminder::{Notice, Stage};
use crate::dialogue::text::Text;
use crate::locales::{Language, Words, rooms};

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub korean: Cow<'static, str>,
    pub english: Cow<'static, str>,
}

impl Name {
    /// The one for whoever reads this language.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Korean | Language::Easy => &self.korean,
            Language::English => &self.english,
        }
    }
}

/// What stands over the picture.
pub fn heading(report: &Report, language: Language) -> String {
    let (from, to) = (report.from.format("%m.%d"), report.to.format("%m.%d"));
    match language {
        Language::Korean | Language::Easy => {
            format!("최근 {DAYS}일({from}-{to}) 들어옴 / 했어요 / 막혔어요")
        }
        Language::English => format!("Last {DAYS} days ({from}-{to}) entered / done / stuck"),
    }
}

pub fn topic(topic: Topic) -> Name {
    match topic {
        Topic::Reminded => both("보낸 알림", "Reminders sent"),
        Topic::Renewed => both("갱신한 인증서", "Renewed"),
        Topic::Finished => both("끝까지 간 안내", "Finished"),
        Topic::Stuck => both("막혔어요", "Stuck"),
        Topic::Differs => both("화면이 달라요", "Screen differs"),
        Topic::NotUnderstood => both("못 알아들은 물음", "Not understood"),
    }
}

/// What a table of the guide is called; see [`ways`](crate::dialogue::count::ways).
pub fn way(word: &'static str) -> Name {
    match word {
        "issue-web" => both("인터넷뱅킹에서 발급·재발급", "Issue on the web"),
        "issue-app" => both("앱에서 발급·재발급", "Issue in the app"),
        "renew" => both("갱신", "Renewal"),
        "revoke" => both("폐기", "Revocation"),
        "password" => both("비밀번호 바꾸기", "Password"),
        "new-phone" => both("새 휴대폰", "New phone"),
        "new-number-before" => both("새 번호: 발급 전", "New number, before"),
        "new-number-after" => both("새 번호: 발급 뒤", "New number, after"),
        "second-device" => both("다른 기기에서도", "Second device"),
        "kb-elsewhere" => both("다른 은행에서 쓰기", "Used elsewhere"),
        "other-at-kb" => both("다른 은행 인증서를 국민에", "Another bank’s, here"),
        other => both(other, other),
    }
}

/// What one count is about, without saying what of it is counted.
pub fn subject(count: Count, words: &Words) -> Name {
    let said = |text: Text| Name {
        korean: words.plain(Language::Korean, &text).into(),
        english: words.plain(Language::English, &text).into(),
    };
    match count {
        Count::Entered(step)
        | Count::Done(step)
        | Count::Stuck(step)
        | Count::ScreenDiffers(step) => said(Text::title(format_args!("step-{}", step.0))),
        Count::Finished(purpose) => {
            said(Text::new(format!("purpose-{}", purpose.replace('_', "-"))))
        }
        Count::Reminded(notice) => self::notice(notice),
        Count::Renewed => topic(Topic::Renewed),
        Count::NotUnderstood(room) => both(rooms::korean(room), rooms::english(room)),
    }
}

fn notice(notice: Notice) -> Name {
    match notice {
        Notice::Stage(Stage::D90) => both("90일 전", "90 days before"),
        Notice::Stage(Stage::D30) => both("30일 전", "30 days before"),
        Notice::Stage(Stage::D7) => both("7일 전", "7 days before"),
        Notice::Stage(Stage::D1) => both("하루 전", "The day before"),
        Notice::Stage(Stage::Expired) => both("끝난 다음 날", "The day after"),
        Notice::Use => both("한 번 사용하세요", "Use it once"),
    }
}

fn both(korean: &'static str, english: &'static str) -> Name {
    Name {
        korean: korean.into(),
        english: english.into(),
    }
}
