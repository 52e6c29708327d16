//! What Telegram finds in a plain text by itself: commands, mentions, hashtags and addresses.

use super::entity::{Entity, Kind, utf16_length};

const TOP_LEVEL_DOMAINS: [&str; 8] = ["com", "kr", "net", "org", "io", "me", "co", "dev"];

/// All that is found, in order. A simplification of Telegram's rules: bare domains of a few endings only.
pub(super) fn detect(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let before = text[..at].chars().next_back();
        match (!before.is_some_and(is_word))
            .then(|| match_at(&text[at..], before))
            .flatten()
        {
            Some((length, kind)) => {
                let stretch = &text[at..at + length];
                found.push(Entity::new(
                    utf16_length(&text[..at]),
                    utf16_length(stretch),
                    kind,
                ));
                at += length;
            }
            None => at += character.len_utf8(),
        }
    }
    found
}

/// The length in bytes and the kind of what begins here.
fn match_at(rest: &str, before: Option<char>) -> Option<(usize, Kind)> {
    match rest.chars().next()? {
        '/' if !matches!(before, Some('/' | '<' | '>')) => {
            command(rest).map(|length| (length, Kind::BotCommand))
        }
        '@' => name(&rest[1..], 4, 32).map(|length| (1 + length, Kind::Mention)),
        '#' => hashtag(rest).map(|length| (length, Kind::Hashtag)),
        first if first.is_ascii_alphanumeric() => address(rest).map(|length| (length, Kind::Url)),
        _ => None,
    }
}

fn command(rest: &str) -> Option<usize> {
    let mut length = 1 + name_length(&rest[1..]);
    if !(2..=65).contains(&length) {
        return None;
    }
    if let Some(after) = rest[length..].strip_prefix('@')
        && let Some(bot) = name(after, 3, 32)
    {
        length += 1 + bot;
    }
    let next = rest[length..].chars().next();
    (!next.is_some_and(|next| is_word(next) || matches!(next, '/' | '<' | '>'))).then_some(length)
}

fn hashtag(rest: &str) -> Option<usize> {
    let tag: String = rest[1..]
        .chars()
        .take_while(|character| is_word(*character))
        .collect();
    let meant = tag.chars().any(char::is_alphabetic) && tag.chars().count() <= 256;
    meant.then_some(1 + tag.len())
}

fn address(rest: &str) -> Option<usize> {
    let end = rest
        .find(|character: char| {
            character.is_whitespace() || "<>\"「」『』".contains(character) || is_hangul(character)
        })
        .unwrap_or(rest.len());
    let candidate = rest[..end].trim_end_matches(|character: char| ".,!?;:)'".contains(character));
    let bare = ["https://", "http://"]
        .iter()
        .find_map(|scheme| candidate.strip_prefix(scheme));
    let host = bare
        .unwrap_or(candidate)
        .split(['/', '?', '#', ':'])
        .next()?;
    let labels: Vec<&str> = host.split('.').collect();
    let ending = labels.last()?.to_ascii_lowercase();
    let sound = labels.iter().all(|label| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.bytes().all(plain)
    });
    let known = bare.is_some() || TOP_LEVEL_DOMAINS.contains(&ending.as_str());
    (sound && labels.len() > 1 && known).then_some(candidate.len())
}

fn name(rest: &str, least: usize, most: usize) -> Option<usize> {
    let length = name_length(rest);
    (least..=most).contains(&length).then_some(length)
}

fn name_length(rest: &str) -> usize {
    rest.bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count()
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn is_hangul(character: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&character)
}
