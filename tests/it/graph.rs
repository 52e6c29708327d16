//! The picture of the rooms is what the program does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use gilbot::dialogue::crawl::crawl;
use gilbot::gallery::graph::Graph;
use gilbot::gallery::starts::{now, starts};
use gilbot::locales::rooms::place;
use regex::Regex;

static GRAPH: LazyLock<Graph> = LazyLock::new(Graph::walk);

#[test]
fn the_pictures_of_the_rooms_are_up_to_date() {
    for (file, picture, wish) in [
        ("docs/states.mmd", GRAPH.mermaid(), "graph"),
        ("docs/pictures/states.svg", GRAPH.svg(), "graph --svg"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let kept = fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == picture,
            "{file} is out of date. Write it anew: cargo run -- {wish} > {file}"
        );
    }
}

#[test]
fn the_program_writes_the_picture_that_is_kept() {
    for (file, arguments) in [
        ("docs/states.mmd", &["graph"][..]),
        ("docs/pictures/states.svg", &["graph", "--svg"]),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let mut gilbot = Command::new(env!("CARGO_BIN_EXE_gilbot"));
        let written = gilbot.args(arguments).output().unwrap();
        assert!(written.status.success(), "{arguments:?}");
        assert!(written.stdout == fs::read(path).unwrap(), "{arguments:?}");
    }
}

#[test]
fn every_way_from_room_to_room_is_in_the_picture() {
    let mut rooms = Vec::new();
    let mut leads = Vec::new();
    crawl(starts(), now(), |reached| {
        rooms.push(place(reached.dialogue.state.room()));
        leads.push(reached.leads.iter().map(|(_, to)| *to).collect::<Vec<_>>());
    });
    let ways: BTreeSet<(usize, usize)> = rooms
        .iter()
        .zip(leads)
        .flat_map(|(from, leads)| leads.into_iter().map(move |to| (*from, to)))
        .map(|(from, to)| (from, rooms[to]))
        .collect();
    let mut drawn = BTreeSet::new();
    for (at, room) in GRAPH.rooms.iter().enumerate() {
        drawn.extend((!room.within.is_empty()).then_some((at, at)));
        drawn.extend(room.menu.iter().map(|to| (at, *to)));
        let everywhere = GRAPH.everywhere.iter().filter(|to| **to != at);
        drawn.extend(everywhere.map(|to| (at, *to)));
    }
    drawn.extend(GRAPH.lines.iter().map(|line| (line.from, line.to)));
    assert_eq!(drawn, ways);
}

#[test]
fn no_room_of_the_picture_hides_another() {
    let rooms =
        Regex::new("class=\"room\" x=\"(-?\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"");
    let svg = GRAPH.svg();
    let mut blocks: Vec<[i64; 4]> = Vec::new();
    for block in rooms.unwrap().captures_iter(&svg) {
        blocks.push([1, 2, 3, 4].map(|part| block[part].parse().unwrap()));
    }
    assert_eq!(blocks.len(), GRAPH.rooms.len());
    for (at, [x, y, width, height]) in blocks.iter().enumerate() {
        assert!(*x > 0);
        for [other_x, other_y, other_width, other_height] in &blocks[at + 1..] {
            let is_beside = x + width < *other_x || other_x + other_width < *x;
            let is_apart = y + height < *other_y || other_y + other_height < *y;
            assert!(is_beside || is_apart, "{svg}");
        }
    }
}
