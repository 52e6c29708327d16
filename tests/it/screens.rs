//! Every screen that can be reached: short enough, with a way home, and nothing on it that Telegram would refuse.

use std::collections::{BTreeMap, BTreeSet};

use gilbot::dialogue::event::Event;
use gilbot::dialogue::press::Press;
use gilbot::dialogue::screen::{Does, Site};
use gilbot::dialogue::state::{Dialogue, State};
use gilbot::dialogue::text::Text;
use gilbot::dialogue::{transition, view};
use gilbot::telegram::press_data;

use crate::reached::{REACHED, WORDS, presses, remarked, said, texts};
use gilbot::gallery::limits::{BUTTONS_MAX, CHARACTERS_MAX, LABEL_CHARACTERS_MAX};
use gilbot::gallery::starts::{heard, now, remarks_anywhere};

const BUTTONS_A_ROW_MAX: usize = 8;
const EMOJI_MAX: usize = 2;
const PRESSES_TO_HOME_MAX: usize = 3;

#[test]
fn no_screen_is_longer_than_seven_hundred_characters() {
    let mut too_long = BTreeMap::new();
    for reached in REACHED.iter() {
        let length = said(&reached.screen).visible_length();
        if length > CHARACTERS_MAX {
            too_long.insert(texts(&reached.screen), length);
        }
    }
    assert!(too_long.is_empty(), "{too_long:#?}");
}

#[test]
fn a_word_above_a_screen_leaves_it_short_enough() {
    let bare = said(&view(&heard(), now())).visible_length();
    let longest = remarks_anywhere()
        .map(|remark| said(&remarked(remark)).visible_length() - bare)
        .max();
    let longest = longest.expect("there are remarks");
    let mut too_long = BTreeMap::new();
    for reached in REACHED
        .iter()
        .filter(|reached| reached.dialogue.remark.is_none())
    {
        let length = said(&reached.screen).visible_length() + longest;
        if length > CHARACTERS_MAX {
            too_long.insert(texts(&reached.screen), length);
        }
    }
    assert!(too_long.is_empty(), "{too_long:#?}");
}

#[test]
fn every_keyboard_is_one_that_telegram_takes_and_a_thumb_can_use() {
    for reached in REACHED.iter() {
        let keyboard = said(&reached.screen).keyboard;
        let shown = texts(&reached.screen);
        assert!(
            keyboard.iter().map(Vec::len).sum::<usize>() <= BUTTONS_MAX,
            "{shown:?}"
        );
        for row in &keyboard {
            assert!(
                row.len() <= BUTTONS_A_ROW_MAX && !row.is_empty(),
                "{shown:?}"
            );
            for button in row {
                let length = button.label.trim().chars().count();
                let label = &button.label;
                assert!(
                    (1..=LABEL_CHARACTERS_MAX).contains(&length),
                    "«{label}» on {shown:?}"
                );
                assert!(
                    !label.contains(['\n', '<', '[']) || label.contains("가<&>"),
                    "«{label}»"
                );
            }
        }
    }
}

#[test]
fn no_two_buttons_of_a_screen_look_alike_or_do_the_same() {
    let mut faults = BTreeSet::new();
    for reached in REACHED.iter() {
        // Certificates may have one name: it is the person's own.
        let own_words = |text: &Text| text.id == "button-certificate" || text.id == "label";
        let buttons: Vec<_> = reached.screen.rows.iter().flatten().collect();
        for (at, button) in buttons.iter().enumerate() {
            for other in &buttons[at + 1..] {
                if button.label == other.label && !own_words(&button.label) {
                    faults.insert(format!(
                        "{:?} twice on {:?}",
                        button.label.id,
                        texts(&reached.screen)
                    ));
                }
                let recommended = |text: &Text| text.id.starts_with("button-term-");
                if button.does == other.does && !recommended(&button.label) {
                    faults.insert(format!(
                        "{:?} twice on {:?}",
                        button.does,
                        texts(&reached.screen)
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_press_fits_behind_a_button_and_is_read_back_as_itself() {
    for press in presses() {
        let code = press_data::encode(press);
        assert!(
            code.len() <= press_data::BYTES_MAX && code.is_ascii(),
            "{code}"
        );
        assert_eq!(press_data::decode(&code), Some(press), "{code}");
    }
}

#[test]
fn from_every_screen_home_is_at_most_three_presses_away() {
    for reached in REACHED.iter() {
        let shown = texts(&reached.screen);
        assert!(
            is_near_home(&reached.dialogue, PRESSES_TO_HOME_MAX),
            "{shown:?}"
        );
    }
}

fn is_near_home(dialogue: &Dialogue, presses: usize) -> bool {
    if dialogue.state == State::Home {
        return true;
    }
    let after = |press| transition(dialogue.clone(), Event::Pressed(press), now()).0;
    let offered: Vec<Press> = view(dialogue, now()).presses().collect();
    presses > 0
        && (offered
            .iter()
            .any(|press| after(*press).state == State::Home)
            || offered
                .iter()
                .any(|press| is_near_home(&after(*press), presses - 1)))
}

#[test]
fn every_button_does_something() {
    let mut idle = BTreeSet::new();
    for reached in REACHED.iter() {
        for press in reached.screen.presses() {
            let before = Dialogue {
                remark: None,
                ..reached.dialogue.clone()
            };
            let (after, effects) = transition(before.clone(), Event::Pressed(press), now());
            let says_nothing = effects.len() == 1;
            if says_nothing && view(&after, now()) == view(&before, now()) {
                idle.insert(format!(
                    "{} on {:?}",
                    press_data::encode(press),
                    texts(&reached.screen)
                ));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn nothing_on_a_screen_is_unsaid_or_badly_said() {
    let mut faults = BTreeSet::new();
    for reached in REACHED.iter() {
        let said = said(&reached.screen);
        let labels = said.keyboard.iter().flatten().map(|button| &button.label);
        for words in labels.chain([&said.html]) {
            let bad = ["{", "}", "()", "%", "null", "None"];
            faults.extend(
                bad.iter()
                    .filter(|bad| words.contains(**bad))
                    .map(|bad| (*bad, words.clone())),
            );
            let both = [
                "을(를)", "를(을)", "이(가)", "가(이)", "은(는)", "는(은)", "와(과)", "과(와)",
                "(으)로", "(이)",
            ];
            faults.extend(
                both.iter()
                    .filter(|both| words.contains(**both))
                    .map(|both| (*both, words.clone())),
            );
        }
        if said.html.is_empty() {
            faults.insert(("nothing", texts(&reached.screen).join(" ")));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(WORDS.missing(), Vec::<String>::new());
}

#[test]
fn at_most_two_emoji_stand_in_a_message() {
    for reached in REACHED.iter() {
        let said = said(&reached.screen);
        let labels = said
            .keyboard
            .iter()
            .flatten()
            .map(|button| button.label.as_str());
        let shown: String = labels.chain([said.html.as_str()]).collect();
        let emoji: Vec<char> = shown.chars().filter(|sign| is_emoji(*sign)).collect();
        assert!(
            emoji.len() <= EMOJI_MAX,
            "{emoji:?} on {:?}",
            texts(&reached.screen)
        );
    }
}

fn is_emoji(sign: char) -> bool {
    matches!(sign, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{20E3}')
}

#[test]
fn only_the_bank_and_the_certificate_service_are_pointed_to() {
    let is_ours = |host: &str| {
        ["kbstar.com", "yeskey.or.kr"]
            .iter()
            .any(|ours| host == *ours || host.ends_with(&format!(".{ours}")))
    };
    for reached in REACHED.iter() {
        let said = said(&reached.screen);
        assert!(!said.html.contains("<a "), "{}", said.html);
        let labels = said
            .keyboard
            .iter()
            .flatten()
            .map(|button| button.label.as_str());
        for words in labels.chain([said.html.as_str()]) {
            for host in hosts(words) {
                assert!(is_ours(&host), "{host} in «{words}»");
            }
        }
        for button in reached.screen.rows.iter().flatten() {
            if let Does::Open(site) = button.does {
                let host = site
                    .url()
                    .strip_prefix("https://www.")
                    .expect("https and a host alone");
                assert!(is_ours(host), "{host}");
                assert!(matches!(site, Site::Kb | Site::Yeskey));
            }
        }
    }
}

/// Everything that looks like the name of a host: Latin words joined by dots, the last of letters alone.
fn hosts(words: &str) -> Vec<String> {
    words
        .split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '.' || sign == '-'))
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| {
            let last = word.rsplit('.').next().unwrap_or_default();
            word.contains('.')
                && last.len() >= 2
                && last.chars().all(|sign| sign.is_ascii_alphabetic())
        })
        .collect()
}
