//! «이 문자 진짜인가요?»: what speaks against a message, looked at offline.
//!
//! Red flags are found or not found; nothing here ever says that a message is safe.

use serde::{Deserialize, Serialize};

use super::sift::SafeText;

/// The hosts of the bank and of the certificate's operator.
const OFFICIAL_HOSTS: [&str; 2] = ["kbstar.com", "yeskey.or.kr"];

/// Hosts that hide where a link leads.
const SHORTENERS: [&str; 20] = [
    "bit.ly",
    "me2.do",
    "me2.kr",
    "han.gl",
    "url.kr",
    "buly.kr",
    "vo.la",
    "c11.kr",
    "zrr.kr",
    "bitly.kr",
    "tinyurl.com",
    "t.co",
    "goo.gl",
    "ow.ly",
    "is.gd",
    "cutt.ly",
    "rebrand.ly",
    "shorturl.at",
    "abit.ly",
    "muz.so",
];

const ASKS_SECRET: [&str; 12] = [
    "비밀번호를입력",
    "비밀번호입력",
    "보안카드번호",
    "보안카드전체",
    "승인번호를알려",
    "인증번호를알려",
    "인증번호를불러",
    "주민등록번호를",
    "계좌번호를입력",
    "otp번호를",
    "개인정보를입력",
    "신분증사진",
];
const REMOTE_APPS: [&str; 13] = [
    "팀뷰어",
    "teamviewer",
    "애니데스크",
    "anydesk",
    "원격제어",
    "원격지원",
    "원격앱",
    "화면공유",
    "퀵서포트",
    "quicksupport",
    "알서포트",
    ".apk",
    "앱설치파일",
];
const MONEY: [&str; 15] = [
    "송금",
    "입금",
    "이체하",
    "안전계좌",
    "보증금",
    "수수료를",
    "발급비",
    "환급금",
    "지원금",
    "상품권",
    "결제하",
    "대출승인",
    "저금리",
    "당첨",
    "미납",
];
const URGENCY: [&str; 16] = [
    "즉시",
    "긴급",
    "오늘까지",
    "금일까지",
    "금일중",
    "24시간이내",
    "시간내",
    "지금바로",
    "정지됩니다",
    "정지예정",
    "차단됩니다",
    "이용제한",
    "제한됩니다",
    "미처리시",
    "불이익",
    "법적",
];

/// What was found in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspicion {
    pub link: Link,
    pub asks_secret: bool,
    pub remote_app: bool,
    pub money: bool,
    pub urgency: bool,
}

/// Where the links of a message lead; of several, the most suspicious.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    Nowhere,
    /// To a host that looks like the bank's; that alone proves nothing.
    Official,
    Elsewhere,
    Shortened,
}

impl Suspicion {
    /// Whether anything at all speaks against the message.
    pub fn is_any(&self) -> bool {
        self.link > Link::Official
            || self.asks_secret
            || self.remote_app
            || self.money
            || self.urgency
    }
}

/// Looks for red flags.
pub fn check(text: &SafeText) -> Suspicion {
    let words = text.normalized().to_lowercase();
    let squeezed: String = words
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let holds = |signs: &[&str]| signs.iter().any(|sign| squeezed.contains(sign));
    Suspicion {
        link: hosts(&words)
            .map(|host| kind(&host))
            .max()
            .unwrap_or(Link::Nowhere),
        asks_secret: holds(&ASKS_SECRET),
        remote_app: holds(&REMOTE_APPS),
        money: holds(&MONEY),
        urgency: holds(&URGENCY),
    }
}

/// Whether a message holds the address of a page.
pub fn has_link(text: &SafeText) -> bool {
    hosts(&text.normalized().to_lowercase()).next().is_some()
}

fn kind(host: &str) -> Link {
    let is = |known: &&str| host == *known || host.ends_with(&format!(".{known}"));
    if OFFICIAL_HOSTS.iter().any(is) {
        Link::Official
    } else if SHORTENERS.iter().any(is) {
        Link::Shortened
    } else {
        Link::Elsewhere
    }
}

/// The hosts of everything in small letters that looks like an address.
fn hosts(words: &str) -> impl Iterator<Item = String> + '_ {
    words
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || "-._~:/?#@%&=+".contains(letter)))
        .filter_map(host)
}

/// The host of one address, with or without `https://`.
fn host(word: &str) -> Option<String> {
    let (scheme, rest) = match word.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, word),
    };
    let authority = rest.split(['/', '?', '#']).next()?;
    // What stands before «@» is not where the link leads: an old trick.
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_matches('.');
    let (name, top) = host.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.chars().all(|letter| letter.is_ascii_alphabetic());
    let is_name = !name.is_empty() && name.chars().any(|letter| letter.is_ascii_alphanumeric());
    let is_file = scheme.is_none() && FILE_ENDINGS.contains(&top);
    let is_mail = scheme.is_none() && authority.contains('@');
    (is_top && is_name && !is_file && !is_mail).then(|| host.to_owned())
}

/// Endings of files, which people write about and do not open.
const FILE_ENDINGS: [&str; 8] = ["exe", "pdf", "png", "jpg", "txt", "hwp", "doc", "zip"];
