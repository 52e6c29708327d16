//! What is special in a text: bold, a link, a command. Offsets and lengths are in UTF-16 code units, as everywhere in Telegram.

use serde_json::{Map, Value, json};

use super::detect::detect;
use super::error::Refusal;
use super::html::Formatted;
use super::params::only_fields;
use super::render::escape;

/// One special stretch of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Where it begins, in UTF-16 code units.
    pub offset: usize,
    /// How long it is, in UTF-16 code units.
    pub length: usize,
    /// What is special.
    pub kind: Kind,
}

/// What is special about a stretch of text.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names are Telegram's own")]
pub enum Kind {
    Mention,
    Hashtag,
    BotCommand,
    Url,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Blockquote { expandable: bool },
    Code { language: Option<String> },
    Pre { language: Option<String> },
    TextLink { url: String },
    CustomEmoji { id: String },
}

impl Entity {
    /// An entity of `kind` at this place.
    pub fn new(offset: usize, length: usize, kind: Kind) -> Self {
        Self {
            offset,
            length,
            kind,
        }
    }

    /// The first code unit after it.
    pub fn end(&self) -> usize {
        self.offset + self.length
    }

    pub(super) fn to_json(&self) -> Value {
        let mut object = json!({
            "type": self.kind.name(),
            "offset": self.offset,
            "length": self.length,
        });
        match &self.kind {
            Kind::Pre {
                language: Some(language),
            } => object["language"] = json!(language),
            Kind::TextLink { url } => object["url"] = json!(url),
            Kind::CustomEmoji { id } => object["custom_emoji_id"] = json!(id),
            _ => {}
        }
        object
    }

    /// Reads the `entities` parameter.
    pub(super) fn from_json(value: &Value) -> Result<Self, Refusal> {
        let refuse = |reason: &str| {
            Refusal::bad_request(format!(
                "can't parse entities: can't parse MessageEntity: {reason}"
            ))
        };
        let object = value
            .as_object()
            .ok_or_else(|| refuse("expected an Object"))?;
        only_fields(
            "MessageEntity",
            object,
            &[
                "type",
                "offset",
                "length",
                "url",
                "language",
                "custom_emoji_id",
                "user",
            ],
        )?;
        let number = |name: &str| {
            object
                .get(name)
                .and_then(Value::as_u64)
                .and_then(|number| usize::try_from(number).ok())
                .ok_or_else(|| refuse(&format!("field \"{name}\" must be of type Number")))
        };
        let kind = Kind::from_json(object).ok_or_else(|| refuse("unsupported type specified"))?;
        Ok(Self::new(number("offset")?, number("length")?, kind))
    }
}

impl Kind {
    fn name(&self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
            Self::BotCommand => "bot_command",
            Self::Url => "url",
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Strikethrough => "strikethrough",
            Self::Spoiler => "spoiler",
            Self::Blockquote { expandable: false } => "blockquote",
            Self::Blockquote { expandable: true } => "expandable_blockquote",
            Self::Code { .. } => "code",
            Self::Pre { .. } => "pre",
            Self::TextLink { .. } => "text_link",
            Self::CustomEmoji { .. } => "custom_emoji",
        }
    }

    fn from_json(object: &Map<String, Value>) -> Option<Self> {
        let text = |name: &str| object.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(match object.get("type")?.as_str()? {
            "mention" => Self::Mention,
            "hashtag" => Self::Hashtag,
            "bot_command" => Self::BotCommand,
            "url" => Self::Url,
            "bold" => Self::Bold,
            "italic" => Self::Italic,
            "underline" => Self::Underline,
            "strikethrough" => Self::Strikethrough,
            "spoiler" => Self::Spoiler,
            "blockquote" => Self::Blockquote { expandable: false },
            "expandable_blockquote" => Self::Blockquote { expandable: true },
            "code" => Self::Code { language: None },
            "pre" => Self::Pre {
                language: text("language"),
            },
            "text_link" => Self::TextLink { url: text("url")? },
            "custom_emoji" => Self::CustomEmoji {
                id: text("custom_emoji_id")?,
            },
            _ => return None,
        })
    }

    /// What an attribute says about its tag, if anything.
    pub(super) fn argument(tag: &str, attribute: &str, value: Option<&str>) -> Option<String> {
        match (tag, attribute, value) {
            ("blockquote", "expandable", _) => Some("expandable".to_owned()),
            ("a", "href", Some(value)) | ("tg-emoji", "emoji-id", Some(value)) => {
                Some(value.to_owned())
            }
            ("code", "class", Some(value)) => value.strip_prefix("language-").map(str::to_owned),
            ("span", "class", Some(value)) => value.strip_prefix("tg-").map(str::to_owned),
            _ => None,
        }
    }

    /// The meaning of a tag of `parse_mode=HTML`; a link without a usable address means nothing.
    pub(super) fn of_tag(tag: &str, argument: Option<String>, content: &str) -> Option<Self> {
        Some(match tag {
            "b" | "strong" => Self::Bold,
            "i" | "em" => Self::Italic,
            "u" | "ins" => Self::Underline,
            "s" | "strike" | "del" => Self::Strikethrough,
            "span" | "tg-spoiler" => Self::Spoiler,
            "blockquote" => Self::Blockquote {
                expandable: argument.is_some(),
            },
            "code" => Self::Code { language: argument },
            "pre" => Self::Pre { language: None },
            "tg-emoji" => Self::CustomEmoji { id: argument? },
            "a" => Self::TextLink {
                url: usable_url(argument.as_deref().unwrap_or(content))?,
            },
            _ => return None,
        })
    }

    /// The tags that show this kind on a page; plain for what needs no tag.
    pub(super) fn tags(&self) -> Option<(String, &'static str)> {
        let (start, end) = match self {
            Self::Bold => ("<b>", "</b>"),
            Self::Italic => ("<i>", "</i>"),
            Self::Underline => ("<u>", "</u>"),
            Self::Strikethrough => ("<s>", "</s>"),
            Self::Spoiler => ("<tg-spoiler>", "</tg-spoiler>"),
            Self::Blockquote { .. } => ("<blockquote>", "</blockquote>"),
            Self::Code { .. } => ("<code>", "</code>"),
            Self::Pre { .. } => ("<pre>", "</pre>"),
            Self::TextLink { url } => {
                return Some((format!("<a href=\"{}\">", escape(url)), "</a>"));
            }
            Self::Mention
            | Self::Hashtag
            | Self::BotCommand
            | Self::Url
            | Self::CustomEmoji { .. } => return None,
        };
        Some((start.to_owned(), end))
    }

    fn is_code(&self) -> bool {
        matches!(self, Self::Code { .. } | Self::Pre { .. })
    }
}

/// A text as Telegram keeps it: trimmed, its entities cut to fit, sorted, none inside code or doubled,
/// and links, mentions, tags and commands found.
pub(super) fn settle(text: &str, entities: Vec<Entity>) -> Formatted {
    let trimmed = text.trim();
    let leading = utf16_length(text) - utf16_length(text.trim_start());
    let length = utf16_length(trimmed);
    let mut kept: Vec<Entity> = Vec::new();
    let mut sorted: Vec<Entity> = entities
        .into_iter()
        .filter_map(|entity| {
            let start = entity.offset.saturating_sub(leading);
            let end = entity.end().saturating_sub(leading).min(length);
            (start < end).then(|| Entity::new(start, end - start, entity.kind))
        })
        .collect();
    sorted.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    for entity in sorted {
        let hidden = kept.iter().any(|outer| {
            let inside = outer.offset <= entity.offset && entity.end() <= outer.end();
            inside && (outer.kind.is_code() || outer.kind == entity.kind)
        });
        if !hidden {
            kept.push(entity);
        }
    }
    for found in detect(trimmed) {
        let taken = kept.iter().any(|entity| {
            let touches = entity.offset < found.end() && found.offset < entity.end();
            let special = entity.kind.is_code() || matches!(entity.kind, Kind::TextLink { .. });
            touches && (special || entity.kind == found.kind)
        });
        if !taken {
            kept.push(found);
        }
    }
    kept.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    (trimmed.to_owned(), kept)
}

/// The length in UTF-16 code units.
pub(super) fn utf16_length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// An address that Telegram lets people open: http, https or tg, with a host that can be one.
pub(super) fn usable_url(text: &str) -> Option<String> {
    let with_scheme = if text.contains("://") {
        text.to_owned()
    } else {
        format!("http://{text}")
    };
    let url = reqwest::Url::parse(&with_scheme).ok()?;
    let host = url.host_str().unwrap_or_default();
    match url.scheme() {
        "tg" => Some(url.to_string()),
        "http" | "https" if host.contains('.') || host == "localhost" => Some(url.to_string()),
        _ => None,
    }
}
