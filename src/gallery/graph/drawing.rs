//! The picture of the rooms as SVG.

use std::fmt::Write;

use super::layout::{Layout, Place, layout};
use super::{Graph, ROOMS, Room, told};

/// In the picture's own pixels.
const ROOM_WIDTH: f64 = 236.0;
const BEND_WIDTH: f64 = 96.0;
const BESIDE: f64 = 34.0;
const BELOW: f64 = 88.0;
const MARGIN: f64 = 28.0;
const TITLE_HEIGHT: f64 = 84.0;
const TEXT_LINE: f64 = 21.0;
/// So many signs of Korean stand beside each other in a room; others are half as wide.
const SIGNS_A_LINE: f64 = 15.5;

const STYLE: &str = include_str!("states.css");

/// The lines of text below the name of a room.
fn words(room: &Room) -> Vec<String> {
    let within = room.within.keys().map(String::as_str).collect();
    let menu = room.menu.iter().map(|to| ROOMS[*to].1).collect();
    let mut lines = wrapped("↻", within);
    lines.extend(wrapped("☰", menu));
    lines
}

/// These names behind a sign, on as many lines as they need.
fn wrapped(sign: &str, names: Vec<&str>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if width(line) + width(name) < SIGNS_A_LINE => {
                line.push_str(" · ");
                line.push_str(name);
            }
            Some(_) => lines.push(format!("    {name}")),
            None => lines.push(format!("{sign} {name}")),
        }
    }
    lines
}

/// How many Korean signs are as wide as this.
fn width(words: &str) -> f64 {
    words
        .chars()
        .map(|sign| if sign.is_ascii() { 0.55 } else { 1.0 })
        .sum()
}

/// Where everything stands.
struct Plan {
    layout: Layout,
    /// The middle of each place, by row and column.
    middles: Vec<Vec<f64>>,
    tops: Vec<f64>,
    heights: Vec<f64>,
    width: f64,
}

impl Plan {
    fn of(graph: &Graph) -> Self {
        let lines: Vec<(usize, usize)> = graph
            .lines
            .iter()
            .map(|line| (line.from, line.to))
            .collect();
        let layout = layout(graph.rooms.len(), &lines);
        let wide = |place: &Place| match place {
            Place::Room(_) => ROOM_WIDTH,
            Place::Bend(_) => BEND_WIDTH,
        };
        let full = |row: &Vec<Place>| {
            row.iter().map(wide).sum::<f64>() + BESIDE * (row.len().max(1) - 1) as f64
        };
        let width = layout.rows.iter().map(full).fold(0.0, f64::max) + 2.0 * MARGIN;
        let mut plan = Self {
            middles: Vec::new(),
            tops: Vec::new(),
            heights: Vec::new(),
            width,
            layout,
        };
        let mut top = TITLE_HEIGHT + MARGIN;
        for row in &plan.layout.rows {
            let mut left = (width - full(row)) / 2.0;
            let mut middles = Vec::new();
            for place in row {
                middles.push(left + wide(place) / 2.0);
                left += wide(place) + BESIDE;
            }
            let height = row.iter().map(|place| match place {
                Place::Room(room) => height(&graph.rooms[*room]),
                Place::Bend(_) => 0.0,
            });
            let height = height.fold(0.0, f64::max);
            plan.middles.push(middles);
            plan.tops.push(top);
            plan.heights.push(height);
            top += height + BELOW;
        }
        plan
    }

    fn height(&self) -> f64 {
        let last = self.tops.last().copied().unwrap_or_default();
        last + self.heights.last().copied().unwrap_or_default() + MARGIN
    }

    /// Where on the edge of a room this line begins or ends: beside the others there, in the order of where they lead.
    fn port(&self, line: usize, is_upper_end: bool) -> f64 {
        let ends = |path: &[(usize, usize)]| match is_upper_end {
            true => (path[0], path[1]),
            false => (path[path.len() - 1], path[path.len() - 2]),
        };
        let (end, _) = ends(&self.layout.paths[line]);
        let mut here: Vec<(f64, usize)> = Vec::new();
        for (at, path) in self.layout.paths.iter().enumerate() {
            let (known, next) = ends(path);
            if known == end {
                here.push((self.middles[next.0][next.1], at));
            }
        }
        here.sort_by(|one, other| one.0.total_cmp(&other.0));
        let position = here
            .iter()
            .position(|(_, at)| *at == line)
            .unwrap_or_default();
        let part = (position as f64 + 1.0) / (here.len() as f64 + 1.0);
        self.middles[end.0][end.1] + ROOM_WIDTH * (part - 0.5)
    }
}

fn height(room: &Room) -> f64 {
    44.0 + TEXT_LINE * words(room).len() as f64 + 8.0
}

/// The whole picture.
pub(super) fn svg(graph: &Graph) -> String {
    let plan = Plan::of(graph);
    let (width, height) = (plan.width, plan.height());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title about\">\n\
         <title id=\"title\">길봇의 방과 버튼</title>\n\
         <desc id=\"about\">대화의 방들과, 버튼을 누르면 어느 방으로 가는지 그린 그림. The rooms of the conversation and the presses between them.</desc>\n\
         <style>\n{STYLE}</style>\n\
         <defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\"><path class=\"tip\" d=\"M0 0L10 5L0 10z\"/></marker></defs>\n\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\" rx=\"18\"/>\n"
    );
    let _ = write!(
        svg,
        "<text class=\"title\" x=\"{MARGIN}\" y=\"46\">길봇의 방과 버튼</text>\n\
         <text class=\"note\" x=\"{MARGIN}\" y=\"72\">{}</text>\n\
         <text class=\"note\" x=\"{MARGIN}\" y=\"95\">선: 그 화면에만 있는 버튼과 그 수 · 점선, ☰: 메뉴 · ↻: 방 안의 버튼</text>\n",
        graph.caption()
    );
    for at in 0..graph.lines.len() {
        curve(&mut svg, graph, &plan, at);
    }
    for (row, places) in plan.layout.rows.iter().enumerate() {
        for (column, place) in places.iter().enumerate() {
            if let Place::Room(room) = place {
                let (middle, top) = (plan.middles[row][column], plan.tops[row]);
                block(&mut svg, *room, &graph.rooms[*room], middle, top);
            }
        }
    }
    for at in 0..graph.lines.len() {
        label(&mut svg, graph, &plan, at);
    }
    svg.push_str("</svg>\n");
    svg
}

/// The points of a line, from its upper end to its lower one; between each two it is curved.
fn points(plan: &Plan, graph: &Graph, at: usize) -> Vec<(f64, f64)> {
    let path = &plan.layout.paths[at];
    let last = path.len() - 1;
    let mut points = Vec::new();
    for (step, (row, column)) in path.iter().enumerate() {
        let top = plan.tops[*row];
        match plan.layout.rows[*row][*column] {
            Place::Room(room) if step == 0 => {
                points.push((plan.port(at, true), top + height(&graph.rooms[room])));
            }
            Place::Room(_) => points.push((plan.port(at, step != last), top)),
            Place::Bend(_) => {
                let middle = plan.middles[*row][*column];
                points.extend([(middle, top), (middle, top + plan.heights[*row])]);
            }
        }
    }
    points
}

fn curve(svg: &mut String, graph: &Graph, plan: &Plan, at: usize) {
    let points = points(plan, graph, at);
    let mut path = format!("M{:.0} {:.0}", points[0].0, points[0].1);
    for pair in points.windows(2) {
        let [(x, y), (to_x, to_y)] = [pair[0], pair[1]];
        let half = (y + to_y) / 2.0;
        let _ = write!(
            path,
            "C{x:.0} {half:.0} {to_x:.0} {half:.0} {to_x:.0} {to_y:.0}"
        );
    }
    let tip = if plan.layout.is_up[at] {
        "marker-start"
    } else {
        "marker-end"
    };
    let class = if graph.lines[at].is_menu {
        "line menu"
    } else {
        "line"
    };
    let _ = writeln!(
        svg,
        "<path class=\"{class}\" d=\"{path}\" {tip}=\"url(#tip)\"/>"
    );
}

/// The kinds of its presses, in the middle of its first bow, so that lines from one room do not speak at once.
fn label(svg: &mut String, graph: &Graph, plan: &Plan, at: usize) {
    let points = points(plan, graph, at);
    let ((x, y), (to_x, to_y)) = (points[0], points[1]);
    let shift = if plan.layout.is_up[at] { 13.0 } else { -6.0 };
    let (x, y) = ((x + to_x) / 2.0, (y + to_y) / 2.0 + shift);
    let kinds = told(&graph.lines[at].kinds).unwrap_or_default();
    let _ = writeln!(
        svg,
        "<text class=\"kind\" x=\"{x:.0}\" y=\"{y:.0}\">{kinds}</text>"
    );
}

fn block(svg: &mut String, at: usize, room: &Room, middle: f64, top: f64) {
    let (name, korean, _) = ROOMS[at];
    let left = middle - ROOM_WIDTH / 2.0;
    let height = height(room);
    let _ = write!(
        svg,
        "<rect class=\"room\" x=\"{left:.0}\" y=\"{top:.0}\" width=\"{ROOM_WIDTH}\" height=\"{height:.0}\" rx=\"14\"/>\n\
         <text class=\"name\" x=\"{:.0}\" y=\"{:.0}\">{korean} <tspan class=\"code\">{name}</tspan></text>\n",
        left + 16.0,
        top + 31.0
    );
    for (line, words) in words(room).iter().enumerate() {
        let y = top + 56.0 + TEXT_LINE * line as f64;
        let _ = writeln!(
            svg,
            "<text class=\"words\" xml:space=\"preserve\" x=\"{:.0}\" y=\"{y:.0}\">{words}</text>",
            left + 16.0
        );
    }
}
