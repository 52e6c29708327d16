//! Addresses of pages and mail boxes.

use crate::reading::lexicon::begins;

/// Web and mail addresses, as ranges of the folded text.
pub(super) fn addresses(chars: &[char]) -> Vec<(usize, usize)> {
    const ENDINGS: &str = ".com|.net|.org|.kr|.ly|.io|.me|.gl|.app|.co|.to|.be|.at|.cc|.xyz|.info|.site|.shop|.top|.link|.page|.dev|.us|.han|.go|.or|.tk|.vip|.im|.gg|.ai";
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_graphic())
            .count();
        let token = &chars[at..at + run];
        let host = (1..run).find(|index| {
            token[*index] == '.'
                && begins(token, *index, ENDINGS)
                && token[index - 1].is_ascii_alphanumeric()
                && {
                    let behind = token[index + 1..]
                        .iter()
                        .take_while(|c| c.is_ascii_alphabetic())
                        .count()
                        + index
                        + 1;
                    token.get(behind).is_none_or(|c| {
                        matches!(c, '/' | '?' | ':' | '.' | ',' | ')' | '#' | '"' | '\'')
                    }) && behind <= index + 5
                }
        });
        let scheme = (0..run).find(|index| begins(token, *index, "://|www."));
        if run > 3 && (host.is_some() || scheme.is_some()) {
            found.push((at, at + run));
        }
        at += run.max(1);
    }
    found
}
