//! The little HTML that Telegram understands: escaping what goes in, and reading what a person sees of it.

/// Plain words as HTML.
pub fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// What a person sees of this HTML: no tags, and each entity as its character.
pub fn plain(html: &str) -> String {
    let mut seen = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        seen.push_str(&rest[..at]);
        rest = &rest[at..];
        let (shown, length) = if rest.starts_with('<') {
            tag(rest)
        } else {
            entity(rest)
        };
        seen.push_str(shown);
        rest = &rest[length..];
    }
    seen.push_str(rest);
    seen
}

/// How long Telegram counts it: code points after the markup is read, without space around them.
pub fn visible_length(html: &str) -> usize {
    plain(html).trim().chars().count()
}

/// What is seen of the tag at the beginning, which is nothing, and its length in bytes.
fn tag(html: &str) -> (&str, usize) {
    match html.find('>') {
        Some(end) => ("", end + 1),
        None => ("<", 1),
    }
}

/// What is seen of the entity at the beginning, and its length in bytes. An `&` that begins no entity stands for itself.
fn entity(html: &str) -> (&'static str, usize) {
    [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
    ]
    .into_iter()
    .find(|(written, _)| html.starts_with(written))
    .map_or(("&", 1), |(written, shown)| (shown, written.len()))
}
