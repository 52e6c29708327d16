//! `parse_mode=HTML`, read as Telegram's client library reads it.

use super::entity::{Entity, Kind};
use super::error::Refusal;

/// A text and what is special in it.
pub(super) type Formatted = (String, Vec<Entity>);

const TAGS: [&str; 16] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// Reads the markup. Offsets and lengths of the entities are in UTF-16 code units.
///
/// # Errors
/// Telegram's own sentences, with the byte offset, after `can't parse entities: `.
pub(super) fn parse(source: &str) -> Result<Formatted, Refusal> {
    let mut reader = Reader {
        source,
        at: 0,
        text: String::new(),
        offset: 0,
        open: Vec::new(),
        entities: Vec::new(),
    };
    reader
        .read()
        .map_err(|reason| Refusal::bad_request(format!("can't parse entities: {reason}")))?;
    Ok((reader.text, reader.entities))
}

struct OpenTag {
    name: String,
    argument: Option<String>,
    offset: usize,
    text_start: usize,
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    text: String,
    offset: usize,
    open: Vec<OpenTag>,
    entities: Vec<Entity>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) -> Result<(), String> {
        while let Some(character) = self.peek() {
            match character {
                '<' if self.source[self.at..].starts_with("</") => self.end_tag()?,
                '<' => self.start_tag()?,
                '&' => {
                    let decoded = self.reference().unwrap_or_else(|| {
                        self.at += 1;
                        '&'
                    });
                    self.push(decoded);
                }
                other => {
                    self.at += other.len_utf8();
                    self.push(other);
                }
            }
        }
        match self.open.last() {
            Some(tag) => Err(format!(
                "Can't find end tag corresponding to start tag \"{}\"",
                tag.name
            )),
            None => Ok(()),
        }
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name = self
            .take_while(|character| !character.is_ascii_whitespace() && character != '>')
            .to_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&name.as_str()) {
            return Err(format!(
                "Unsupported start tag \"{name}\" at byte offset {begin}"
            ));
        }
        let mut argument = None;
        loop {
            self.take_while(|character| character.is_ascii_whitespace());
            if self.peek() == Some('>') {
                self.at += 1;
                break;
            }
            let (attribute, value) = self.attribute(&name, begin)?;
            if let Some(found) = Kind::argument(&name, &attribute, value.as_deref()) {
                argument = Some(found);
            }
        }
        if name == "span" && argument.as_deref() != Some("spoiler") {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        self.open.push(OpenTag {
            name,
            argument,
            offset: self.offset,
            text_start: self.text.len(),
        });
        Ok(())
    }

    fn attribute(&mut self, tag: &str, begin: usize) -> Result<(String, Option<String>), String> {
        let unclosed = || format!("Unclosed start tag \"{tag}\" at byte offset {begin}");
        let name = self
            .take_while(|character| {
                !character.is_ascii_whitespace() && !"=>/\"'".contains(character)
            })
            .to_owned();
        if name.is_empty() {
            return Err(if self.peek().is_none() {
                unclosed()
            } else {
                format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}")
            });
        }
        self.take_while(|character| character.is_ascii_whitespace());
        if self.peek() != Some('=') {
            return if self.peek().is_none() {
                Err(unclosed())
            } else {
                Ok((name, None))
            };
        }
        self.at += 1;
        self.take_while(|character| character.is_ascii_whitespace());
        let value = match self.peek() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            Some(_) => self.token()?,
            None => return Err(unclosed()),
        };
        if self.peek().is_none() {
            return Err(unclosed());
        }
        Ok((name, Some(value)))
    }

    fn quoted(&mut self, quote: char) -> String {
        self.at += 1;
        let mut value = String::new();
        while let Some(character) = self.peek() {
            if character == quote {
                self.at += 1;
                break;
            }
            let decoded = if character == '&' {
                self.reference()
            } else {
                None
            };
            value.push(decoded.unwrap_or_else(|| {
                self.at += character.len_utf8();
                character
            }));
        }
        value
    }

    fn token(&mut self) -> Result<String, String> {
        let begin = self.at;
        let value = self
            .take_while(|character| character.is_ascii_alphanumeric() || ".-".contains(character))
            .to_lowercase();
        match self.peek() {
            Some(end) if !end.is_ascii_whitespace() && end != '>' => Err(format!(
                "Unexpected end of name token at byte offset {begin}"
            )),
            _ => Ok(value),
        }
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 2;
        let Some(tag) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let name = self
            .take_while(|character| !character.is_ascii_whitespace() && character != '>')
            .to_owned();
        self.take_while(|character| character.is_ascii_whitespace());
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != tag.name {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                tag.name
            ));
        }
        if self.offset > tag.offset {
            self.close(tag);
        }
        Ok(())
    }

    fn close(&mut self, tag: OpenTag) {
        let (offset, length) = (tag.offset, self.offset - tag.offset);
        let content = &self.text[tag.text_start..];
        if tag.name == "pre"
            && let Some(Entity {
                offset: inner,
                kind: Kind::Code { language },
                ..
            }) = self.entities.last()
            && *inner == offset
        {
            let language = language.clone();
            self.entities.pop();
            self.entities
                .push(Entity::new(offset, length, Kind::Pre { language }));
            return;
        }
        if let Some(kind) = Kind::of_tag(&tag.name, tag.argument, content) {
            self.entities.push(Entity::new(offset, length, kind));
        }
    }

    /// A character reference at this place: numeric, or one of the four that Telegram knows.
    fn reference(&mut self) -> Option<char> {
        let rest = &self.source[self.at + 1..];
        let (decoded, length) = if let Some(number) = rest.strip_prefix('#') {
            let hexadecimal = number.starts_with('x');
            let digits_start = usize::from(hexadecimal);
            let radix = if hexadecimal { 16 } else { 10 };
            let digits: String = number[digits_start..]
                .chars()
                .take_while(|character| character.is_digit(radix))
                .collect();
            let code = u32::from_str_radix(&digits, radix).ok()?;
            let decoded = char::from_u32(code).filter(|decoded| *decoded != '\0')?;
            (decoded, 1 + digits_start + digits.len())
        } else {
            let name: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
            let decoded = match name.as_str() {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                _ => return None,
            };
            (decoded, name.len())
        };
        let semicolon = usize::from(rest[length..].starts_with(';'));
        self.at += 1 + length + semicolon;
        Some(decoded)
    }

    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.source[self.at..];
        let length = rest
            .find(|character| !wanted(character))
            .unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.offset += character.len_utf16();
    }
}
