//! Walks every dialogue that can be reached by pressing what is seen.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, VecDeque};

use chrono::{DateTime, Utc};

use super::event::Event;
use super::press::Press;
use super::screen::Screen;
use super::state::{Dialogue, State};
use super::text::{Arg, Text};
use super::{transition, view};

/// A dialogue that was reached, and what it shows.
pub struct Reached {
    pub dialogue: Dialogue,
    pub screen: Screen,
    /// How many presses lead here from where the walk began.
    pub depth: usize,
    /// Every press that is offered, and the number of the dialogue that it leads to: the first that is seen is number 0.
    pub leads: Vec<(Press, usize)>,
}

/// Presses everything that is offered, beginning at these dialogues, and hands each new one to `see`.
///
/// Two dialogues count as one when they are in the same room with the same plan and say the same texts: dates, counts
/// and ticks do not make a new one. So every text and every press is reached, and the walk ends.
pub fn crawl(
    starts: impl IntoIterator<Item = Dialogue>,
    now: DateTime<Utc>,
    mut see: impl FnMut(&Reached),
) {
    let mut walk = Walk {
        numbers: HashMap::new(),
        waiting: VecDeque::new(),
        now,
    };
    for dialogue in starts {
        walk.enter(dialogue, 0);
    }
    while let Some(mut reached) = walk.waiting.pop_front() {
        let presses: Vec<Press> = reached.screen.presses().collect();
        for press in presses {
            let event = Event::Pressed(press);
            let (next, _) = transition(reached.dialogue.clone(), event, now);
            let number = walk.enter(next, reached.depth + 1);
            reached.leads.push((press, number));
        }
        see(&reached);
    }
}

struct Walk {
    /// The dialogues that were met, by their likeness, in the order in which they will be seen.
    numbers: HashMap<String, usize>,
    waiting: VecDeque<Reached>,
    now: DateTime<Utc>,
}

impl Walk {
    /// The number of this dialogue, which waits to be seen if it is a new one.
    fn enter(&mut self, dialogue: Dialogue, depth: usize) -> usize {
        let screen = view(&dialogue, self.now);
        let next = self.numbers.len();
        match self.numbers.entry(likeness(&dialogue, &screen)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => {
                self.waiting.push_back(Reached {
                    dialogue,
                    screen,
                    depth,
                    leads: Vec::new(),
                });
                *free.insert(next)
            }
        }
    }
}

/// What makes two dialogues alike: room, plan, and the ids of all that is said.
fn likeness(dialogue: &Dialogue, screen: &Screen) -> String {
    let mut likeness = match &dialogue.state {
        State::Result(walk) | State::Finished(walk) => format!("{walk:?}"),
        State::Walking(spot) => format!("{:?}", spot.walk),
        State::Stuck(spot, _) => spot.step.0.to_owned(),
        State::Choosing(choosing) => format!("{:?}", choosing.answers),
        State::Preparing(preparing) => format!("{:?}", preparing.walk),
        State::Dating(talk) => format!("{} {:?}", talk.at.is_about_issue(), talk.walk),
        State::Home
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => String::new(),
    };
    for text in &screen.paragraphs {
        tell(&mut likeness, text);
    }
    for button in screen.rows.iter().flatten() {
        // A tick changes the label of its button and nothing else.
        if !button.label.id.starts_with("button-item-") {
            tell(&mut likeness, &button.label);
        }
    }
    likeness
}

fn tell(likeness: &mut String, text: &Text) {
    likeness.push(' ');
    likeness.push_str(&text.id);
    for (_, arg) in &text.args {
        match arg {
            Arg::Text(text) => tell(likeness, text),
            // How many lines there are does not matter, only what is said in some.
            Arg::Lines(lines) => {
                let kinds: BTreeMap<&str, &Text> =
                    lines.iter().map(|line| (&*line.id, line)).collect();
                kinds.values().for_each(|line| tell(likeness, line));
            }
            Arg::Number(_) | Arg::Words(_) | Arg::Day(_) | Arg::Month(..) | Arg::Moment(..) => {}
        }
    }
}
