//! The account, its password, the six digits, the security medium.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::step::StepId;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("account_input"),
        shelf: Shelf::Security,
        step: Some(StepId("web-account")),
        near: &[
            TopicId("account_pw"),
            TopicId("secmedia_choice"),
            TopicId("pw_locked"),
        ],
        provenance: checked("안내 글, 다른 은행 공개 문답", Confidence::Medium),
    },
    Topic {
        id: TopicId("account_pw"),
        shelf: Shelf::Security,
        step: Some(StepId("web-account")),
        near: &[
            TopicId("pw_locked"),
            TopicId("account_input"),
            TopicId("contact"),
        ],
        provenance: checked("안내 글, 흔한 경험", Confidence::Low),
    },
    Topic {
        id: TopicId("cert_pw_set"),
        shelf: Shelf::Security,
        step: Some(StepId("pin")),
        near: &[
            TopicId("cert_pw_forgot"),
            TopicId("cautions"),
            TopicId("pw_locked"),
        ],
        provenance: checked("언론 보도, 우체국예금 안내", Confidence::High),
    },
    Topic {
        id: TopicId("cert_pw_forgot"),
        shelf: Shelf::Security,
        step: None,
        near: &[
            TopicId("revoke_old"),
            TopicId("pw_locked"),
            TopicId("cert_pw_set"),
        ],
        provenance: checked("다른 은행 공개 문답, 이용 사례 글", Confidence::High),
    },
    Topic {
        id: TopicId("pw_locked"),
        shelf: Shelf::Security,
        step: None,
        near: &[
            TopicId("cert_pw_forgot"),
            TopicId("account_pw"),
            TopicId("contact"),
        ],
        provenance: checked("이용 사례 글, 다른 은행 안내", Confidence::Low),
    },
    Topic {
        id: TopicId("secmedia_choice"),
        shelf: Shelf::Security,
        step: Some(StepId("web-method")),
        near: &[
            TopicId("seccard_input"),
            TopicId("secmedia_none"),
            TopicId("vs_kbcert"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("seccard_input"),
        shelf: Shelf::Security,
        step: Some(StepId("web-card")),
        near: &[
            TopicId("secmedia_lost"),
            TopicId("leak"),
            TopicId("secmedia_choice"),
        ],
        provenance: checked("은행 공식 보안 안내, 안내 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("secmedia_lost"),
        shelf: Shelf::Security,
        step: None,
        near: &[
            TopicId("secmedia_none"),
            TopicId("branch_visit"),
            TopicId("contact"),
        ],
        provenance: checked("이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("secmedia_none"),
        shelf: Shelf::Security,
        step: Some(StepId("web-method")),
        near: &[
            TopicId("secmedia_choice"),
            TopicId("branch_visit"),
            TopicId("vs_kbcert"),
        ],
        provenance: checked("이용 사례 글, 다른 은행 공개 문답", Confidence::Medium),
    },
];
