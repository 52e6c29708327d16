//! The pages of the gallery.

mod card;

use std::fmt::Write;

use super::Gallery;
use super::wing::{Anchor, Shown, Wing};
use crate::locales::{Language, rooms};

/// So many screens stand on one page at most, so that it opens at once.
const SCREENS_A_PAGE: usize = 200;

/// The files that are the same whatever is shown.
pub(super) const ASSETS: [(&str, &str); 3] = [
    ("find.js", include_str!("page/find.js")),
    ("room.js", include_str!("page/room.js")),
    ("style.css", include_str!("page/style.css")),
];

/// How the gallery names a language, like the folder of its texts.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::Korean => "ko",
        Language::Easy => "ko-easy",
        Language::English => "en",
    }
}

/// Where this screen stands: the file, and the place in it.
pub fn address(anchor: Anchor) -> String {
    let part = (anchor.number - 1) / SCREENS_A_PAGE;
    let file = file(anchor.language, anchor.room, part);
    format!("{file}#{}", mark(anchor))
}

/// The name of a screen within its language.
fn mark(anchor: Anchor) -> String {
    format!("{}-{}", anchor.room, anchor.number)
}

fn file(language: Language, room: &str, part: usize) -> String {
    match part {
        0 => format!("{}-{room}.html", tag(language)),
        _ => format!("{}-{room}-{}.html", tag(language), part + 1),
    }
}

fn name(language: Language) -> &'static str {
    match language {
        Language::Korean => "한국어",
        Language::Easy => "쉬운 말",
        Language::English => "English",
    }
}

/// The first page: what there is, and a search through all of it.
pub(super) fn index(gallery: &Gallery) -> String {
    let mut page = head("길봇 화면 모음", "find.js");
    page.push_str(include_str!("page/index.html"));
    let _ = write!(
        page,
        "<table><caption>방과 화면 수</caption><thead><tr><th scope=\"col\">방</th>"
    );
    for wing in &gallery.wings {
        let _ = write!(page, "<th scope=\"col\">{}</th>", name(wing.language));
    }
    page.push_str("</tr></thead><tbody>\n");
    for (room, korean, english) in rooms::ROOMS {
        let _ = write!(
            page,
            "<tr><th scope=\"row\">{korean} <small lang=\"en\">{english}</small></th>"
        );
        for wing in &gallery.wings {
            page.push_str("<td>");
            for (part, shown) in parts(wing, room).iter().enumerate() {
                let _ = write!(
                    page,
                    "<a href=\"{}\">{}</a> ",
                    file(wing.language, room, part),
                    span(shown)
                );
            }
            page.push_str("</td>");
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table>\n</main>\n</body>\n</html>\n");
    page
}

/// A page for each room of this language, or several where there is much to see.
pub(super) fn rooms(wing: &Wing) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (room, ..) in rooms::ROOMS {
        let parts = parts(wing, room);
        for (part, screens) in parts.iter().enumerate() {
            let mut page = room_head(wing, room, part, &parts);
            for shown in *screens {
                card::card(&mut page, wing.language, shown);
            }
            page.push_str("</main>\n</body>\n</html>\n");
            pages.push((file(wing.language, room, part), page));
        }
    }
    pages
}

fn parts<'a>(wing: &'a Wing, room: &str) -> Vec<&'a [Shown]> {
    let of_room = wing.screens.chunk_by(|one, next| one.room == next.room);
    of_room
        .filter(|screens| screens.iter().all(|shown| shown.room == room))
        .flat_map(|screens| screens.chunks(SCREENS_A_PAGE))
        .collect()
}

/// The numbers of the screens of a page.
fn span(screens: &[Shown]) -> String {
    match screens {
        [] => String::new(),
        [only] => only.number.to_string(),
        [first, .., last] if first.number == 1 => format!("{}", last.number),
        [first, .., last] => format!("{}–{}", first.number, last.number),
    }
}

fn room_head(wing: &Wing, room: &str, part: usize, parts: &[&[Shown]]) -> String {
    let language = wing.language;
    let title = format!(
        "{} · {} · 길봇 화면 모음",
        rooms::korean(room),
        name(language)
    );
    let mut page = head(&title, "room.js");
    let _ = write!(
        page,
        "<header><nav aria-label=\"화면 모음\"><a href=\"index.html\">모든 방과 찾기</a>"
    );
    for other in Language::ALL {
        let here = if other == language {
            " aria-current=\"true\""
        } else {
            ""
        };
        let _ = write!(
            page,
            " <a{here} href=\"{}\">{}</a>",
            file(other, room, 0),
            name(other)
        );
    }
    let _ = write!(
        page,
        "</nav>\n<h1>{} <small lang=\"en\">{}</small></h1>\n",
        rooms::korean(room),
        rooms::english(room)
    );
    if parts.len() > 1 {
        page.push_str("<nav aria-label=\"쪽\">");
        for (at, screens) in parts.iter().enumerate() {
            let here = if at == part {
                " aria-current=\"page\""
            } else {
                ""
            };
            let _ = write!(
                page,
                "<a{here} href=\"{}\">{}–{}</a> ",
                file(language, room, at),
                screens.first().map_or(0, |shown| shown.number),
                screens.last().map_or(0, |shown| shown.number)
            );
        }
        page.push_str("</nav>\n");
    }
    page.push_str(include_str!("page/filter.html"));
    page
}

fn head(title: &str, script: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"style.css\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <script defer src=\"{script}\"></script>\n</head>\n<body>\n"
    )
}
