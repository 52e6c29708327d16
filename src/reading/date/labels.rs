//! What the words beside a date call it: 발급, 만료.

use super::mention::Mention;
use crate::reading::lexicon::begins;

/// What the words beside a mention call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Issue,
    Expiry,
}

/// What each mention is called. Labels stand before the dates («발급 … / 만료 …») or behind
/// them («… 발급, … 만료»); which of the two shows in the words before the first.
pub(super) fn labels(chars: &[char], runs: &[Mention]) -> Vec<Option<Label>> {
    let mut labels = vec![None; runs.len()];
    let Some(first) = runs.first() else {
        return labels;
    };
    let before_first = found_labels(&chars[..first.start]);
    let leading = !before_first.is_empty();
    labels[0] = before_first.last().copied();
    for index in 0..runs.len() {
        let end = runs
            .get(index + 1)
            .map_or(chars.len(), |next| next.start.max(runs[index].end));
        let behind = found_labels(&chars[runs[index].end..end]);
        match (behind.as_slice(), index + 1 < runs.len()) {
            ([], _) => {}
            ([only], true) if leading => labels[index + 1] = Some(*only),
            ([only], _) => labels[index] = labels[index].or(Some(*only)),
            ([near, .., far], true) => {
                labels[index] = labels[index].or(Some(*near));
                labels[index + 1] = Some(*far);
            }
            ([near, ..], false) => labels[index] = labels[index].or(Some(*near)),
        }
    }
    labels
}

pub(super) fn found_labels(chars: &[char]) -> Vec<Label> {
    (0..chars.len())
        .filter_map(|at| {
            if begins(
                chars,
                at,
                "발급|발행|개시|시작|issued|issue|start|만든 날|만든날|받은 날|받은날",
            ) {
                Some(Label::Issue)
            } else if begins(
                chars,
                at,
                "만료|만기|종료|까지|expir|until|expiry|끝나|끝남",
            ) {
                Some(Label::Expiry)
            } else {
                None
            }
        })
        .collect()
}
