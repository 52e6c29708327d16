//! The bank's words are spelt as the bank spells them, everywhere.

use gilbot::dialogue::text::Text;
use gilbot::guide::glossary;
use gilbot::locales::Language::{Easy, English, Korean};

use super::texts::{LANGUAGES, none, sources};
use crate::reached::WORDS;

/// How people write it, and how it is written. What people write is understood; what we write is right.
const MISSPELT: &[(&str, &str)] = &[
    ("금용인증서", "금융인증서"),
    ("금융인즌서", "금융인증서"),
    ("금융 인증서", "금융인증서"),
    ("공동 인증서", "공동인증서"),
    ("국민 인증서", "KB국민인증서"),
    ("KB모바일 인증서", "KB모바일인증서"),
    ("재발행", "재발급"),
    ("다시발급", "재발급"),
    ("겡신", "갱신"),
    ("연장", "갱신"),
    ("페기", "폐기"),
    ("유호기간", "유효기간"),
    ("유효 기간", "유효기간"),
    ("말료", "만료"),
    ("만기", "만료"),
    ("만료 일", "만료일"),
    ("인증 센타", "인증센터"),
    ("인증센타", "인증센터"),
    ("인증 센터", "인증센터"),
    ("인증보안", "인증/보안"),
    ("악관", "약관"),
    ("에이알에스", "ARS"),
    ("승인 번호", "승인번호"),
    ("인증 번호", "인증번호"),
    ("확인 코드", "확인코드"),
    ("에스엠에스", "문자"),
    ("패쓰", "PASS"),
    ("페스", "PASS"),
    ("통신회사", "통신사"),
    ("알뜰 폰", "알뜰폰"),
    ("통장비번", "계좌 비밀번호"),
    ("비번", "비밀번호"),
    ("패스워드", "비밀번호"),
    ("핀번호", "비밀번호"),
    ("보안 매체", "보안매체"),
    ("보안매채", "보안매체"),
    ("보안 카드", "보안카드"),
    ("시크릿카드", "보안카드"),
    ("일련 번호", "일련번호"),
    ("일년번호", "일련번호"),
    ("시리얼", "일련번호"),
    ("OPT", "OTP"),
    ("오티피", "OTP"),
    ("옵티", "OTP"),
    ("금결원", "금융결제원"),
    ("yessign", "YESKEY"),
    ("클라우두", "클라우드"),
    ("크라우드", "클라우드"),
    ("자동 연결", "자동연결"),
    ("타은행", "다른 은행"),
    ("인뱅", "인터넷뱅킹"),
    ("인터넷 뱅킹", "인터넷뱅킹"),
    ("스타 뱅킹", "KB스타뱅킹"),
    ("국민은행앱", "KB스타뱅킹"),
    ("콜센타", "고객센터"),
    ("콜센터", "고객센터"),
    ("고객 센터", "고객센터"),
    ("내정보", "고객정보"),
    ("보이스 피싱", "보이스피싱"),
    ("원격 제어", "원격제어"),
    ("지급 정지", "지급정지"),
    ("출국 확인", "출국확인"),
    ("컨펌", "확인"),
    ("업뎃", "업데이트"),
    ("핸드폰", "휴대폰"),
    ("휴대전화", "휴대폰"),
    ("체크 리스트", "체크리스트"),
    ("되요", "돼요"),
    ("안되요", "안 돼요"),
    ("몇일", "며칠"),
    ("할께요", "할게요"),
    ("할수 ", "할 수 "),
    ("오랫만", "오랜만"),
];

#[test]
fn nothing_is_spelt_as_it_is_often_misspelt() {
    let mut faults = Vec::new();
    for language in [Korean, Easy] {
        for (id, text) in sources(language) {
            // «'OPT'라고 적은 글» says itself that it is wrong.
            let stands = |wrong: &str| text.replace(&format!("'{wrong}'라고"), "").contains(wrong);
            let found = MISSPELT.iter().filter(|(wrong, _)| stands(wrong));
            faults.extend(found.map(|(wrong, right)| format!("{id}: «{wrong}», write «{right}»")));
        }
    }
    none(faults);
}

/// Since 2020 it is called 공동인증서; many still say the old name, so it stands where the new one is explained.
#[test]
fn the_former_names_stand_only_beside_the_present_ones() {
    let former = [
        ("공인인증서", "공동인증서"),
        ("KB모바일인증서", "KB국민인증서"),
    ];
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for (id, text) in sources(language) {
            let (message, _) = id.split_once('.').unwrap_or((id, ""));
            let title = sources(language).get(&format!("{message}.title"));
            let explained =
                |now: &str| text.contains(now) || title.is_some_and(|title| title.contains(now));
            let unexplained = former
                .iter()
                .filter(|(before, now)| text.contains(before) && !explained(now));
            faults.extend(unexplained.map(|(before, _)| format!("{folder} {id}: «{before}»")));
        }
    }
    none(faults);
}

/// «출금 계좌» in one place and «출금계좌» in another would look like two things.
#[test]
fn every_term_is_spelt_everywhere_as_in_the_glossary() {
    let mut faults = Vec::new();
    for term in glossary::all() {
        let title = WORDS.plain(Korean, &Text::title(format!("term-{}", term.id.0)));
        let name = title.split('(').next().unwrap_or(&title).trim().to_owned();
        let letters: Vec<char> = name.chars().filter(|sign| *sign != ' ').collect();
        // Short words begin and end inside of others.
        if letters.len() < 3 || letters.contains(&'·') {
            continue;
        }
        for language in [Korean, Easy, English] {
            for (id, text) in sources(language) {
                let spelt = spellings(text, &letters).into_iter();
                let other = spelt.filter(|spelling| *spelling != name);
                faults.extend(other.map(|other| {
                    format!("{language:?} {id}: «{other}», «{name}» in the glossary")
                }));
            }
        }
    }
    none(faults);
}

#[test]
fn the_app_is_called_by_its_whole_name() {
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for (id, text) in sources(language) {
            let short = text
                .match_indices("스타뱅킹")
                .any(|(at, _)| !text[..at].ends_with("KB"));
            faults.extend(short.then(|| format!("{folder} {id}")));
        }
    }
    none(faults);
}

#[test]
fn the_reader_of_spellings_finds_what_is_written_apart() {
    let letters: Vec<char> = "출금계좌".chars().collect();
    assert_eq!(
        spellings("내 출금 계좌와 출금계좌, 출금\n계좌, 입출금 계좌", &letters),
        ["출금 계좌", "출금계좌"]
    );
}

/// How these letters are written in the text, together or apart.
fn spellings(text: &str, letters: &[char]) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for begin in 0..signs.len() {
        // «입출금계좌» is another word.
        if begin > 0 && signs[begin - 1].is_alphanumeric() {
            continue;
        }
        let (mut at, mut matched) = (begin, 0);
        while matched < letters.len() && at < signs.len() {
            if signs[at] == letters[matched] {
                matched += 1;
            } else if signs[at] != ' ' || matched == 0 {
                break;
            }
            at += 1;
        }
        if matched == letters.len() {
            found.push(signs[begin..at].iter().collect());
        }
    }
    found
}
