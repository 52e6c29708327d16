//! What of a message counts.

use super::plain::{Plain, sounds};
use super::understood::Vocabulary;

/// One thing that a message has or has not. How often does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Feature {
    /// Three sounds in a row.
    Three([char; 3]),
    /// Four sounds in a row.
    Four([char; 4]),
    /// A sense is there.
    Sense(usize),
    /// Two senses are there, the smaller number first.
    Both(usize, usize),
    /// No sense is there.
    Senseless,
    /// At least so many letters belong to nothing known.
    Strange(usize),
    /// At least so many fifths of the letters belong to nothing known.
    StrangeFifths(usize),
}

impl Feature {
    /// How much it counts before anything is learnt: senses far more than mere sounds.
    pub fn weight(self) -> f32 {
        match self {
            Feature::Three(_) | Feature::Four(_) => 0.5,
            Feature::Sense(_) | Feature::Senseless => 3.0,
            Feature::Both(..) => 1.5,
            Feature::Strange(_) | Feature::StrangeFifths(_) => 1.0,
        }
    }
}

/// The features of a message, each once, in order.
pub(super) fn features(plain: &Plain, vocabulary: &Vocabulary) -> Vec<Feature> {
    let mut features = Vec::new();
    push_sounds(plain, &mut features);
    let understood = vocabulary.understand(plain);
    let senses = &understood.senses;
    features.extend(senses.iter().copied().map(Feature::Sense));
    for (place, one) in senses.iter().enumerate() {
        features.extend(
            senses[place + 1..]
                .iter()
                .map(|other| Feature::Both(*one, *other)),
        );
    }
    if senses.is_empty() {
        features.push(Feature::Senseless);
    }
    let strange = understood.strange;
    features.extend(
        STRANGE_STEPS
            .into_iter()
            .filter(|least| strange >= *least)
            .map(Feature::Strange),
    );
    let is_share = |fifths: &usize| strange * 5 >= plain.letters.len() * fifths;
    features.extend((1..=4).filter(is_share).map(Feature::StrangeFifths));
    features.sort_unstable();
    features.dedup();
    features
}

const STRANGE_STEPS: [usize; 7] = [1, 2, 3, 4, 6, 8, 11];

/// Where a message begins and ends counts like a sound.
fn push_sounds(plain: &Plain, features: &mut Vec<Feature>) {
    let mut row = vec!['^'];
    row.extend(sounds(&plain.letters));
    row.push('$');
    features.extend(row.array_windows::<3>().copied().map(Feature::Three));
    features.extend(row.array_windows::<4>().copied().map(Feature::Four));
}
