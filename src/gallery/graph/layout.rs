//! Where the rooms stand: in rows, so that lines lead down; a line that passes a row has a place of its own in it.

use std::collections::BTreeSet;

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Room(usize),
    /// The line of this number passes.
    Bend(usize),
}

pub(super) struct Layout {
    pub rows: Vec<Vec<Place>>,
    /// For each line the places from its upper end to its lower one, as row and column.
    pub paths: Vec<Vec<(usize, usize)>>,
    /// Whether the line leads up.
    pub is_up: Vec<bool>,
}

/// So often the rows are put in order after their neighbours; more changes nothing.
const SWEEPS: usize = 12;

/// Lays out so many rooms with these lines between them.
pub(super) fn layout(rooms: usize, lines: &[(usize, usize)]) -> Layout {
    let is_up = upward(rooms, lines);
    let down: Vec<(usize, usize)> = lines
        .iter()
        .zip(&is_up)
        .map(|((from, to), up)| if *up { (*to, *from) } else { (*from, *to) })
        .collect();
    let ranks = ranks(rooms, &down);
    let mut rows = vec![Vec::new(); ranks.iter().max().map_or(0, |last| last + 1)];
    for (room, rank) in ranks.iter().enumerate() {
        rows[*rank].push(Place::Room(room));
    }
    let mut chains = Vec::new();
    for (at, (upper, lower)) in down.iter().enumerate() {
        let mut chain = vec![(ranks[*upper], Place::Room(*upper))];
        let passed = rows.iter_mut().enumerate().take(ranks[*lower]);
        for (rank, row) in passed.skip(ranks[*upper] + 1) {
            row.push(Place::Bend(at));
            chain.push((rank, Place::Bend(at)));
        }
        chain.push((ranks[*lower], Place::Room(*lower)));
        chains.push(chain);
    }
    for sweep in 0..SWEEPS {
        order(&mut rows, &chains, sweep % 2 == 0);
    }
    let column = |(rank, place): &(usize, Place)| {
        let found = rows[*rank].iter().position(|known| known == place);
        (*rank, found.unwrap_or_default())
    };
    let paths = chains
        .iter()
        .map(|chain| chain.iter().map(column).collect());
    Layout {
        paths: paths.collect(),
        rows,
        is_up,
    }
}

/// Which lines lead back to a room from which one has come.
fn upward(rooms: usize, lines: &[(usize, usize)]) -> Vec<bool> {
    fn visit(
        room: usize,
        lines: &[(usize, usize)],
        trail: &mut Vec<usize>,
        seen: &mut BTreeSet<usize>,
        up: &mut [bool],
    ) {
        if !seen.insert(room) {
            return;
        }
        trail.push(room);
        for (at, (from, to)) in lines.iter().enumerate() {
            if *from == room {
                up[at] = trail.contains(to);
                visit(*to, lines, trail, seen, up);
            }
        }
        trail.pop();
    }
    let mut up = vec![false; lines.len()];
    let mut seen = BTreeSet::new();
    for room in 0..rooms {
        visit(room, lines, &mut Vec::new(), &mut seen, &mut up);
    }
    up
}

/// The row of each room: below all from which lines lead down to it. A room into which none leads stands right above
/// the first to which it leads; the first room stands on top.
fn ranks(rooms: usize, down: &[(usize, usize)]) -> Vec<usize> {
    let mut ranks = vec![0; rooms];
    for _ in 0..rooms {
        for (upper, lower) in down {
            ranks[*lower] = ranks[*lower].max(ranks[*upper] + 1);
        }
    }
    for room in 1..rooms {
        let below = down.iter().filter(|(upper, _)| *upper == room);
        let nearest = below.map(|(_, lower)| ranks[*lower]).min();
        if down.iter().all(|(_, lower)| *lower != room) {
            ranks[room] = nearest.map_or(1, |nearest| nearest - 1);
        }
    }
    ranks
}

/// Puts each row in the order of the middle of its neighbours in the row above, or below.
fn order(rows: &mut [Vec<Place>], chains: &[Vec<(usize, Place)>], downward: bool) {
    let count = rows.len();
    for step in 1..count {
        let (rank, other) = if downward {
            (step, step - 1)
        } else {
            (count - 1 - step, count - step)
        };
        let width = rows[other].len().max(1) as f64;
        let middle = |place: &Place, at: usize, own: usize| {
            let pairs = chains.iter().flat_map(|chain| chain.windows(2));
            let neighbours = pairs.filter_map(|pair| match (pair[0], pair[1]) {
                (near, (far, known)) if near == (rank, *place) && far == other => Some(known),
                ((far, known), near) if near == (rank, *place) && far == other => Some(known),
                _ => None,
            });
            let columns: Vec<usize> = neighbours
                .filter_map(|known| rows[other].iter().position(|place| *place == known))
                .collect();
            match columns.len() {
                0 => (at as f64 + 0.5) / own as f64,
                some => (columns.iter().sum::<usize>() as f64 / some as f64 + 0.5) / width,
            }
        };
        let own = rows[rank].len();
        let mut sorted: Vec<(f64, Place)> = rows[rank]
            .iter()
            .enumerate()
            .map(|(at, place)| (middle(place, at, own), *place))
            .collect();
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        rows[rank] = sorted.into_iter().map(|(_, place)| place).collect();
    }
}
