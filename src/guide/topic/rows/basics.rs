//! What the certificate is, how long it lives and what it costs.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("cert_what"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("cert_use"),
            TopicId("vs_joint"),
            TopicId("steps_overview"),
        ],
        provenance: checked("안내 글, 금융결제원 문답과 언론 보도", Confidence::High),
    },
    Topic {
        id: TopicId("cert_use"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("cert_what"),
            TopicId("public_sites"),
            TopicId("prepare_early"),
        ],
        provenance: checked("안내 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("vs_joint"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("cert_what"),
            TopicId("vs_kbcert"),
            TopicId("validity"),
        ],
        provenance: checked("다른 은행 공개 문답, 언론 보도", Confidence::High),
    },
    Topic {
        id: TopicId("vs_kbcert"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("vs_joint"),
            TopicId("secmedia_choice"),
            TopicId("cert_use"),
        ],
        provenance: checked("다른 은행 공개 문답, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("validity"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("expiry_check"),
            TopicId("reissue_when"),
            TopicId("reminder"),
        ],
        provenance: checked(
            "금융결제원 문답, 재외공관 공지, 언론 보도, 안내 글(2년)",
            Confidence::High,
        ),
    },
    Topic {
        id: TopicId("expiry_check"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("validity"),
            TopicId("reminder"),
            TopicId("reissue_when"),
        ],
        provenance: checked("이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("reissue_when"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("expired"),
            TopicId("revoke_old"),
            TopicId("reminder"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("revoke_old"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("other_bank"),
            TopicId("reissue_when"),
            TopicId("steps_overview"),
        ],
        provenance: checked("안내 글, 이용 사례 글", Confidence::Medium),
    },
    Topic {
        id: TopicId("fee"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("time_taken"),
            TopicId("proxy"),
            TopicId("corporate"),
        ],
        provenance: checked("금융결제원 문답과 언론 보도", Confidence::High),
    },
    Topic {
        id: TopicId("hours"),
        shelf: Shelf::Basics,
        step: None,
        near: &[
            TopicId("time_taken"),
            TopicId("contact"),
            TopicId("app_error"),
        ],
        provenance: checked("이용 사례 글(공동인증서)", Confidence::Low),
    },
    Topic {
        id: TopicId("time_taken"),
        shelf: Shelf::Basics,
        step: None,
        near: &[TopicId("checklist"), TopicId("hours"), TopicId("pc_vs_app")],
        provenance: checked("금융결제원 문답", Confidence::Medium),
    },
];
