//! Every screen of one language, each once.

use std::collections::{BTreeSet, HashMap};

use super::starts::{now, starts};
use crate::dialogue::crawl::{Reached, crawl};
use crate::dialogue::screen::{Does, Screen};
use crate::dialogue::state::Dialogue;
use crate::dialogue::text::{Arg, Text};
use crate::locales::{Language, Said, Words, rooms};
use crate::telegram::press_data;

/// The screens that a person who speaks this language can come to.
pub struct Wing {
    pub language: Language,
    /// By room, and in a room in the order of being reached.
    pub screens: Vec<Shown>,
}

/// One screen. Two that look alike and whose buttons mean the same are one, however they were come to.
pub struct Shown {
    pub room: &'static str,
    /// Which of its room, from 1.
    pub number: usize,
    pub said: Said,
    /// Every text that stands on it, also those within others.
    pub lines: BTreeSet<Line>,
    /// The presses that lead here by the shortest way.
    pub depth: usize,
    /// Where each button leads, in the order of the keyboard: more than one place, if that hangs on the way come.
    pub leads: Vec<Vec<Anchor>>,
    /// The same screen in the other languages.
    pub also: Vec<Anchor>,
}

/// A text as it stands on a screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    pub id: String,
    /// HTML as Telegram understands it.
    pub said: String,
}

/// A screen of some wing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anchor {
    pub language: Language,
    pub room: &'static str,
    pub number: usize,
}

impl Shown {
    pub fn anchor(&self, language: Language) -> Anchor {
        Anchor {
            language,
            room: self.room,
            number: self.number,
        }
    }
}

/// All that was come to by beginning in one language; some of it, after another was chosen, is of that one.
#[derive(Default)]
pub(super) struct Walked {
    /// Each screen once, the nearest first.
    views: Vec<View>,
    /// Every dialogue that was reached.
    met: Vec<Met>,
}

struct View {
    language: Language,
    looks: String,
    shown: Shown,
}

struct Met {
    /// Which view it has.
    view: usize,
    /// For each button the number of the dialogue that it leads to.
    leads: Vec<Option<usize>>,
}

pub(super) fn walk(words: &Words, language: Language) -> Walked {
    let mut walked = Walked::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    let starts = starts().into_iter().map(|mut start: Dialogue| {
        start.settings.language = language;
        start
    });
    crawl(starts, now(), |reached| {
        let language = reached.dialogue.settings.language;
        let room = reached.dialogue.state.room();
        let said = words.screen(language, &reached.screen);
        let looks = looks(language, room, &said);
        let view = *known.entry(looks.clone()).or_insert_with(|| {
            let shown = Shown {
                room,
                number: 0,
                leads: vec![Vec::new(); said.keyboard.iter().flatten().count()],
                said,
                lines: lines(words, language, &reached.screen),
                depth: reached.depth,
                also: Vec::new(),
            };
            walked.views.push(View {
                language,
                looks,
                shown,
            });
            walked.views.len() - 1
        });
        let buttons = reached.screen.rows.iter().flatten();
        let leads = buttons.map(|button| lead(reached, &button.does)).collect();
        walked.met.push(Met { view, leads });
    });
    walked
}

fn lead(reached: &Reached, does: &Does) -> Option<usize> {
    match does {
        Does::Press(press) => {
            let mut leads = reached.leads.iter();
            leads.find(|(led, _)| led == press).map(|(_, to)| *to)
        }
        Does::Open(_) | Does::Share(_) => None,
    }
}

/// The wings of these walks, one for each language, joined along their buttons.
pub(super) fn wings(walks: Vec<(Language, Walked)>) -> Vec<Wing> {
    let mut anchors: HashMap<String, Anchor> = HashMap::new();
    let mut wings = Vec::new();
    let mut ways = Vec::new();
    for (language, Walked { views, met }) in walks {
        let looks: Vec<String> = views.iter().map(|view| view.looks.clone()).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut screens = Vec::new();
        for View {
            looks, mut shown, ..
        } in views.into_iter().filter(|view| view.language == language)
        {
            let count = counts.entry(shown.room).or_default();
            *count += 1;
            shown.number = *count;
            anchors.insert(looks, shown.anchor(language));
            screens.push(shown);
        }
        screens.sort_by_key(|shown| rooms::place(shown.room));
        wings.push(Wing { language, screens });
        ways.push((looks, met));
    }
    for (wing, (looks, met)) in wings.iter_mut().zip(&ways) {
        let views: Vec<Option<Anchor>> = looks
            .iter()
            .map(|looks| anchors.get(looks).copied())
            .collect();
        join(wing, &views, met);
    }
    name_each_other(&mut wings);
    wings
}

/// Draws the ways from screen to screen; `views` says where each view stands.
fn join(wing: &mut Wing, views: &[Option<Anchor>], met: &[Met]) {
    let language = wing.language;
    let places: HashMap<Anchor, usize> = wing
        .screens
        .iter()
        .enumerate()
        .map(|(at, shown)| (shown.anchor(language), at))
        .collect();
    for one in met {
        let at = views[one.view].and_then(|anchor| places.get(&anchor));
        let Some(shown) = at.map(|at| &mut wing.screens[*at]) else {
            continue;
        };
        for (known, lead) in shown.leads.iter_mut().zip(&one.leads) {
            let to = lead.and_then(|lead| views[met[lead].view]);
            known.extend(to.filter(|to| !known.contains(to)));
        }
    }
}

/// Screens that say the same texts and offer the same presses are the same screen in another language.
fn name_each_other(wings: &mut [Wing]) {
    let mut same: HashMap<String, Vec<Anchor>> = HashMap::new();
    for wing in &*wings {
        for shown in &wing.screens {
            let known = same.entry(means(shown)).or_default();
            if known.iter().all(|known| known.language != wing.language) {
                known.push(shown.anchor(wing.language));
            }
        }
    }
    for wing in wings {
        for shown in &mut wing.screens {
            let all = same.get(&means(shown)).into_iter().flatten();
            let others = all.filter(|anchor| anchor.language != wing.language);
            shown.also = others.copied().collect();
        }
    }
}

/// All that is seen of a screen, and what its buttons mean.
fn looks(language: Language, room: &str, said: &Said) -> String {
    let mut looks = format!("{language:?} {room} {}", said.html);
    for row in &said.keyboard {
        looks.push('\n');
        for button in row {
            looks.push_str(&format!("[{} {}]", button.label, code(&button.does)));
        }
    }
    looks
}

/// What a screen means in every language.
fn means(shown: &Shown) -> String {
    let mut means = shown.room.to_owned();
    for line in &shown.lines {
        means.push(' ');
        means.push_str(&line.id);
    }
    for button in shown.said.keyboard.iter().flatten() {
        means.push(' ');
        means.push_str(&code(&button.does));
    }
    means
}

/// What Telegram keeps for us behind this button, or the address that it opens.
pub fn code(does: &Does) -> String {
    match does {
        Does::Press(press) => press_data::encode(*press),
        Does::Open(site) => site.url().to_owned(),
        Does::Share(certificate) => format!("share:{}", certificate.0),
    }
}

fn lines(words: &Words, language: Language, screen: &Screen) -> BTreeSet<Line> {
    let mut lines = BTreeSet::new();
    let labels = screen.rows.iter().flatten().map(|button| &button.label);
    for text in screen.paragraphs.iter().chain(labels) {
        tell(words, language, text, &mut lines);
    }
    lines
}

fn tell(words: &Words, language: Language, text: &Text, lines: &mut BTreeSet<Line>) {
    lines.insert(Line {
        id: text.id.to_string(),
        said: words.say(language, text),
    });
    for (_, arg) in &text.args {
        match arg {
            Arg::Text(text) => tell(words, language, text, lines),
            Arg::Lines(texts) => texts
                .iter()
                .for_each(|text| tell(words, language, text, lines)),
            Arg::Number(_) | Arg::Words(_) | Arg::Day(_) | Arg::Month(..) | Arg::Moment(..) => {}
        }
    }
}
