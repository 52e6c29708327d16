//! What speaks for which outcome: a weight for every feature and outcome, learnt from samples.
//!
//! This is logistic regression with many outcomes, learnt sample by sample, each feature at its own pace (AdaGrad).
//! The same samples give the same model.

use std::collections::HashMap;

use super::features::Feature;

/// What was said, and which outcome is right, sample after sample. All of them lie in one piece, so that the memory goes
/// back to the system in one piece when they have been learnt.
#[derive(Default)]
pub(super) struct Samples {
    features: Vec<Feature>,
    /// For each sample, where its features end, and its outcome.
    ends: Vec<(usize, usize)>,
}

impl Samples {
    pub fn push(&mut self, features: &[Feature], outcome: usize) {
        self.features.extend_from_slice(features);
        self.ends.push((self.features.len(), outcome));
    }

    fn iter(&self) -> impl Iterator<Item = (&[Feature], usize)> {
        let mut begin = 0;
        self.ends.iter().map(move |(end, outcome)| {
            let features = &self.features[begin..*end];
            begin = *end;
            (features, *outcome)
        })
    }
}

/// How often all samples are gone through.
const ROUNDS: usize = 8;
/// The pace at which a feature begins to learn.
const PACE: f32 = 1.0;
/// A feature seen in fewer samples says nothing about other messages.
const SEEN_MIN: u32 = 2;
/// Errors smaller than this teach nothing.
const ERROR_MIN: f32 = 0.002;

/// A learnt model.
pub(super) struct Model {
    numbers: HashMap<Feature, u32>,
    /// By feature: how much it counts in a message.
    strengths: Vec<f32>,
    /// By feature and outcome, one row a feature.
    weights: Vec<f32>,
    outcomes: usize,
}

/// A feature by its number, and how much it counts; the squares of a message add up to one.
type Part = (u32, f32);

impl Model {
    /// Learns; `outcomes` is one more than the greatest outcome of a sample.
    pub fn learn(samples: &Samples, outcomes: usize) -> Self {
        let mut model = Self::unlearnt(samples, outcomes);
        let mut parts = Vec::with_capacity(samples.features.len());
        let vectors: Vec<(std::ops::Range<usize>, usize)> = samples
            .iter()
            .map(|(features, outcome)| {
                let begin = parts.len();
                model.push_vector(features, &mut parts);
                (begin..parts.len(), outcome)
            })
            .collect();
        let mut paces = vec![1e-4; model.strengths.len()];
        let mut order: Vec<usize> = (0..vectors.len()).collect();
        let mut shuffle = Shuffle(12_345);
        for _ in 0..ROUNDS {
            shuffle.shuffle(&mut order);
            for sample in &order {
                let (range, outcome) = &vectors[*sample];
                model.learn_one(&parts[range.clone()], *outcome, &mut paces);
            }
        }
        model
    }

    /// How likely each outcome is; together they are one.
    pub fn chances(&self, features: &[Feature]) -> Vec<f32> {
        let mut vector = Vec::with_capacity(features.len());
        self.push_vector(features, &mut vector);
        self.chances_of(&vector)
    }

    fn unlearnt(samples: &Samples, outcomes: usize) -> Self {
        let mut seen: HashMap<Feature, u32> = HashMap::new();
        for feature in &samples.features {
            *seen.entry(*feature).or_default() += 1;
        }
        let mut kept: Vec<(Feature, u32)> = seen
            .into_iter()
            .filter(|(_, times)| *times >= SEEN_MIN)
            .collect();
        kept.sort_unstable();
        let rarity = |times: u32| (samples.ends.len() as f32 / times as f32).ln().max(0.1);
        Self {
            strengths: kept
                .iter()
                .map(|(feature, times)| feature.weight() * rarity(*times))
                .collect(),
            weights: vec![0.0; kept.len() * outcomes],
            numbers: kept
                .iter()
                .zip(0..)
                .map(|((feature, _), number)| (*feature, number))
                .collect(),
            outcomes,
        }
    }

    /// What of these features the model knows, behind what is there already.
    fn push_vector(&self, features: &[Feature], parts: &mut Vec<Part>) {
        let begin = parts.len();
        let known = features
            .iter()
            .filter_map(|feature| self.numbers.get(feature));
        parts.extend(known.map(|number| (*number, self.strengths[*number as usize])));
        let vector = &mut parts[begin..];
        let length = vector
            .iter()
            .map(|(_, strength)| strength * strength)
            .sum::<f32>()
            .sqrt();
        for (_, strength) in vector {
            *strength /= length;
        }
    }

    /// The weights of a feature, by outcome.
    fn row(&self, number: u32) -> &[f32] {
        &self.weights[number as usize * self.outcomes..][..self.outcomes]
    }

    fn chances_of(&self, vector: &[Part]) -> Vec<f32> {
        let mut scores = vec![0.0_f32; self.outcomes];
        for (number, strength) in vector {
            for (score, weight) in scores.iter_mut().zip(self.row(*number)) {
                *score += weight * strength;
            }
        }
        let greatest = scores.iter().copied().fold(f32::MIN, f32::max);
        for score in &mut scores {
            *score = (*score - greatest).exp();
        }
        let sum: f32 = scores.iter().sum();
        for score in &mut scores {
            *score /= sum;
        }
        scores
    }

    fn learn_one(&mut self, vector: &[Part], outcome: usize, paces: &mut [f32]) {
        let mut errors = self.chances_of(vector);
        errors[outcome] -= 1.0;
        let size: f32 = errors.iter().map(|error| error * error).sum();
        let large = errors
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, error)| error.abs() >= ERROR_MIN);
        let large: Vec<(usize, f32)> = large.collect();
        for (number, strength) in vector {
            let number = *number as usize;
            paces[number] += size * strength * strength;
            let step = PACE * strength / paces[number].sqrt();
            let row = &mut self.weights[number * self.outcomes..][..self.outcomes];
            for (place, error) in &large {
                row[*place] -= step * error;
            }
        }
    }
}

/// A simple generator (Knuth's MMIX): good enough to mix the samples, and always the same.
struct Shuffle(u64);

impl Shuffle {
    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            order.swap(last, self.below(last + 1));
        }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}
