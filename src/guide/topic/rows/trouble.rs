//! What to do when it does not work.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::step::StepId;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("expired"),
        shelf: Shelf::Trouble,
        step: None,
        near: &[
            TopicId("steps_overview"),
            TopicId("reissue_when"),
            TopicId("reminder"),
        ],
        provenance: checked("다른 은행 공개 문답, 이용 사례 글", Confidence::High),
    },
    Topic {
        id: TopicId("wrong_info"),
        shelf: Shelf::Trouble,
        step: Some(StepId("web-id")),
        near: &[
            TopicId("customer_info"),
            TopicId("foreigner"),
            TopicId("id_unknown"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("app_update"),
        shelf: Shelf::Trouble,
        step: Some(StepId("app-open")),
        near: &[
            TopicId("app_error"),
            TopicId("app_install"),
            TopicId("web_steps"),
        ],
        provenance: checked("안내 글, 흔한 경험", Confidence::High),
    },
    Topic {
        id: TopicId("app_error"),
        shelf: Shelf::Trouble,
        step: Some(StepId("app-open")),
        near: &[
            TopicId("app_update"),
            TopicId("pc_vs_app"),
            TopicId("contact"),
        ],
        provenance: checked("흔한 경험", Confidence::Low),
    },
    Topic {
        id: TopicId("web_error"),
        shelf: Shelf::Trouble,
        step: None,
        near: &[
            TopicId("pc_vs_app"),
            TopicId("app_steps"),
            TopicId("web_menu"),
        ],
        provenance: checked("다른 은행 공개 문답, 흔한 경험", Confidence::Medium),
    },
    Topic {
        id: TopicId("cautions"),
        shelf: Shelf::Trouble,
        step: None,
        near: &[
            TopicId("checklist"),
            TopicId("terms"),
            TopicId("ars_noshow"),
        ],
        provenance: checked("안내 글", Confidence::Medium),
    },
];
