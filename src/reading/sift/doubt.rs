//! What speaks against a number being a secret: examples, errors, dates; and what outweighs it.

use super::context::{Candidate, looked_through};
use super::example;
use super::labels::{self, Label, Meaning};
use super::nearness::{Distance, distance, distance_behind};
use crate::reading::lexicon::{begins, past_blanks};

/// A made-up value, or one that the sentence forbids.
pub(super) fn invented(chars: &[char], candidate: &Candidate) -> bool {
    example::is_marked(chars, candidate.start, candidate.end)
        || (example::is_pattern(&candidate.digits) && example::is_forbidden(chars, candidate.end))
}

/// «비밀번호 … 3012 라고 떠요», «3012 오류»: an error, not a password.
pub(super) fn says_error(
    chars: &[char],
    candidate: &Candidate,
    before: Option<&Label>,
    distance: Option<Distance>,
) -> bool {
    let behind = past_blanks(chars, candidate.end);
    if begins(chars, behind, "오류|에러|번 오류|번 에러|error") {
        return true;
    }
    let password = before.is_some_and(|label| label.meaning == Meaning::Password);
    let touching = distance == Some(Distance::Touching);
    let shown = begins(
        chars,
        behind,
        "라고 떠|라고 뜨|라고 나|이라고 떠|이라고 뜨|이라고 나|떠요|뜨네|뜹니|떴|이 떠|가 떠|이 뜨|가 뜨|라고 뜹",
    );
    password && !touching && shown
}

/// Whether a word for a secret leaves no doubt even of digits that read as a date: right before
/// them («비번은 261122»), or behind them as what they are («261122 가 비번»).
pub(super) fn touched_by_secret(chars: &[char], labels: &[Label], candidate: &Candidate) -> bool {
    let secret = |label: &&Label| {
        !label.meaning.is_harmless()
            && !matches!(
                label.meaning,
                Meaning::Date | Meaning::Letter | Meaning::Phone
            )
    };
    let before = looked_through(labels::before(labels, candidate.start).iter().rev());
    let touching =
        |label: &Label| distance(chars, label.end, candidate.start) == Distance::Touching;
    if before.filter(secret).any(touching) {
        return true;
    }
    let subject = begins(
        chars,
        candidate.end,
        "이 |가 | 이 | 가 | 이게| 이거| 요게|이게|이거",
    );
    let behind = labels::behind(labels, candidate.end)
        .iter()
        .take(2)
        .find(secret);
    behind.is_some_and(|label| {
        let named = begins(
            chars,
            label.end,
            "예요|이에요|에요|입니다|임|이야|인데|이고|맞|번호예|번호입",
        );
        let close = distance_behind(chars, candidate.end, label.start) == Distance::Touching;
        close && (subject || named)
    })
}
