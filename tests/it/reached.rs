//! Everything that a person can come to see, and how it is said.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::TimeDelta;
use gilbot::dialogue::crawl::{Reached, crawl};
use gilbot::dialogue::event::Event;
use gilbot::dialogue::press::Press;
use gilbot::dialogue::screen::Screen;
use gilbot::dialogue::state::{Dialogue, Remark, State};
use gilbot::dialogue::text::{Arg, Text};
use gilbot::dialogue::{transition, view};
use gilbot::locales::{Language, Said, Words};

use gilbot::gallery::starts::{heard, now, starts};

/// Our words, read once.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load().expect("the texts are Fluent"));

/// Everything reached by pressing on from all starts together; and, however alike they are, each start itself and all
/// that is one press away from it: there numbers are at their largest and labels at their longest.
pub static REACHED: LazyLock<Vec<Reached>> = LazyLock::new(|| {
    let mut all = Vec::new();
    crawl(starts(), now(), |reached| {
        all.push(seen(reached.dialogue.clone(), reached.depth));
    });
    for start in starts() {
        for press in view(&start, now()).presses() {
            let (next, _) = transition(start.clone(), Event::Pressed(press), now());
            all.push(seen(next, 1));
        }
        all.push(seen(start, 0));
    }
    let walking = all
        .iter()
        .filter(|reached| matches!(reached.dialogue.state, State::Walking(_)));
    let aged: Vec<Reached> = walking.map(read_long_after).collect();
    all.extend(aged);
    all
});

/// The same screen when its sources have not been read for long.
fn read_long_after(reached: &Reached) -> Reached {
    Reached {
        screen: view(&reached.dialogue, now() + TimeDelta::days(400)),
        dialogue: reached.dialogue.clone(),
        depth: reached.depth,
        leads: Vec::new(),
    }
}

fn seen(dialogue: Dialogue, depth: usize) -> Reached {
    Reached {
        screen: view(&dialogue, now()),
        dialogue,
        depth,
        leads: Vec::new(),
    }
}

/// Every press that is offered anywhere, each once.
pub fn presses() -> Vec<Press> {
    let mut known = HashSet::new();
    let offered = REACHED.iter().flat_map(|reached| reached.screen.presses());
    offered.filter(|press| known.insert(*press)).collect()
}

/// A screen in Korean.
pub fn said(screen: &Screen) -> Said {
    WORDS.screen(Language::Korean, screen)
}

/// The ids of all that stands on a screen, also of what is put into other texts.
pub fn texts(screen: &Screen) -> Vec<String> {
    let mut ids = Vec::new();
    let labels = screen.rows.iter().flatten().map(|button| &button.label);
    for text in screen.paragraphs.iter().chain(labels) {
        tell(text, &mut ids);
    }
    ids
}

fn tell(text: &Text, ids: &mut Vec<String>) {
    ids.push(text.id.to_string());
    for (_, arg) in &text.args {
        match arg {
            Arg::Text(text) => tell(text, ids),
            Arg::Lines(lines) => lines.iter().for_each(|line| tell(line, ids)),
            Arg::Number(_) | Arg::Words(_) | Arg::Day(_) | Arg::Month(..) | Arg::Moment(..) => {}
        }
    }
}

/// Home with each of these words above it.
pub fn remarked(remark: Remark) -> Screen {
    let dialogue = Dialogue {
        remark: Some(remark),
        ..heard()
    };
    view(&dialogue, now())
}
