//! Text and entities written back as HTML that a page may show.

use super::entity::Entity;

/// Writes text and entities as HTML that a page may show: everything else is escaped.
pub(super) fn render(text: &str, entities: &[Entity]) -> String {
    let mut html = String::new();
    let mut open: Vec<&Entity> = Vec::new();
    let mut offset = 0;
    for character in text.chars() {
        close_until(&mut html, &mut open, offset);
        for entity in entities.iter().filter(|entity| entity.offset == offset) {
            if let Some((start, _)) = entity.kind.tags() {
                html.push_str(&start);
                open.push(entity);
            }
        }
        push_escaped(&mut html, character);
        offset += character.len_utf16();
    }
    close_until(&mut html, &mut open, usize::MAX);
    html
}

/// Escapes a text for HTML, quotes included.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::new();
    text.chars()
        .for_each(|character| push_escaped(&mut html, character));
    html
}

fn push_escaped(html: &mut String, character: char) {
    match character {
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '&' => html.push_str("&amp;"),
        '"' => html.push_str("&quot;"),
        other => html.push(other),
    }
}

/// Closes all that has ended; what stands inside it and goes on is opened again.
fn close_until(html: &mut String, open: &mut Vec<&Entity>, offset: usize) {
    while let Some(first) = open.iter().position(|entity| entity.end() <= offset) {
        let inner = open.split_off(first);
        for entity in inner.iter().rev() {
            if let Some((_, end)) = entity.kind.tags() {
                html.push_str(end);
            }
        }
        for entity in inner {
            if entity.end() > offset
                && let Some((start, _)) = entity.kind.tags()
            {
                html.push_str(&start);
                open.push(entity);
            }
        }
    }
}
