//! The rooms of the conversation, and the presses that lead from one to another: found by walking, written as a picture.
//!
//! A press that only its own screen offers is a line. What works from anywhere ([`Press::always`], the menu) would hide
//! the picture behind lines, so that it is told inside the room instead, and drawn only where no other line leads on from
//! the first room.

mod drawing;
mod layout;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;

use super::starts::{now, starts};
use crate::dialogue::crawl::crawl;
use crate::dialogue::press::Press;
use crate::locales::rooms::{self, ROOMS};
use crate::telegram::press_data;

/// Rooms are named by their place in [`ROOMS`].
pub struct Graph {
    pub rooms: Vec<Room>,
    pub lines: Vec<Line>,
    /// The rooms to which every other room leads.
    pub everywhere: Vec<usize>,
}

#[derive(Default)]
pub struct Room {
    /// The presses that stay in this room.
    pub within: Kinds,
    /// Where the menu leads from here.
    pub menu: BTreeSet<usize>,
}

/// The presses that lead from one room into another.
pub struct Line {
    pub from: usize,
    pub to: usize,
    pub kinds: Kinds,
    /// Whether these are presses of the menu.
    pub is_menu: bool,
}

/// How many different presses there are of each kind, which is the first word of their code.
pub type Kinds = BTreeMap<String, usize>;

impl Graph {
    /// Walks everything that can be reached, in Korean and whatever is chosen on the way.
    pub fn walk() -> Self {
        let mut rooms = Vec::new();
        let mut leads = Vec::new();
        crawl(starts(), now(), |reached| {
            rooms.push(rooms::place(reached.dialogue.state.room()));
            leads.push(reached.leads.clone());
        });
        let mut ways: BTreeMap<(usize, usize), HashSet<Press>> = BTreeMap::new();
        for (from, leads) in rooms.iter().zip(leads) {
            for (press, to) in leads {
                ways.entry((*from, rooms[to])).or_default().insert(press);
            }
        }
        Self::of(&ways)
    }

    fn of(ways: &BTreeMap<(usize, usize), HashSet<Press>>) -> Self {
        let count = ROOMS.len();
        let leads_all =
            |to: &usize| (0..count).all(|from| from == *to || ways.contains_key(&(from, *to)));
        let everywhere: Vec<usize> = (0..count).filter(leads_all).collect();
        let mut graph = Self {
            rooms: std::iter::repeat_with(Room::default).take(count).collect(),
            lines: Vec::new(),
            everywhere,
        };
        let mut menus = Vec::new();
        for ((from, to), presses) in ways {
            if from == to {
                graph.rooms[*from].within = kinds(presses.iter());
                continue;
            }
            if graph.everywhere.contains(to) {
                continue;
            }
            let own = kinds(presses.iter().filter(|press| !press.always()));
            let menu = kinds(presses.iter().filter(|press| press.always()));
            let line = |kinds, is_menu| Line {
                from: *from,
                to: *to,
                kinds,
                is_menu,
            };
            if !own.is_empty() {
                graph.lines.push(line(own, false));
            }
            if !menu.is_empty() {
                menus.push(line(menu, true));
            }
        }
        for menu in menus {
            match graph.comes_to(menu.to) {
                true => drop(graph.rooms[menu.from].menu.insert(menu.to)),
                false => graph.lines.push(menu),
            }
        }
        graph
    }

    /// Whether lines lead from the first room to this one.
    fn comes_to(&self, room: usize) -> bool {
        let mut reached = BTreeSet::from([0]);
        for _ in &self.rooms {
            let lines = self.lines.iter();
            let next = lines
                .filter(|line| reached.contains(&line.from))
                .map(|line| line.to);
            reached.extend(next.collect::<Vec<_>>());
        }
        reached.contains(&room)
    }

    /// The picture as Mermaid, which GitHub draws.
    pub fn mermaid(&self) -> String {
        let mut text = String::from(
            "%% Made by `gilbot graph`; a test says when it is out of date.\nflowchart TD\n",
        );
        for (room, (name, korean, english)) in self.rooms.iter().zip(ROOMS) {
            let mut lines = vec![format!("<b>{korean}</b> · {english}")];
            lines.extend(told(&room.within).map(|within| format!("↻ {within}")));
            let menu: Vec<&str> = room.menu.iter().map(|to| ROOMS[*to].1).collect();
            lines.extend((!menu.is_empty()).then(|| format!("☰ {}", menu.join(", "))));
            let _ = writeln!(text, "  {name}[\"{}\"]", lines.join("<br>"));
        }
        for line in &self.lines {
            let (from, to) = (ROOMS[line.from].0, ROOMS[line.to].0);
            let kinds = told(&line.kinds).unwrap_or_default();
            let arrow = if line.is_menu { "-.->" } else { "-->" };
            let _ = writeln!(text, "  {from} {arrow}|\"{kinds}\"| {to}");
        }
        let _ = writeln!(text, "  everywhere([\"{}\"])", self.caption());
        text
    }

    /// The picture as SVG, for light and dark screens.
    pub fn svg(&self) -> String {
        drawing::svg(self)
    }

    /// Where one can go from everywhere.
    fn caption(&self) -> String {
        let names: Vec<&str> = self.everywhere.iter().map(|room| ROOMS[*room].1).collect();
        format!("어느 방에서나 → {}", names.join(", "))
    }
}

fn kinds<'a>(presses: impl Iterator<Item = &'a Press>) -> Kinds {
    let mut kinds = Kinds::new();
    for press in presses {
        let code = press_data::encode(*press);
        let kind = code.split(':').next().unwrap_or_default();
        *kinds.entry(kind.to_owned()).or_default() += 1;
    }
    kinds
}

/// `choose 12, unsure`: a kind of which there is one press needs no number.
fn told(kinds: &Kinds) -> Option<String> {
    let told: Vec<String> = kinds
        .iter()
        .map(|(kind, count)| match count {
            1 => kind.clone(),
            _ => format!("{kind} {count}"),
        })
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}
