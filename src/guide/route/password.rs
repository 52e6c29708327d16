//! Change of the six digits while they are known. Forgotten, they cannot be looked up: that is a reissue.

use super::shared::{self, CERTIFICATE_SCREENS, checked};
use crate::guide::plan::Channel;
use crate::guide::provenance::Confidence;
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

pub static ROWS: &[Step] = &[
    shared::WEB_SITE,
    shared::APP_OPEN,
    Step {
        id: StepId("password-web-menu"),
        only: Only::On(Channel::Web),
        troubles: &[T(64), T(62), T(1), T(16), T(17)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("password-app-menu"),
        only: Only::On(Channel::App),
        troubles: &[T(64), T(62), T(75), T(1), T(16), T(17)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    Step {
        id: StepId("password-old"),
        only: Only::Everybody,
        troubles: &[T(62), T(63), T(71), T(101)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("password-new"),
        only: Only::Everybody,
        troubles: &[T(60), T(61), T(65), T(101), T(77)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Medium),
    },
    Step {
        id: StepId("password-test"),
        only: Only::Everybody,
        troubles: &[T(65), T(62), T(92), T(89), T(63)],
        provenance: checked(CERTIFICATE_SCREENS, Confidence::Low),
    },
];
