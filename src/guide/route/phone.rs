//! A new phone, a new number, a second device.

use super::shared::{self, checked};
use crate::guide::plan::Channel;
use crate::guide::provenance::Confidence;
use crate::guide::step::{Only, Step, StepId};
use crate::guide::trouble::TroubleId as T;

/// A new phone with the old number: nothing is copied, the cloud is connected once.
pub static NEW_PHONE: &[Step] = &[
    Step {
        id: StepId("device-install"),
        only: Only::Everybody,
        troubles: &[T(73), T(72), T(91), T(43), T(74), T(105)],
        provenance: checked(NOTHING_TO_COPY, Confidence::High),
    },
    Step {
        id: StepId("device-register"),
        only: Only::Everybody,
        troubles: &[T(11), T(15), T(54), T(29), T(35), T(16)],
        provenance: checked(NOTHING_TO_COPY, Confidence::Low),
    },
    Step {
        id: StepId("device-login"),
        only: Only::Everybody,
        troubles: &[T(1), T(91), T(43), T(75), T(16)],
        provenance: checked(NOTHING_TO_COPY, Confidence::Medium),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    shared::ENTER_PIN,
    Step {
        id: StepId("device-finger"),
        only: Only::Everybody,
        troubles: &[T(92), T(62), T(65), T(16)],
        provenance: checked(NOTHING_TO_COPY, Confidence::Low),
    },
];

/// Before the reissue that a new number needs.
pub static BEFORE_NEW_NUMBER: &[Step] = &[Step {
    id: StepId("number-at-kb"),
    only: Only::Everybody,
    troubles: &[T(28), T(33), T(29), T(32), T(16), T(12)],
    provenance: checked(
        "국민은행 발급 안내 글, 신한은행 자주 묻는 질문",
        Confidence::Medium,
    ),
}];

/// After the reissue that a new number needs.
pub static AFTER_NEW_NUMBER: &[Step] = &[Step {
    id: StepId("number-elsewhere"),
    only: Only::Everybody,
    troubles: &[T(85), T(86), T(87), T(33)],
    provenance: checked("재발급 뒤 다시 등록하는 법을 적은 글", Confidence::Medium),
}];

/// The other of PC and phone: one certificate serves both.
pub static SECOND_DEVICE: &[Step] = &[
    Step {
        id: StepId("second-web"),
        only: Only::On(Channel::Web),
        troubles: &[T(43), T(1), T(67), T(68), T(105), T(16)],
        provenance: checked(NOTHING_TO_COPY, Confidence::High),
    },
    Step {
        id: StepId("second-app"),
        only: Only::On(Channel::App),
        troubles: &[T(43), T(1), T(72), T(75), T(73), T(16)],
        provenance: checked(NOTHING_TO_COPY, Confidence::High),
    },
    shared::CLOUD_OPEN,
    shared::CLOUD,
    Step {
        id: StepId("second-auto"),
        only: Only::Everybody,
        troubles: &[T(42), T(16), T(66), T(89)],
        provenance: checked(
            "금융결제원 문답을 실은 아시아경제 기사, 국민은행 인증서 관리 메뉴를 소개한 글",
            Confidence::Medium,
        ),
    },
    shared::ENTER_PIN,
];

const NOTHING_TO_COPY: &str = "신한은행 자주 묻는 질문, 금융인증서 시작 때의 연합뉴스 보도";
