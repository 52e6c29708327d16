//! Issue and reissue on the website.

use super::shared::{self, FROM_ABROAD, REPLACING, WEB_SCREENS, checked};
use crate::guide::plan::{Medium, Procedure};
use crate::guide::provenance::Confidence;
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

/// A reissue walks the same screens; only its menu step says that the old certificate ends.
pub static ROWS: &[Step] = &[
    shared::WEB_SITE,
    Step {
        id: StepId("web-menu"),
        only: Only::In(&[Procedure::Issue]),
        troubles: &[T(1), T(83), T(16), T(90), T(17), T(102)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("web-menu-again"),
        only: REPLACING,
        troubles: &[T(1), T(88), T(83), T(16), T(90), T(99), T(17)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("web-terms"),
        only: Only::Everybody,
        troubles: &[T(13), T(16), T(101), T(71), T(102)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("web-id"),
        only: Only::Everybody,
        troubles: &[T(11), T(14), T(70), T(15), T(12), T(97), T(71), T(103)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("web-ars"),
        only: Only::AtHome,
        troubles: &[
            T(20),
            T(25),
            T(24),
            T(21),
            T(22),
            T(26),
            T(27),
            T(28),
            T(23),
        ],
        provenance: checked(
            "국민은행 발급 안내 글, ARS 화면을 따라간 글",
            Confidence::Medium,
        ),
    },
    Step {
        id: StepId("web-departure"),
        only: Only::Abroad,
        troubles: &[T(93), T(78), T(95), T(94), T(32), T(16)],
        provenance: checked(FROM_ABROAD, Confidence::High),
    },
    Step {
        id: StepId("web-ars-abroad"),
        only: Only::Abroad,
        troubles: &[T(94), T(20), T(25), T(26), T(27), T(24), T(93), T(95)],
        provenance: checked(FROM_ABROAD, Confidence::High),
    },
    Step {
        id: StepId("web-account"),
        only: Only::Everybody,
        troubles: &[T(57), T(58), T(59), T(70), T(12), T(71)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("web-method"),
        only: Only::Everybody,
        troubles: &[T(55), T(45), T(53), T(54), T(16), T(71)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("web-card"),
        only: Only::With(Medium::Card),
        troubles: &[T(46), T(48), T(45), T(47), T(49), T(55), T(103), T(71)],
        provenance: checked(
            "국민은행 발급 안내 글, 케이뱅크 공식 금융사기 예방 안내",
            Confidence::High,
        ),
    },
    Step {
        id: StepId("web-otp"),
        only: Only::With(Medium::Otp),
        troubles: &[
            T(50),
            T(51),
            T(52),
            T(53),
            T(54),
            T(56),
            T(55),
            T(103),
            T(71),
        ],
        provenance: checked("OTP 기기 사용법을 정리한 글", Confidence::Medium),
    },
    Step {
        id: StepId("web-kbcert"),
        only: Only::With(Medium::KbCert),
        troubles: &[T(55), T(1), T(72), T(16), T(76), T(77)],
        provenance: checked(
            "보안카드 대신 KB국민인증서를 쓴 공동인증서 갱신 글",
            Confidence::Medium,
        ),
    },
    Step {
        id: StepId("web-details"),
        only: Only::Everybody,
        troubles: &[T(28), T(100), T(99), T(97), T(70), T(71)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    shared::PIN,
    Step {
        id: StepId("web-test"),
        only: Only::Everybody,
        troubles: &[T(65), T(89), T(62), T(85), T(82), T(90), T(76)],
        provenance: checked(WEB_SCREENS, Confidence::Medium),
    },
];
