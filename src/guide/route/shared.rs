//! Rows that several procedures share.

use crate::guide::plan::{Channel, Procedure};
use crate::guide::provenance::{Confidence, Provenance};
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

/// The procedures at whose end an older certificate stops working.
pub const REPLACING: Only = Only::In(&[Procedure::Reissue, Procedure::NewNumber]);

/// Open the bank's website and its certificate centre.
pub const WEB_SITE: Step = Step {
    id: StepId("web-site"),
    only: Only::On(Channel::Web),
    troubles: &[
        T(67),
        T(68),
        T(105),
        T(69),
        T(16),
        T(17),
        T(18),
        T(76),
        T(101),
    ],
    provenance: checked(
        "국민은행 발급 안내 글, 국민은행 주소를 적은 공개 자료",
        Confidence::High,
    ),
};

/// Open the bank's app and its certificate menu.
pub const APP_OPEN: Step = Step {
    id: StepId("app-open"),
    only: Only::On(Channel::App),
    troubles: &[
        T(75),
        T(72),
        T(73),
        T(74),
        T(76),
        T(16),
        T(17),
        T(18),
        T(104),
    ],
    provenance: checked(APP_SCREENS, Confidence::Medium),
};

/// Tell the cloud of the 금융결제원 who one is: name, birth date, mobile number.
pub const CLOUD_OPEN: Step = Step {
    id: StepId("cloud-open"),
    only: Only::Everybody,
    troubles: &[
        T(66),
        T(40),
        T(33),
        T(41),
        T(42),
        T(44),
        T(34),
        T(43),
        T(76),
    ],
    provenance: checked(
        "금융인증서 시작 때의 연합뉴스 보도, 금융결제원 문답을 실은 아시아경제 기사",
        Confidence::High,
    ),
};

/// Connect the cloud: answer the text message with the two digits on the screen.
pub const CLOUD: Step = Step {
    id: StepId("cloud"),
    only: Only::Everybody,
    troubles: &[
        T(36),
        T(35),
        T(39),
        T(37),
        T(38),
        T(42),
        T(34),
        T(76),
        T(94),
    ],
    provenance: checked(
        "우체국예금 공식 이용 안내, 신한은행 자주 묻는 질문",
        Confidence::High,
    ),
};

/// Set the new number of six digits.
pub const PIN: Step = Step {
    id: StepId("pin"),
    only: Only::Everybody,
    troubles: &[T(60), T(61), T(65), T(88), T(71), T(101), T(77)],
    provenance: checked(
        "금융인증서 시작 때의 연합뉴스 보도, 우체국예금 공식 이용 안내",
        Confidence::High,
    ),
};

/// Choose the certificate in the list that the cloud shows.
pub const PICK: Step = Step {
    id: StepId("pick"),
    only: Only::Everybody,
    troubles: &[T(33), T(44), T(80), T(82), T(89), T(99), T(16)],
    provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
};

/// Enter the six digits of a certificate that one has.
pub const ENTER_PIN: Step = Step {
    id: StepId("enter-pin"),
    only: Only::Everybody,
    troubles: &[T(62), T(63), T(64), T(71), T(101)],
    provenance: checked(
        "우체국예금 공식 이용 안내, 신한은행 자주 묻는 질문",
        Confidence::High,
    ),
};

/// What is known from people who walked the screens of the website.
pub const WEB_SCREENS: &str = "국민은행 발급 안내 글, 홈페이지 화면을 따라간 글";
/// What is known from people who walked the screens of the app.
pub const APP_SCREENS: &str = "국민은행 발급 안내 글, KB스타뱅킹 화면을 따라간 글";
/// What is known from people who walked the menus for a certificate that one has.
pub const CERTIFICATE_SCREENS: &str = "국민은행 인증서 관리 메뉴를 소개한 글";
/// What is known about identification from abroad.
pub const FROM_ABROAD: &str = "해외 발급을 알린 동포 언론 보도, 신한은행 자주 묻는 질문";

/// The provenance of a row that was last checked on 22 November 2026.
pub const fn checked(source: &'static str, confidence: Confidence) -> Provenance {
    Provenance {
        source,
        confidence,
        checked: (2026, 11, 22),
    }
}
