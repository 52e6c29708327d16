//! Revocation: the certificate ends at once, everywhere.

use super::shared::{self, CERTIFICATE_SCREENS, checked};
use crate::guide::plan::Channel;
use crate::guide::provenance::Confidence;
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

pub static ROWS: &[Step] = &[
    Step {
        id: StepId("revoke-think"),
        only: Only::Everybody,
        troubles: &[T(107), T(64), T(62), T(103), T(106)],
        provenance: checked(
            "케이뱅크 공식 금융사기 예방 안내, 신고 전화를 알린 보도",
            Confidence::High,
        ),
    },
    shared::WEB_SITE,
    shared::APP_OPEN,
    Step {
        id: StepId("revoke-web-menu"),
        only: Only::On(Channel::Web),
        troubles: &[T(1), T(16), T(84), T(17), T(102)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("revoke-app-menu"),
        only: Only::On(Channel::App),
        troubles: &[T(75), T(1), T(16), T(84), T(17), T(102)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("revoke-identity"),
        only: Only::Everybody,
        troubles: &[T(11), T(14), T(35), T(20), T(29), T(32), T(16)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Low),
    },
    Step {
        id: StepId("revoke-account"),
        only: Only::Everybody,
        troubles: &[T(57), T(58), T(59), T(71)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Low),
    },
    Step {
        id: StepId("revoke-confirm"),
        only: Only::Everybody,
        troubles: &[T(84), T(64), T(81), T(76), T(77)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("revoke-check"),
        only: Only::Everybody,
        troubles: &[T(89), T(84), T(85), T(107)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
];
