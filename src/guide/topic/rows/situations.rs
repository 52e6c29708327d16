//! What changes with a phone, a country, an age, another bank.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::step::StepId;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("phone_changed"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("ars_noshow"),
            TopicId("customer_info"),
            TopicId("new_device"),
        ],
        provenance: checked(
            "안내 글, 언론 보도, 다른 은행 공개 문답",
            Confidence::Medium,
        ),
    },
    Topic {
        id: TopicId("new_device"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("phone_changed"),
            TopicId("phone_lost"),
            TopicId("secmedia_lost"),
        ],
        provenance: checked("다른 은행 공개 문답", Confidence::High),
    },
    Topic {
        id: TopicId("phone_not_mine"),
        shelf: Shelf::Situations,
        step: Some(StepId("app-phone")),
        near: &[
            TopicId("auth_method"),
            TopicId("proxy"),
            TopicId("branch_visit"),
        ],
        provenance: checked("이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("abroad"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("ars_noshow"),
            TopicId("contact"),
            TopicId("foreigner"),
        ],
        provenance: checked("언론 보도, 재외공관 공지", Confidence::High),
    },
    Topic {
        id: TopicId("foreigner"),
        shelf: Shelf::Situations,
        step: None,
        near: &[TopicId("wrong_info"), TopicId("contact"), TopicId("abroad")],
        provenance: checked("이용 사례 글, 재외공관 공지", Confidence::Low),
    },
    Topic {
        id: TopicId("minor"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("proxy"),
            TopicId("branch_visit"),
            TopicId("contact"),
        ],
        provenance: checked("재외공관 공지, 다른 은행 공개 문답", Confidence::Medium),
    },
    Topic {
        id: TopicId("corporate"),
        shelf: Shelf::Situations,
        step: None,
        near: &[TopicId("contact"), TopicId("fee"), TopicId("web_menu")],
        provenance: checked("우체국예금 안내", Confidence::High),
    },
    Topic {
        id: TopicId("proxy"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("phone_not_mine"),
            TopicId("contact"),
            TopicId("checklist"),
        ],
        provenance: checked("국민은행 번호 안내, 흔한 경험", Confidence::Low),
    },
    Topic {
        id: TopicId("other_bank"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("revoke_old"),
            TopicId("public_sites"),
            TopicId("reissue_when"),
        ],
        provenance: checked("금융결제원 문답, 이용 사례 글", Confidence::High),
    },
    Topic {
        id: TopicId("public_sites"),
        shelf: Shelf::Situations,
        step: None,
        near: &[
            TopicId("other_bank"),
            TopicId("cert_use"),
            TopicId("revoke_old"),
        ],
        provenance: checked("금융결제원 문답", Confidence::High),
    },
];
