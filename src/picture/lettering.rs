//! Letters as outlines, so that whoever draws needs neither a font nor a shaper.
//!
//! The font holds the letters of `picture.ftl` of every language, of dates, of the titles of steps and of the names in the
//! operator's picture: `scripts/font.sh` makes it.

use std::fmt::Write;
use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// Noto Sans KR Bold, a part of it; the licence stands beside it.
const FONT: &[u8] = include_bytes!("../../assets/gilbot-sans.otf");

/// `None` only if the file is no font, which a test would tell.
static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(FONT, 0).ok());

/// Where a line of letters stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
}

/// The letters of this text that the font does not have.
pub fn missing(text: &str) -> Vec<char> {
    let has = |letter: char| {
        FACE.as_ref()
            .is_some_and(|face| face.glyph_index(letter).is_some())
    };
    text.chars().filter(|letter| !has(*letter)).collect()
}

/// How wide a text is at this size, in pixels.
pub fn width(text: &str, size: f32) -> f32 {
    let Some(face) = FACE.as_ref() else {
        return 0.0;
    };
    let advances = glyphs(face, text).map(|glyph| advance(face, glyph));
    advances.sum::<f32>() * scale(face, size)
}

/// The outline of a text as the data of an SVG path. `y` is its base line.
pub fn outline(text: &str, size: f32, x: f32, y: f32, anchor: Anchor) -> String {
    let Some(face) = FACE.as_ref() else {
        return String::new();
    };
    let x = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width(text, size) / 2.0,
    };
    let mut pen = Pen {
        path: String::new(),
        scale: scale(face, size),
        x,
        y,
    };
    for glyph in glyphs(face, text) {
        // A blank has no outline.
        face.outline_glyph(glyph, &mut pen);
        pen.x += advance(face, glyph) * pen.scale;
    }
    pen.path
}

fn glyphs<'a>(face: &'a Face<'_>, text: &'a str) -> impl Iterator<Item = GlyphId> + 'a {
    text.chars()
        .map(|letter| face.glyph_index(letter).unwrap_or_default())
}

fn advance(face: &Face<'_>, glyph: GlyphId) -> f32 {
    face.glyph_hor_advance(glyph).map_or(0.0, f32::from)
}

fn scale(face: &Face<'_>, size: f32) -> f32 {
    size / f32::from(face.units_per_em())
}

/// Writes outlines of a font, whose y grows upwards, as a path, whose y grows downwards.
struct Pen {
    path: String,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (x, y) in points {
            let (x, y) = (self.x + x * self.scale, self.y - y * self.scale);
            // Writing to a string cannot fail. A tenth of a pixel is finer than an eye sees.
            let _ = write!(self.path, "{x:.1} {y:.1} ");
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}
