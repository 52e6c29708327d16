//! What 길봇 is and does.

use super::checked;
use crate::guide::provenance::Confidence;
use crate::guide::topic::{Shelf, Topic, TopicId};

pub(super) const ROWS: &[Topic] = &[
    Topic {
        id: TopicId("bot_safe"),
        shelf: Shelf::Bot,
        step: None,
        near: &[TopicId("leak"), TopicId("reminder"), TopicId("contact")],
        provenance: checked("길봇 자체 안내", Confidence::High),
    },
    Topic {
        id: TopicId("reminder"),
        shelf: Shelf::Bot,
        step: None,
        near: &[
            TopicId("expiry_check"),
            TopicId("reissue_when"),
            TopicId("validity"),
        ],
        provenance: checked("길봇 자체 안내", Confidence::High),
    },
];
