//! A way as a picture: for each step a bar as long as people came to it, and in another colour those who were stuck.

use super::{Drawing, INK, MARGIN, PALE_INK, PAST, PictureError, WIDTH, lettering, pixels};

/// From one step to the next.
const STEP: f32 = 58.0;
/// Above the first step: the heading and the name of the way.
const HEAD: f32 = 156.0;
/// Below the last one.
const FOOT: f32 = 28.0;
const BAR: f32 = 14.0;
const CAME: &str = "#3f6ea8";
const TRACK: &str = "#e6e0d6";

/// One way, in words that the font has.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    pub name: String,
    pub steps: Vec<Rung>,
}

/// One step of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    pub name: String,
    /// What stands at the right.
    pub numbers: String,
    /// How long the bar is, from 0 to 1.
    pub came: f32,
    /// How much of the bar has the other colour, from 0 to 1.
    pub stuck: f32,
}

/// The picture of this way as a PNG.
///
/// # Errors
/// Those of [`png`](super::png).
pub fn png(heading: &str, funnel: &Funnel) -> Result<Vec<u8>, PictureError> {
    pixels(&svg(heading, funnel))
}

/// The same as an SVG.
pub fn svg(heading: &str, funnel: &Funnel) -> String {
    let height = HEAD + STEP * funnel.steps.len() as f32 + FOOT;
    let mut drawing = Drawing::of(height.ceil() as u32);
    drawing.text(heading, 24.0, 56.0, PALE_INK);
    drawing.text(&funnel.name, 34.0, HEAD - 22.0, INK);
    for (at, rung) in funnel.steps.iter().enumerate() {
        step(&mut drawing, rung, HEAD + STEP * at as f32);
    }
    drawing.ended()
}

/// The name and the numbers on one line, and the bar below them. `y` is the top.
fn step(drawing: &mut Drawing, rung: &Rung, y: f32) {
    let room = WIDTH as f32 - 2.0 * MARGIN;
    let numbers = lettering::width(&rung.numbers, 22.0);
    drawing.text_within(&rung.name, 24.0, y + 24.0, INK, room - numbers - 16.0);
    drawing.text_at(
        &rung.numbers,
        22.0,
        MARGIN + room - numbers,
        y + 24.0,
        PALE_INK,
    );
    let came = room * rung.came.clamp(0.0, 1.0);
    let bars = [
        (room, TRACK),
        (came, CAME),
        (came * rung.stuck.clamp(0.0, 1.0), PAST),
    ];
    for (width, fill) in bars {
        let y = y + 32.0;
        drawing.put(format_args!(
            r#"<rect x="{MARGIN}" y="{y}" width="{width:.1}" height="{BAR}" rx="4" fill="{fill}"/>"#
        ));
    }
}
