//! The Korean words that work like a button: «재발급», «내 인증서», «도움말» …
//!
//! A message counts when it is one of the phrases, apart from spaces, punctuation and the polite endings people add.

use super::sift::SafeText;
use crate::guide::plan::Purpose;

/// What a typed word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Start,
    Cancel,
    Resume,
    Guide,
    Purpose(Purpose),
    Checklist,
    Certificates,
    NewDate,
    Settings,
    Help,
    Human,
    Questions,
    Privacy,
    MyData,
    Erase,
    Safety,
    /// «이 문자 진짜인가요?»
    Genuine,
    /// Where what is being shown comes from.
    Source,
}

/// Reads a message that is nothing but one of our words.
pub fn word(text: &SafeText) -> Option<Word> {
    let plain = squeeze(text.as_str());
    find(&plain).or_else(|| {
        ENDINGS
            .iter()
            .filter_map(|ending| plain.strip_suffix(ending))
            .find_map(find)
    })
}

/// Polite endings and requests, longest first where one holds another.
const ENDINGS: &[&str] = &[
    "하고싶어요",
    "하고싶습니다",
    "하려고요",
    "하려구요",
    "할래요",
    "할게요",
    "해주세요",
    "해주십시오",
    "해줘요",
    "해줘",
    "보여주세요",
    "보여줘요",
    "보여줘",
    "알려주세요",
    "알려줘",
    "부탁해요",
    "부탁드려요",
    "부탁합니다",
    "시작해요",
    "으로가기",
    "로가기",
    "으로",
    "가기",
    "보기",
    "하기",
    "받기",
    "해요",
    "이요",
    "요",
];

const PHRASES: &[(&str, Word)] = &[
    ("시작", Word::Start),
    ("처음", Word::Start),
    ("처음으로", Word::Start),
    ("홈", Word::Start),
    ("메뉴", Word::Start),
    ("안녕", Word::Start),
    ("안녕하세요", Word::Start),
    ("안녕하십니까", Word::Start),
    ("취소", Word::Cancel),
    ("그만", Word::Cancel),
    ("그만할래", Word::Cancel),
    ("이어하기", Word::Resume),
    ("이어서", Word::Resume),
    ("계속", Word::Resume),
    ("이어", Word::Resume),
    ("안내", Word::Guide),
    ("길잡이", Word::Guide),
    ("금융인증서", Word::Guide),
    ("인증서", Word::Guide),
    ("발급", Word::Purpose(Purpose::Issue)),
    ("처음발급", Word::Purpose(Purpose::Issue)),
    ("신규발급", Word::Purpose(Purpose::Issue)),
    ("인증서발급", Word::Purpose(Purpose::Issue)),
    ("금융인증서발급", Word::Purpose(Purpose::Issue)),
    ("재발급", Word::Purpose(Purpose::Reissue)),
    ("다시발급", Word::Purpose(Purpose::Reissue)),
    ("재발행", Word::Purpose(Purpose::Reissue)),
    ("인증서재발급", Word::Purpose(Purpose::Reissue)),
    ("금융인증서재발급", Word::Purpose(Purpose::Reissue)),
    ("갱신", Word::Purpose(Purpose::Renew)),
    ("겡신", Word::Purpose(Purpose::Renew)),
    ("연장", Word::Purpose(Purpose::Renew)),
    ("인증서갱신", Word::Purpose(Purpose::Renew)),
    ("금융인증서갱신", Word::Purpose(Purpose::Renew)),
    ("폐기", Word::Purpose(Purpose::Revoke)),
    ("페기", Word::Purpose(Purpose::Revoke)),
    ("인증서폐기", Word::Purpose(Purpose::Revoke)),
    ("비밀번호", Word::Purpose(Purpose::Password)),
    ("비번", Word::Purpose(Purpose::Password)),
    ("비밀번호변경", Word::Purpose(Purpose::Password)),
    ("비밀번호분실", Word::Purpose(Purpose::Password)),
    ("휴대폰변경", Word::Purpose(Purpose::Phone)),
    ("번호변경", Word::Purpose(Purpose::Phone)),
    ("기기변경", Word::Purpose(Purpose::Phone)),
    ("다른은행", Word::Purpose(Purpose::OtherBank)),
    ("타행등록", Word::Purpose(Purpose::OtherBank)),
    ("준비물", Word::Checklist),
    ("체크리스트", Word::Checklist),
    ("점검표", Word::Checklist),
    ("내인증서", Word::Certificates),
    ("인증서목록", Word::Certificates),
    ("만료일", Word::Certificates),
    ("만료일등록", Word::NewDate),
    ("만료일적기", Word::NewDate),
    ("인증서추가", Word::NewDate),
    ("설정", Word::Settings),
    ("알림", Word::Settings),
    ("알림설정", Word::Settings),
    ("알림시간", Word::Settings),
    ("도움", Word::Help),
    ("도움말", Word::Help),
    ("사용법", Word::Help),
    ("전화번호", Word::Human),
    ("고객센터", Word::Human),
    ("콜센터", Word::Human),
    ("상담원", Word::Human),
    ("상담", Word::Human),
    ("질문", Word::Questions),
    ("자주묻는질문", Word::Questions),
    ("개인정보", Word::Privacy),
    ("개인정보처리방침", Word::Privacy),
    ("내정보", Word::MyData),
    ("내기록", Word::MyData),
    ("삭제", Word::Erase),
    ("탈퇴", Word::Erase),
    ("내정보삭제", Word::Erase),
    ("모두지우", Word::Erase),
    ("기록삭제", Word::Erase),
    ("출처", Word::Source),
    ("근거", Word::Source),
    ("이문자진짜인가", Word::Genuine),
    ("이문자진짜예", Word::Genuine),
    ("문자확인", Word::Genuine),
    ("진짜인가", Word::Genuine),
    ("안전", Word::Safety),
    ("피싱", Word::Safety),
    ("사기", Word::Safety),
    ("보이스피싱", Word::Safety),
];

fn find(plain: &str) -> Option<Word> {
    PHRASES
        .iter()
        .find(|(phrase, _)| *phrase == plain)
        .map(|(_, word)| *word)
}

/// Letters and digits only, in small letters.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
