//! The ten things to have ready, in the order in which they are asked.

use super::provenance::{Confidence, Provenance};

/// The stable number of a thing to have ready, 1 to 10; `check-01` is its text, `check-01.title` its short name.
///
/// It is stored in records and stands in button data, so it is never given to another item.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct ItemId(pub u8);

/// One row: a thing to have ready.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub id: ItemId,
    pub provenance: Provenance,
}

/// All ten, in order. Where the article and the public record differ, the source names the record.
pub const ITEMS: [Item; 10] = [
    item(1, ARTICLE, Confidence::Medium),
    item(2, ARTICLE, Confidence::Medium),
    item(
        3,
        "국민은행 발급 안내 글, 우체국예금 공식 이용 안내",
        Confidence::High,
    ),
    item(
        4,
        "국민은행 발급 안내 글, 금융인증서 시작 때의 연합뉴스 보도",
        Confidence::High,
    ),
    item(5, ARTICLE, Confidence::Medium),
    item(
        6,
        "금융결제원 문답을 실은 아시아경제 기사, 재외공관 안내",
        Confidence::High,
    ),
    item(
        7,
        "국민은행 발급 안내 글, 재발급 화면을 따라간 글",
        Confidence::Medium,
    ),
    item(
        8,
        "국민은행 발급 안내 글, KB국민인증서 사용을 적은 글",
        Confidence::Medium,
    ),
    item(
        9,
        "국민은행 발급 안내 글, 신한은행 자주 묻는 질문",
        Confidence::Medium,
    ),
    item(
        10,
        "국민은행 발급 안내 글, 국민은행 연락처 화면의 사본",
        Confidence::High,
    ),
];

const ARTICLE: &str = "국민은행 발급 안내 글";

/// A row that was last checked on 22 November 2026.
const fn item(id: u8, source: &'static str, confidence: Confidence) -> Item {
    Item {
        id: ItemId(id),
        provenance: Provenance {
            source,
            confidence,
            checked: (2026, 11, 22),
        },
    }
}
