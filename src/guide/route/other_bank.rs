//! One certificate, several banks: 타행·타기관 인증서 등록 in both directions.

use super::shared::{self, checked};
use crate::guide::plan::{Channel, Medium};
use crate::guide::provenance::Confidence;
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

/// The certificate that KB issued, registered at another bank. The medium asked for is that bank's.
pub static KB_ELSEWHERE: &[Step] = &[
    Step {
        id: StepId("elsewhere-open"),
        only: Only::Everybody,
        troubles: &[T(86), T(105), T(87), T(16), T(1)],
        provenance: checked(ELSEWHERE, Confidence::High),
    },
    Step {
        id: StepId("elsewhere-menu"),
        only: Only::Everybody,
        troubles: &[T(86), T(16), T(83), T(1), T(85)],
        provenance: checked(ELSEWHERE, Confidence::Medium),
    },
    Step {
        id: StepId("elsewhere-id"),
        only: Only::Everybody,
        troubles: &[T(11), T(15), T(12), T(70), T(71)],
        provenance: checked(ELSEWHERE, Confidence::Medium),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    shared::PICK,
    shared::ENTER_PIN,
    Step {
        id: StepId("elsewhere-identity"),
        only: Only::Everybody,
        troubles: &[T(35), T(20), T(25), T(32), T(30), T(29), T(94)],
        provenance: checked(ELSEWHERE, Confidence::Medium),
    },
    Step {
        id: StepId("elsewhere-medium"),
        only: Only::Everybody,
        troubles: &[T(46), T(50), T(53), T(49), T(47), T(51), T(103)],
        provenance: checked(ELSEWHERE, Confidence::Medium),
    },
    Step {
        id: StepId("elsewhere-test"),
        only: Only::Everybody,
        troubles: &[T(86), T(85), T(89), T(87), T(62)],
        provenance: checked(ELSEWHERE, Confidence::Medium),
    },
];

/// The certificate that another bank issued, registered at KB.
pub static OTHER_AT_KB: &[Step] = &[
    shared::WEB_SITE,
    shared::APP_OPEN,
    Step {
        id: StepId("other-web-menu"),
        only: Only::On(Channel::Web),
        troubles: &[T(83), T(86), T(1), T(16), T(17)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    Step {
        id: StepId("other-app-menu"),
        only: Only::On(Channel::App),
        troubles: &[T(83), T(86), T(75), T(1), T(16), T(17)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    Step {
        id: StepId("other-id"),
        only: Only::Everybody,
        troubles: &[T(11), T(14), T(12), T(15), T(70)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    shared::PICK,
    Step {
        id: StepId("other-ars"),
        only: Only::Everybody,
        troubles: &[
            T(20),
            T(25),
            T(24),
            T(21),
            T(22),
            T(26),
            T(27),
            T(28),
            T(94),
        ],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    Step {
        id: StepId("other-account"),
        only: Only::Everybody,
        troubles: &[T(57), T(58), T(59), T(71)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    Step {
        id: StepId("other-card"),
        only: Only::With(Medium::Card),
        troubles: &[T(46), T(48), T(45), T(47), T(49), T(55), T(103)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    Step {
        id: StepId("other-otp"),
        only: Only::With(Medium::Otp),
        troubles: &[T(50), T(51), T(52), T(53), T(54), T(56), T(103)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
    Step {
        id: StepId("other-kbcert"),
        only: Only::With(Medium::KbCert),
        troubles: &[T(55), T(1), T(72), T(16), T(76)],
        provenance: checked(AT_KB, Confidence::Low),
    },
    Step {
        id: StepId("other-test"),
        only: Only::Everybody,
        troubles: &[T(86), T(89), T(85), T(81), T(62)],
        provenance: checked(AT_KB, Confidence::Medium),
    },
];

const ELSEWHERE: &str = "금융인증서 타행 등록을 따라간 글, 국민은행 인증서 메뉴의 사본";
const AT_KB: &str = "국민은행 타행인증서 등록 화면을 따라간 글";
