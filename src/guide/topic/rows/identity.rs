//! Showing who one is: number, call, text message, details.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::step::StepId;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("user_info"),
        shelf: Shelf::Identity,
        step: Some(StepId("web-id")),
        near: &[
            TopicId("id_unknown"),
            TopicId("wrong_info"),
            TopicId("bot_safe"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("id_unknown"),
        shelf: Shelf::Identity,
        step: Some(StepId("web-id")),
        near: &[
            TopicId("user_info"),
            TopicId("contact"),
            TopicId("branch_visit"),
        ],
        provenance: checked("이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("auth_method"),
        shelf: Shelf::Identity,
        step: Some(StepId("app-phone")),
        near: &[TopicId("ars_howto"), TopicId("sms_auth"), TopicId("abroad")],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("ars_howto"),
        shelf: Shelf::Identity,
        step: Some(StepId("web-ars")),
        near: &[
            TopicId("ars_noshow"),
            TopicId("auth_method"),
            TopicId("phone_changed"),
        ],
        provenance: checked("이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("ars_noshow"),
        shelf: Shelf::Identity,
        step: Some(StepId("web-ars")),
        near: &[
            TopicId("ars_howto"),
            TopicId("phone_changed"),
            TopicId("abroad"),
        ],
        provenance: checked("안내 글, 흔한 경험", Confidence::Medium),
    },
    Topic {
        id: TopicId("sms_auth"),
        shelf: Shelf::Identity,
        step: Some(StepId("cloud")),
        near: &[
            TopicId("sms_noshow"),
            TopicId("ars_howto"),
            TopicId("bot_safe"),
        ],
        provenance: checked("우체국예금 안내, 이용 화면 도움말", Confidence::High),
    },
    Topic {
        id: TopicId("sms_noshow"),
        shelf: Shelf::Identity,
        step: Some(StepId("cloud")),
        near: &[
            TopicId("sms_auth"),
            TopicId("phone_changed"),
            TopicId("wrong_info"),
        ],
        provenance: checked("이용 사례 글, 흔한 경험", Confidence::Medium),
    },
    Topic {
        id: TopicId("customer_info"),
        shelf: Shelf::Identity,
        step: Some(StepId("web-details")),
        near: &[
            TopicId("phone_changed"),
            TopicId("wrong_info"),
            TopicId("foreigner"),
        ],
        provenance: checked("안내 글, 다른 은행 공개 문답", Confidence::Medium),
    },
];
