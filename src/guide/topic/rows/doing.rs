//! How it is issued, on the website and in the app.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::step::StepId;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("steps_overview"),
        shelf: Shelf::Doing,
        step: None,
        near: &[
            TopicId("checklist"),
            TopicId("pc_vs_app"),
            TopicId("cautions"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("checklist"),
        shelf: Shelf::Doing,
        step: None,
        near: &[
            TopicId("time_taken"),
            TopicId("secmedia_none"),
            TopicId("steps_overview"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("pc_vs_app"),
        shelf: Shelf::Doing,
        step: None,
        near: &[
            TopicId("web_steps"),
            TopicId("app_steps"),
            TopicId("branch_visit"),
        ],
        provenance: checked("안내 글, 언론 보도", Confidence::High),
    },
    Topic {
        id: TopicId("web_steps"),
        shelf: Shelf::Doing,
        step: Some(StepId("web-site")),
        near: &[
            TopicId("web_menu"),
            TopicId("ars_howto"),
            TopicId("web_error"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("web_menu"),
        shelf: Shelf::Doing,
        step: Some(StepId("web-menu")),
        near: &[
            TopicId("web_steps"),
            TopicId("vs_joint"),
            TopicId("web_error"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("app_steps"),
        shelf: Shelf::Doing,
        step: Some(StepId("app-open")),
        near: &[
            TopicId("app_menu"),
            TopicId("app_install"),
            TopicId("auth_method"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("app_menu"),
        shelf: Shelf::Doing,
        step: Some(StepId("app-menu")),
        near: &[
            TopicId("app_steps"),
            TopicId("app_update"),
            TopicId("app_error"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("app_install"),
        shelf: Shelf::Doing,
        step: Some(StepId("app-open")),
        near: &[
            TopicId("app_update"),
            TopicId("app_steps"),
            TopicId("pc_vs_app"),
        ],
        provenance: checked("안내 글, 다른 은행 공개 문답", Confidence::High),
    },
    Topic {
        id: TopicId("terms"),
        shelf: Shelf::Doing,
        step: Some(StepId("app-terms")),
        near: &[
            TopicId("steps_overview"),
            TopicId("user_info"),
            TopicId("cautions"),
        ],
        provenance: checked("안내 글, 흔한 경험", Confidence::Low),
    },
    Topic {
        id: TopicId("branch_visit"),
        shelf: Shelf::Doing,
        step: None,
        near: &[
            TopicId("pc_vs_app"),
            TopicId("secmedia_none"),
            TopicId("minor"),
        ],
        provenance: checked("안내 글, 금융결제원 문답", Confidence::High),
    },
    Topic {
        id: TopicId("prepare_early"),
        shelf: Shelf::Doing,
        step: None,
        near: &[
            TopicId("checklist"),
            TopicId("reminder"),
            TopicId("cert_use"),
        ],
        provenance: checked("안내 글", Confidence::Medium),
    },
];
