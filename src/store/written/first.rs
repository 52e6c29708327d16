//! The first format.

use serde::Deserialize;

use crate::dialogue::Dialogue;
use crate::dialogue::event::MessageId;
use crate::store::record::Outbox;

#[derive(Deserialize)]
struct First {
    #[serde(rename = "d")]
    dialogue: Dialogue,
    #[serde(rename = "o", default)]
    outbox: Outbox,
    #[serde(rename = "a", default)]
    anchor: Option<MessageId>,
}

pub fn read(text: &str) -> Result<(Dialogue, Outbox, Option<MessageId>), serde_json::Error> {
    let first: First = serde_json::from_str(text)?;
    Ok((first.dialogue, first.outbox, first.anchor))
}
