//! The line with its marks.
//!
//! Days are not drawn to scale: two years beside one day would leave the last marks on top of each other. The more days
//! lie between two marks, the further apart they are, and never too near for their words, which stand above and below the
//! line in turn.

use super::lettering::{Anchor, outline, width};
use super::{Drawing, INK, MARGIN, PALE_INK, PAPER, PAST, SOON, WIDTH};
use crate::dialogue::reminder::Stage;
use crate::dialogue::settings::Language;
use crate::dialogue::text::Text;
use crate::dialogue::timeline::{Mark, Marked, Timeline};
use crate::locales::{Words, dates};

/// The height of the line, and where the first and the last mark are at most.
const Y: f32 = 350.0;
const FROM: f32 = 84.0;
const TO: f32 = WIDTH as f32 - 84.0;
/// The least distance between two marks, where there is room.
const NEAREST: f32 = 86.0;

const NAME_SIZE: f32 = 33.0;
const DAY_SIZE: f32 = 28.0;
/// The base lines of a mark's name and day, above and below the line.
const ABOVE: [f32; 2] = [Y - 65.0, Y - 30.0];
const BELOW: [f32; 2] = [Y + 58.0, Y + 93.0];

const TRACK: &str = "#ddd5c7";

/// The words at a mark: what it is, and its day.
pub fn said(mark: &Mark, words: &Words, language: Language) -> [String; 2] {
    let name = match mark.what {
        Marked::Today => "picture-mark-today",
        Marked::Again => "picture-mark-again",
        Marked::Notice(Stage::D90) => "picture-mark-d90",
        Marked::Notice(Stage::D30) => "picture-mark-d30",
        Marked::Notice(Stage::D7) => "picture-mark-d7",
        Marked::Notice(Stage::D1) => "picture-mark-d1",
        Marked::Notice(Stage::Expired) => "picture-mark-after",
        Marked::Expiry => "picture-mark-expiry",
    };
    let name = words.plain(language, &Text::new(name));
    [name, dates::short_day(language, mark.day)]
}

pub fn draw(
    drawing: &mut Drawing,
    timeline: &Timeline,
    accent: &str,
    said: impl Fn(&Mark) -> [String; 2],
) {
    let places = places(&timeline.marks);
    let place_of = |what: Marked| {
        let mut marks = timeline.marks.iter().zip(&places);
        marks.find(|(mark, _)| mark.what == what).map(|(_, x)| *x)
    };
    let ends = places.first().copied().zip(places.last().copied());
    stroke(drawing, ends, TRACK);
    stroke(
        drawing,
        place_of(Marked::Today).zip(place_of(Marked::Expiry)),
        accent,
    );
    for (at, (mark, x)) in timeline.marks.iter().zip(&places).enumerate() {
        let heights = if at % 2 == 0 { ABOVE } else { BELOW };
        dot(drawing, mark, *x);
        let [name, day] = said(mark);
        words(drawing, &name, NAME_SIZE, *x, heights[0], ink(mark));
        words(drawing, &day, DAY_SIZE, *x, heights[1], PALE_INK);
    }
}

/// Where each mark stands, from left to right.
fn places(marks: &[Mark]) -> Vec<f32> {
    let gaps = marks.windows(2).map(|pair| match pair {
        [earlier, later] => (later.day - earlier.day).num_days() as f32,
        _ => 0.0,
    });
    let weights: Vec<f32> = gaps.map(|days| (1.0 + days).ln()).collect();
    let room = TO - FROM;
    let nearest = NEAREST.min(room / weights.len().max(1) as f32);
    let free = room - nearest * weights.len() as f32;
    let whole = weights.iter().sum::<f32>().max(f32::EPSILON);
    let steps = weights.iter().scan(FROM, |x, weight| {
        *x += nearest + free * weight / whole;
        Some(*x)
    });
    [FROM].into_iter().chain(steps).collect()
}

fn stroke(drawing: &mut Drawing, ends: Option<(f32, f32)>, colour: &str) {
    if let Some((from, to)) = ends {
        drawing.put(format_args!(
            r#"<path d="M{from:.1} {Y}H{to:.1}" stroke="{colour}" stroke-width="10" stroke-linecap="round"/>"#
        ));
    }
}

fn dot(drawing: &mut Drawing, mark: &Mark, x: f32) {
    let (radius, fill, edge) = match mark.what {
        Marked::Today => (17.0, INK, PAPER),
        Marked::Expiry => (17.0, PAST, PAPER),
        Marked::Again | Marked::Notice(_) => (13.0, PAPER, SOON),
    };
    drawing.put(format_args!(
        r#"<circle cx="{x:.1}" cy="{Y}" r="{radius}" fill="{fill}" stroke="{edge}" stroke-width="6"/>"#
    ));
}

fn ink(mark: &Mark) -> &'static str {
    match mark.what {
        Marked::Expiry => PAST,
        Marked::Today | Marked::Again | Marked::Notice(_) => INK,
    }
}

/// Words in the middle over or under a mark, but never beyond the margin.
fn words(drawing: &mut Drawing, text: &str, size: f32, x: f32, y: f32, fill: &str) {
    let half = width(text, size) / 2.0;
    let most = WIDTH as f32 - MARGIN / 2.0 - half;
    let x = x.min(most).max(MARGIN / 2.0 + half);
    drawing.letters(&outline(text, size, x, y, Anchor::Middle), fill);
}
