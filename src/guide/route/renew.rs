//! Renewal: the same certificate with a later expiry date.

use super::shared::{self, CERTIFICATE_SCREENS, checked};
use crate::guide::plan::{Channel, Medium};
use crate::guide::provenance::Confidence;
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

pub static ROWS: &[Step] = &[
    shared::WEB_SITE,
    shared::APP_OPEN,
    Step {
        id: StepId("renew-date"),
        only: Only::Everybody,
        troubles: &[T(82), T(80), T(79), T(4), T(16), T(44)],
        provenance: checked(RENEWAL_WINDOW, Confidence::Medium),
    },
    Step {
        id: StepId("renew-web-menu"),
        only: Only::On(Channel::Web),
        troubles: &[T(79), T(81), T(80), T(1), T(16), T(17)],
        provenance: checked(RENEWAL_WINDOW, Confidence::Medium),
    },
    Step {
        id: StepId("renew-app-menu"),
        only: Only::On(Channel::App),
        troubles: &[T(79), T(81), T(80), T(75), T(1), T(16), T(17)],
        provenance: checked(RENEWAL_WINDOW, Confidence::Medium),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    shared::PICK,
    shared::ENTER_PIN,
    Step {
        id: StepId("renew-terms"),
        only: Only::Everybody,
        troubles: &[T(13), T(16), T(101), T(71), T(102)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("renew-card"),
        only: Only::With(Medium::Card),
        troubles: &[T(46), T(48), T(45), T(47), T(49), T(55), T(103)],
        provenance: checked(RENEWAL_CHECK, Confidence::Low),
    },
    Step {
        id: StepId("renew-otp"),
        only: Only::With(Medium::Otp),
        troubles: &[T(50), T(51), T(52), T(54), T(53), T(56), T(103)],
        provenance: checked(RENEWAL_CHECK, Confidence::Low),
    },
    Step {
        id: StepId("renew-kbcert"),
        only: Only::With(Medium::KbCert),
        troubles: &[T(55), T(1), T(72), T(16), T(76)],
        provenance: checked(RENEWAL_CHECK, Confidence::Low),
    },
    Step {
        id: StepId("renew-done"),
        only: Only::Everybody,
        troubles: &[T(65), T(82), T(89), T(92), T(90), T(85)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
];

const RENEWAL_WINDOW: &str = "국민은행 갱신 화면을 따라간 글 두 편";
const RENEWAL_CHECK: &str = "국민은행 공동인증서 갱신 화면을 따라간 글";
