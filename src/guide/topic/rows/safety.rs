//! Where to turn, and what to do first.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("leak"),
        shelf: Shelf::Safety,
        step: None,
        near: &[
            TopicId("contact"),
            TopicId("revoke_old"),
            TopicId("secmedia_lost"),
        ],
        provenance: checked("은행 공식 보안 안내, 언론 보도", Confidence::High),
    },
    Topic {
        id: TopicId("phone_lost"),
        shelf: Shelf::Safety,
        step: None,
        near: &[
            TopicId("leak"),
            TopicId("new_device"),
            TopicId("revoke_old"),
        ],
        provenance: checked("흔한 경험, 다른 은행 공개 문답", Confidence::Low),
    },
    Topic {
        id: TopicId("contact"),
        shelf: Shelf::Safety,
        step: None,
        near: &[TopicId("leak"), TopicId("branch_visit"), TopicId("hours")],
        provenance: checked("국민은행·금융결제원 번호 안내", Confidence::Medium),
    },
];
