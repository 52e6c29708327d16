//! How long the tests go on: a short selection always, the long one with `GILBOT_FAULTS=long`.

use std::fmt::Display;
use std::fs::OpenOptions;
use std::io::Write;
use std::ops::Range;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

fn is_long() -> bool {
    std::env::var("GILBOT_FAULTS").is_ok_and(|length| length == "long")
}

/// One of the two, by the length that was chosen.
pub fn of_length<T>(short: T, long: T) -> T {
    if is_long() { long } else { short }
}

/// The rounds of a test, each with a seed of its own; `GILBOT_SEED=n` plays that one alone.
pub fn rounds(short: u64, long: u64) -> Range<u64> {
    match std::env::var("GILBOT_SEED") {
        Ok(seed) => {
            let seed = seed.parse().expect("GILBOT_SEED is a number");
            seed..seed + 1
        }
        Err(_) => 0..of_length(short, long),
    }
}

/// Tells what was measured: into the file that `GILBOT_FAULTS_NOTES` names, for the summary, and to whoever looks on.
pub fn note(test: &str, rounds: Range<u64>, measured: impl Display) {
    let count = rounds.end - rounds.start;
    println!("{test}: {count} rounds, {measured}");
    if let Ok(path) = std::env::var("GILBOT_FAULTS_NOTES") {
        let file = OpenOptions::new().create(true).append(true).open(path);
        let line = format!("{test}|{count}|{measured}\n");
        let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
        written.expect("the notes can be written");
    }
}

/// Chance, the same for the same seed.
pub struct Dice(StdRng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// A number below this one.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0.random_range(0..limit)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A time between these two.
    pub fn millis(&mut self, between: Range<u64>) -> Duration {
        Duration::from_millis(self.0.random_range(between))
    }
}
