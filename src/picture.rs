//! A certificate as a picture: today, the notices and the last valid day on one line, readable on a phone.
//!
//! Facts in, an SVG of rectangles, circles and the outlines of letters, and from it a PNG. A person's own words are never
//! drawn: they stand in the caption, which says the same as the picture.

pub mod funnel;
pub mod lettering;
mod line;

use std::fmt::Write;

use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Transform, Tree};

use crate::dialogue::settings::Language;
use crate::dialogue::text::Text;
use crate::dialogue::timeline::Timeline;
use crate::locales::Words;
use lettering::{Anchor, outline};

/// Pixels: twice the width of a small phone, so that letters stay sharp there.
pub const WIDTH: u32 = 720;
pub const HEIGHT: u32 = 480;

/// Room at the sides.
const MARGIN: f32 = 40.0;

const PAPER: &str = "#faf7f2";
const INK: &str = "#22303c";
const PALE_INK: &str = "#566370";
/// By how near the last valid day is: far, within thirty days, past.
const CALM: &str = "#15686b";
const SOON: &str = "#a85400";
const PAST: &str = "#b3261e";

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("the drawing is no SVG: {0}")]
    Unreadable(#[from] resvg::usvg::Error),
    #[error("there is no room for the pixels")]
    NoRoom,
    #[error("the pixels could not be written: {0}")]
    Unwritable(String),
}

/// The picture of this line as a PNG. It takes some milliseconds of work: not for a thread that others wait for.
///
/// # Errors
/// When it cannot be drawn, which depends on nothing but the machine.
pub fn png(
    timeline: &Timeline,
    words: &Words,
    language: Language,
) -> Result<Vec<u8>, PictureError> {
    pixels(&svg(timeline, words, language))
}

/// An SVG as a PNG.
fn pixels(svg: &str) -> Result<Vec<u8>, PictureError> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PictureError::NoRoom)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let png = pixels.encode_png();
    png.map_err(|error| PictureError::Unwritable(error.to_string()))
}

/// The same as an SVG. Letters are outlines, so that it looks the same everywhere.
pub fn svg(timeline: &Timeline, words: &Words, language: Language) -> String {
    let mut drawing = Drawing::of(HEIGHT);
    let accent = accent(timeline);
    let say = |text: Text| words.plain(language, &text);
    drawing.text(&say(Text::new("picture-maker")), 27.0, 62.0, PALE_INK);
    drawing.text(&say(headline(timeline)), 78.0, 152.0, accent);
    drawing.text(&say(until(timeline)), 40.0, 214.0, INK);
    line::draw(&mut drawing, timeline, accent, |mark| {
        line::said(mark, words, language)
    });
    drawing.ended()
}

fn accent(timeline: &Timeline) -> &'static str {
    match timeline.days_left() {
        ..0 => PAST,
        0..=30 => SOON,
        _ => CALM,
    }
}

fn headline(timeline: &Timeline) -> Text {
    match timeline.days_left() {
        days @ ..0 => Text::new("picture-past").with("days", -days),
        0 => Text::new("picture-last-day"),
        days => Text::new("picture-left").with("days", days),
    }
}

fn until(timeline: &Timeline) -> Text {
    let id = match timeline.days_left() {
        ..0 => "picture-was-until",
        _ => "picture-until",
    };
    Text::new(id).with("date", timeline.expires_on)
}

/// An SVG that is being written.
struct Drawing(String);

impl Drawing {
    fn of(height: u32) -> Self {
        let mut drawing = Self(format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">"#
        ));
        drawing.put(format_args!(
            r#"<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>"#
        ));
        drawing
    }

    /// A line of letters from the left margin; smaller where it would not fit.
    fn text(&mut self, text: &str, size: f32, y: f32, fill: &str) {
        self.text_within(text, size, y, fill, WIDTH as f32 - 2.0 * MARGIN);
    }

    /// The same where there is less room.
    fn text_within(&mut self, text: &str, size: f32, y: f32, fill: &str, room: f32) {
        let wide = lettering::width(text, size).max(1.0);
        self.text_at(text, size * (room / wide).min(1.0), MARGIN, y, fill);
    }

    fn text_at(&mut self, text: &str, size: f32, x: f32, y: f32, fill: &str) {
        self.letters(&outline(text, size, x, y, Anchor::Start), fill);
    }

    fn letters(&mut self, path: &str, fill: &str) {
        self.put(format_args!(r#"<path fill="{fill}" d="{path}"/>"#));
    }

    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(element);
    }

    fn ended(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}
