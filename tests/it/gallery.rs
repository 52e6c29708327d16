//! The gallery holds every screen, and every way between them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

use gilbot::dialogue::crawl::crawl;
use gilbot::dialogue::screen::Does;
use gilbot::dialogue::state::room::ROOMS;
use gilbot::gallery::folder::Folder;
use gilbot::gallery::limits::CHARACTERS_MAX;
use gilbot::gallery::starts::{now, starts};
use gilbot::gallery::wing::{Wing, code};
use gilbot::gallery::{Gallery, page};
use gilbot::locales::{Language, Said, rooms};
use gilbot::preview;
use regex::Regex;
use serde_json::Value;
use tempfile::tempdir;

use crate::reached::WORDS;

static GALLERY: LazyLock<Gallery> = LazyLock::new(|| Gallery::build().expect("the texts are read"));
static FILES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| GALLERY.files());

#[test]
fn every_screen_that_the_crawl_reaches_stands_once_in_the_gallery_of_its_language() {
    std::thread::scope(|scope| {
        for wing in &GALLERY.wings {
            scope.spawn(move || holds_every_screen(wing));
        }
    });
}

fn holds_every_screen(wing: &Wing) {
    let language = wing.language;
    let mut shown = HashMap::new();
    for screen in &wing.screens {
        let twice = shown.insert((screen.room, looks(&screen.said)), screen.number);
        assert_eq!(
            twice, None,
            "{language:?} {}-{}",
            screen.room, screen.number
        );
    }
    let mut met = HashSet::new();
    let speaking = starts().into_iter().map(|mut start| {
        start.settings.language = language;
        start
    });
    crawl(speaking, now(), |reached| {
        if reached.dialogue.settings.language == language {
            let said = WORDS.screen(language, &reached.screen);
            met.insert((reached.dialogue.state.room(), looks(&said)));
        }
    });
    let missing: Vec<_> = met.iter().filter(|one| !shown.contains_key(*one)).collect();
    assert!(missing.is_empty(), "{language:?}: {missing:#?}");
    assert_eq!(shown.len(), met.len(), "{language:?}");
}

fn looks(said: &Said) -> (String, Vec<(String, String)>) {
    let buttons = said.keyboard.iter().flatten();
    let buttons = buttons.map(|button| (button.label.clone(), code(&button.does)));
    (said.html.clone(), buttons.collect())
}

#[test]
fn every_screen_of_the_gallery_is_on_a_page_with_its_words() {
    for wing in &GALLERY.wings {
        for shown in &wing.screens {
            let address = page::address(shown.anchor(wing.language));
            let (file, mark) = address.split_once('#').expect("a place on a page");
            let page = &FILES[file];
            let at = page
                .find(&format!("<article id=\"{mark}\""))
                .expect("a card");
            let end = page[at..].find("</article>").expect("an end");
            let card = &page[at..at + end];
            assert!(card.contains(&shown.said.html), "{address}");
            for line in &shown.lines {
                assert!(
                    card.contains(&format!(">{}</a>", line.id)),
                    "{} on {address}",
                    line.id
                );
            }
        }
    }
}

#[test]
fn every_button_leads_to_a_screen() {
    for wing in &GALLERY.wings {
        for shown in &wing.screens {
            let buttons = shown.said.keyboard.iter().flatten();
            assert_eq!(buttons.clone().count(), shown.leads.len());
            for (button, leads) in buttons.zip(&shown.leads) {
                let is_press = matches!(button.does, Does::Press(_));
                let place = page::address(shown.anchor(wing.language));
                assert_eq!(is_press, !leads.is_empty(), "«{}» on {place}", button.label);
            }
        }
    }
}

#[test]
fn every_link_leads_to_a_place_that_is_there() {
    let hrefs = Regex::new("(?:href|src)=\"([^\"]*)\"").unwrap();
    let ids = Regex::new(" id=\"([^\"]*)\"").unwrap();
    let places: BTreeSet<String> = FILES
        .iter()
        .flat_map(|(file, text)| {
            let marks = ids
                .captures_iter(text)
                .map(move |id| format!("{file}#{}", &id[1]));
            marks.chain([file.clone()])
        })
        .collect();
    let texts = Language::ALL.map(|language| (page::tag(language), searched(language).1));
    let is_text = |search: &str| {
        let (tag, id) = search.split_once("==").expect("one text of a language");
        texts
            .iter()
            .any(|(known, texts)| *known == tag && texts.contains_key(id))
    };
    let outside = [
        "https://www.kbstar.com",
        "https://www.yeskey.or.kr",
        "data:,",
    ];
    let mut broken = BTreeSet::new();
    for (file, text) in FILES.iter().filter(|(file, _)| file.ends_with(".html")) {
        for link in hrefs.captures_iter(text) {
            let is_there = match &link[1] {
                link if outside.contains(&link) => true,
                link => match link.split_once('#') {
                    Some(("index.html", search)) => is_text(search),
                    Some(("", mark)) => places.contains(&format!("{file}#{mark}")),
                    Some(_) | None => places.contains(link),
                },
            };
            if !is_there {
                broken.insert(format!("{file}: {}", &link[1]));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_search_knows_every_text_and_all_the_screens_where_it_stands() {
    for wing in &GALLERY.wings {
        let (screens, texts) = searched(wing.language);
        for id in WORDS.ids(wing.language) {
            assert!(texts.contains_key(id), "{id}");
        }
        let mut standing: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for shown in &wing.screens {
            for line in &shown.lines {
                let place = page::address(shown.anchor(wing.language));
                standing.entry(&line.id).or_default().insert(place);
            }
        }
        for (id, places) in standing {
            let found: BTreeSet<String> = texts[id].iter().map(|at| screens[*at].clone()).collect();
            assert_eq!(found, places, "{id}");
        }
    }
}

/// The addresses of the search, and for each text where it stands among them.
fn searched(language: Language) -> (Vec<String>, BTreeMap<String, Vec<usize>>) {
    let tag = page::tag(language);
    let script = &FILES[&format!("texts-{tag}.js")];
    let json = script.strip_prefix(&format!("gilbotTexts(\"{tag}\", "));
    let json = json
        .and_then(|json| json.strip_suffix(");\n"))
        .expect("one call");
    let found: Value = serde_json::from_str(json).unwrap();
    let screens = serde_json::from_value(found["screens"].clone()).unwrap();
    let rows: Vec<(String, String, Vec<usize>)> =
        serde_json::from_value(found["texts"].clone()).unwrap();
    let mut texts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (id, _, at) in rows {
        texts.entry(id).or_default().extend(at);
    }
    (screens, texts)
}

#[test]
fn every_screen_of_every_language_is_short_enough_to_be_read() {
    let screens = GALLERY.wings.iter().flat_map(|wing| &wing.screens);
    let too_long: Vec<_> = screens
        .filter(|shown| shown.said.visible_length() > CHARACTERS_MAX)
        .map(|shown| &shown.said.html)
        .collect();
    assert!(too_long.is_empty(), "{too_long:#?}");
    assert!(FILES.values().all(|page| !page.contains("class=\"over\"")));
}

#[test]
fn every_room_of_the_conversation_has_a_name_there() {
    let named = rooms::ROOMS.map(|(room, ..)| room);
    assert_eq!(named, ROOMS, "as the counts name them");
    let known = BTreeSet::from(named);
    let screens = GALLERY.wings.iter().flat_map(|wing| &wing.screens);
    let reached: BTreeSet<&str> = screens.map(|shown| shown.room).collect();
    assert_eq!(reached, known);
}

#[tokio::test]
async fn the_preview_serves_the_very_files_that_are_written() {
    let place = tempdir().unwrap();
    Folder::empty(place.path()).unwrap().fill(&FILES).unwrap();
    let anywhere = SocketAddr::from(([127, 0, 0, 1], 0));
    let listener = tokio::net::TcpListener::bind(anywhere).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let serving =
        tokio::spawn(async move { axum::serve(listener, preview::gallery::router()).await });
    let served = |name: String| {
        let address = format!("{address}/gallery{name}");
        async move { reqwest::get(address).await.unwrap() }
    };
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(place.path()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let answer = served(format!("/{name}")).await;
        let kind = answer.headers()["content-type"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(kind.ends_with("; charset=utf-8"), "{name}: {kind}");
        assert_eq!(
            answer.bytes().await.unwrap(),
            fs::read(entry.path()).unwrap(),
            "{name}"
        );
        names.insert(name);
    }
    assert_eq!(names, FILES.keys().cloned().collect());
    let index = served(String::new()).await;
    assert_eq!(index.url().path(), "/gallery/");
    assert_eq!(index.text().await.unwrap(), FILES["index.html"]);
    assert_eq!(served("/nowhere.html".to_owned()).await.status(), 404);
    serving.abort();
}

#[test]
fn a_folder_that_holds_something_is_left_alone_and_said_so() {
    let place = tempdir().unwrap();
    fs::write(place.path().join("mine.txt"), "mine").unwrap();
    let ended = written_to(place.path());
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(
        said.contains("비어 있지 않아요") && said.contains("not empty"),
        "{said}"
    );
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_by_its_name() {
    let place = tempdir().unwrap();
    let file = place.path().join("file");
    fs::write(&file, "").unwrap();
    let ended = written_to(&file.join("folder"));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(
        said.contains("쓸 수 없어요") && said.contains("cannot be written"),
        "{said}"
    );
    assert!(said.contains("folder"), "{said}");
}

fn written_to(folder: &Path) -> Output {
    let mut gilbot = Command::new(env!("CARGO_BIN_EXE_gilbot"));
    gilbot.arg("gallery").arg(folder).output().unwrap()
}
