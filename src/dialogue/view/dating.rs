//! Entering a date: typed, picked, confirmed, agreed to.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};

use super::certificates::label;
use crate::dialogue::certificate::Certificate;
use crate::dialogue::press::{Dating, Press};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::state::{Asking, DateTalk, Dialogue, Unclear};
use crate::dialogue::text::{Arg, Text};
use crate::dialogue::transition::{TERMS_YEARS, after_years};

/// A date further ahead than this is asked about: no certificate lives so long (36 months, and one of grace).
const EXPIRY_AHEAD_MAX: Months = Months::new(37);
/// Years that the picker offers before and after this one.
const YEARS_BACK: i32 = 3;
const YEARS_AHEAD: i32 = 3;
const MONTHS_A_ROW: usize = 4;
const DAYS_A_ROW: usize = 7;

pub fn dating(dialogue: &Dialogue, talk: &DateTalk, now: DateTime<Utc>) -> Screen {
    let today = dialogue.settings.today(now);
    match talk.at {
        Asking::Whose => whose(dialogue),
        Asking::Date { issue, unclear } => ask(dialogue, talk, issue, unclear, today),
        Asking::Where => Screen::new(vec![Text::new("page-expiry-where")])
            .row(vec![type_it(false)])
            .row(vec![decline(), super::home_button()]),
        Asking::Year { issue } => years(issue, today),
        Asking::Month { issue, year } => months(issue, year),
        Asking::Day { issue, year, month } => days(issue, year, month),
        Asking::Either { issue, dates } => either(issue, dates),
        Asking::Term { issued_on } => terms(issued_on),
        Asking::Confirm(date) => confirm(date, today),
        Asking::Consent(date) => Screen::new(vec![
            Text::new("consent-head"),
            Text::new("page-what-is-stored"),
        ])
        .row(vec![Button::plain(
            "button-agree",
            Press::Date(Dating::Agree(date)),
        )])
        .row(vec![decline()])
        .row(vec![super::home_button()]),
    }
}

fn whose(dialogue: &Dialogue) -> Screen {
    let known = dialogue.certificates.iter().map(|certificate| {
        Button::press(
            label(certificate),
            Press::Date(Dating::For(Some(certificate.id))),
        )
    });
    Screen::new(vec![Text::new("date-whose")])
        .rows(known)
        .row(vec![Button::plain(
            "button-another-certificate",
            Press::Date(Dating::For(None)),
        )])
        .row(vec![decline(), super::home_button()])
}

fn ask(
    dialogue: &Dialogue,
    talk: &DateTalk,
    issue: bool,
    unclear: Option<Unclear>,
    today: NaiveDate,
) -> Screen {
    // An example with a day above twelve cannot be read the wrong way round.
    let example = if issue {
        NaiveDate::from_ymd_opt(today.year() - 1, 3, 15)
    } else {
        NaiveDate::from_ymd_opt(today.year() + 2, 3, 15)
    };
    let question = match (issue, talk.walk.is_some()) {
        (true, _) => "date-ask-issue",
        (false, true) => "date-ask-at-end",
        (false, false) => "date-ask",
    };
    let mut paragraphs: Vec<Text> = unclear.map(said).into_iter().collect();
    paragraphs.extend(
        talk.certificate
            .and_then(|id| dialogue.certificates.find(id))
            .map(|known: &Certificate| Text::new("date-for").with("label", label(known))),
    );
    paragraphs.push(Text::new(question));
    paragraphs.push(Text::new("date-example").with("date", example.unwrap_or(today)));
    let screen = Screen::new(paragraphs).row(vec![Button::plain(
        "button-pick-date",
        Press::Date(Dating::Years),
    )]);
    let screen = if issue {
        screen.row(vec![Button::plain(
            "button-know-expiry",
            Press::Date(Dating::Ask { issue: false }),
        )])
    } else {
        screen
            .row(vec![Button::plain(
                "button-only-issue",
                Press::Date(Dating::Ask { issue: true }),
            )])
            .row(vec![Button::plain(
                "button-where",
                Press::Date(Dating::Where),
            )])
    };
    screen.row(vec![decline(), super::home_button()])
}

fn said(unclear: Unclear) -> Text {
    Text::new(match unclear {
        Unclear::NoDate => "unclear-no-date",
        Unclear::Incomplete => "unclear-incomplete",
        Unclear::Impossible => "unclear-impossible",
        Unclear::FutureIssue => "unclear-future-issue",
        Unclear::Lunar => "unclear-lunar",
        Unclear::Vague => "unclear-vague",
    })
}

fn years(issue: bool, today: NaiveDate) -> Screen {
    let this = today.year();
    let years = if issue {
        this - YEARS_BACK..=this
    } else {
        this - 1..=this + YEARS_AHEAD
    };
    let buttons = years
        .map(|year| {
            Button::press(
                Text::new("date-year").with("year", Arg::Words(year.to_string())),
                Press::Date(Dating::Year(year)),
            )
        })
        .collect::<Vec<_>>();
    Screen::new(vec![Text::new(if issue {
        "date-pick-year-issue"
    } else {
        "date-pick-year"
    })])
    .row(buttons[..buttons.len() / 2].to_vec())
    .row(buttons[buttons.len() / 2..].to_vec())
    .row(vec![type_it(issue), super::home_button()])
}

fn months(issue: bool, year: i32) -> Screen {
    let buttons: Vec<Button> = (1..=12u32)
        .map(|month| {
            Button::press(
                Text::new("date-month").with("month", i64::from(month)),
                Press::Date(Dating::Month(year, month)),
            )
        })
        .collect();
    let head = Text::new("date-pick-month").with("year", Arg::Words(year.to_string()));
    rows_of(Screen::new(vec![head]), &buttons, MONTHS_A_ROW)
        .row(vec![Button::plain(
            "button-other-year",
            Press::Date(Dating::Years),
        )])
        .row(vec![type_it(issue), super::home_button()])
}

fn days(issue: bool, year: i32, month: u32) -> Screen {
    let buttons: Vec<Button> = (1..=31)
        .filter_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .map(|date| {
            Button::press(
                Text::new("date-day").with("day", i64::from(date.day())),
                Press::Date(Dating::Mean(date)),
            )
        })
        .collect();
    let head = Text::new("date-pick-day").with("month", Arg::Month(year, month));
    rows_of(Screen::new(vec![head]), &buttons, DAYS_A_ROW)
        .row(vec![Button::plain(
            "button-other-month",
            Press::Date(Dating::Year(year)),
        )])
        .row(vec![type_it(issue), super::home_button()])
}

fn rows_of(screen: Screen, buttons: &[Button], a_row: usize) -> Screen {
    buttons
        .chunks(a_row)
        .fold(screen, |screen, row| screen.row(row.to_vec()))
}

fn either(issue: bool, dates: [NaiveDate; 2]) -> Screen {
    let buttons = dates.map(|date| {
        Button::press(
            Text::new("date-itself").with("date", date),
            Press::Date(Dating::Mean(date)),
        )
    });
    Screen::new(vec![Text::new("date-either")])
        .rows(buttons)
        .row(vec![type_it(issue), super::home_button()])
}

/// Both readings of the period of validity; whoever is unsure plans on the earlier.
fn terms(issued_on: NaiveDate) -> Screen {
    let [two, three] = TERMS_YEARS.map(|years| after_years(issued_on, years));
    let choice = |id, date: NaiveDate| {
        Button::press(
            Text::new(id).with("date", date),
            Press::Date(Dating::Mean(date)),
        )
    };
    Screen::new(vec![
        Text::new("date-terms")
            .with("issued", issued_on)
            .with("two", two)
            .with("three", three),
    ])
    .rows([
        choice("button-term-three", three),
        choice("button-term-two", two),
        choice("button-term-unsure", two),
    ])
    .row(vec![type_it(true), super::home_button()])
}

fn confirm(date: NaiveDate, today: NaiveDate) -> Screen {
    let days = (date - today).num_days();
    let left = match days {
        ..0 => Text::new("days-past").with("days", -days),
        0 => Text::new("days-today"),
        days => Text::new("days-left").with("days", days),
    };
    let mut paragraphs = vec![
        Text::new("date-confirm")
            .with("date", date)
            .with("left", left),
    ];
    let too_far = today
        .checked_add_months(EXPIRY_AHEAD_MAX)
        .is_some_and(|limit| date > limit);
    if days < 0 {
        paragraphs.push(Text::new("date-confirm-past"));
    } else if too_far {
        paragraphs.push(Text::new("date-confirm-far"));
    }
    Screen::new(paragraphs)
        .row(vec![Button::plain(
            "button-save",
            Press::Date(Dating::Save(date)),
        )])
        .row(vec![Button::plain(
            "button-correct",
            Press::Date(Dating::Ask { issue: false }),
        )])
        .row(vec![decline(), super::home_button()])
}

fn type_it(issue: bool) -> Button {
    Button::plain("button-type-date", Press::Date(Dating::Ask { issue }))
}

fn decline() -> Button {
    Button::plain("button-decline", Press::Date(Dating::Decline))
}
