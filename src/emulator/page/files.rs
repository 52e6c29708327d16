//! The files of the page. A new one is one line here.

/// Where each file is served, what it is, and its text.
pub(super) const FILES: &[(&str, &str, &str)] = &[
    ("/", HTML, include_str!("index.html")),
    ("/style.css", CSS, include_str!("style.css")),
    ("/talk.css", CSS, include_str!("talk.css")),
    ("/inside.css", CSS, include_str!("inside.css")),
    ("/fit.css", CSS, include_str!("fit.css")),
    ("/accidents.js", SCRIPT, include_str!("accidents.js")),
    ("/app.js", SCRIPT, include_str!("app.js")),
    ("/clock.js", SCRIPT, include_str!("clock.js")),
    ("/composer.js", SCRIPT, include_str!("composer.js")),
    ("/elements.js", SCRIPT, include_str!("elements.js")),
    ("/inside.js", SCRIPT, include_str!("inside.js")),
    ("/menus.js", SCRIPT, include_str!("menus.js")),
    ("/message.js", SCRIPT, include_str!("message.js")),
    ("/pane.js", SCRIPT, include_str!("pane.js")),
    ("/safe.js", SCRIPT, include_str!("safe.js")),
    ("/server.js", SCRIPT, include_str!("server.js")),
    ("/sheets.js", SCRIPT, include_str!("sheets.js")),
    ("/story.js", SCRIPT, include_str!("story.js")),
    ("/talk.js", SCRIPT, include_str!("talk.js")),
    ("/times.js", SCRIPT, include_str!("times.js")),
];

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
