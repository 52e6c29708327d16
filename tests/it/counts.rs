//! What the operator's counters say about people's ways, without saying who went.

use gilbot::dialogue::count::renewals;
use gilbot::dialogue::effect::{Count, Effect};
use gilbot::dialogue::event::{Command, Event};
use gilbot::dialogue::press::{Dating, Matter, Place, Press};
use gilbot::dialogue::sharing::{Note, Origin, Peer};
use gilbot::dialogue::state::{Dialogue, State, Walk};
use gilbot::dialogue::transition;
use gilbot::guide::plan::{Channel, Identification, Medium, Plan, Purpose, Situation};
use gilbot::guide::route;
use gilbot::guide::step::StepId;
use gilbot::runtime::alias::Aliases;
use gilbot::store::ChatId;

use chrono::{Datelike, Days, Months, NaiveDate};
use gilbot::gallery::starts::{in_state, now, today, with_certificates};

/// Somebody on their way; what is counted is taken down.
struct Walker {
    dialogue: Dialogue,
}

impl Walker {
    fn at_result() -> Self {
        let walk = Walk {
            plan: PLAN,
            certificate: None,
        };
        Self {
            dialogue: in_state(State::Result(walk)),
        }
    }

    fn does(&mut self, event: Event) -> Vec<Count> {
        let (dialogue, effects) = transition(self.dialogue.clone(), event, now());
        self.dialogue = dialogue;
        let counts = effects.into_iter().filter_map(|effect| match effect {
            Effect::Count(count) => Some(count),
            _ => None,
        });
        counts.collect()
    }

    fn presses(&mut self, press: Press) -> Vec<Count> {
        self.does(Event::Pressed(press))
    }

    /// «갱신했어요» on the first certificate, and this date.
    fn enters(&mut self, date: NaiveDate) -> Vec<Count> {
        let first = self.dialogue.certificates.iter().next();
        let id = first.expect("there is one").id;
        let way = [
            Press::About(id, Matter::Renewed),
            Press::Date(Dating::Years),
            Press::Date(Dating::Year(date.year())),
            Press::Date(Dating::Month(date.year(), date.month())),
            Press::Date(Dating::Mean(date)),
            Press::Date(Dating::Save(date)),
        ];
        let counted = way.map(|press| self.presses(press)).concat();
        let certificate = self.dialogue.certificates.find(id);
        assert_eq!(certificate.expect("it stays").expires_on, date);
        counted
    }

    fn departs(&mut self) -> Vec<Count> {
        self.presses(Press::Prepare);
        self.presses(Press::Depart {
            although_missing: false,
        });
        self.presses(Press::Depart {
            although_missing: true,
        })
    }
}

const PLAN: Plan = Plan {
    purpose: Purpose::Revoke,
    detail: None,
    situation: Situation::Ordinary,
    channel: Channel::App,
    medium: Medium::Card,
    identification: Identification::Phone,
};

fn steps() -> Vec<StepId> {
    route::steps(&PLAN).iter().map(|step| step.id).collect()
}

#[test]
fn every_step_is_counted_once_when_it_is_come_to_and_the_way_when_it_is_done() {
    let mut walker = Walker::at_result();
    let steps = steps();
    assert_eq!(walker.departs(), [Count::Entered(steps[0])]);
    for pair in steps.windows(2) {
        let counted = walker.presses(Press::Done(pair[0]));
        assert_eq!(counted, [Count::Done(pair[0]), Count::Entered(pair[1])]);
        let twice = walker.presses(Press::Done(pair[0]));
        assert_eq!(twice, [], "a double tap is one tap");
    }
    let last = steps[steps.len() - 1];
    assert_eq!(
        walker.presses(Press::Done(last)),
        [Count::Done(last), Count::Finished("revoke")]
    );
}

#[test]
fn being_stuck_is_counted_once_however_long_one_reads_the_help() {
    let mut walker = Walker::at_result();
    let step = steps()[0];
    walker.departs();
    assert_eq!(walker.presses(Press::StuckAt(step)), [Count::Stuck(step)]);
    walker.presses(Press::AskHuman);
    assert_eq!(walker.presses(Press::StuckAt(step)), []);
    assert_eq!(
        walker.presses(Press::At(step)),
        [],
        "coming back is not coming"
    );
    assert_eq!(walker.presses(Press::StuckAt(step)), [Count::Stuck(step)]);
}

#[test]
fn whoever_comes_back_to_their_place_is_not_counted_again() {
    let mut walker = Walker::at_result();
    walker.departs();
    let home = Event::Commanded(Command::Start);
    assert_eq!(walker.does(home), []);
    assert_eq!(walker.presses(Press::Go(Place::Resume)), []);
    assert!(matches!(walker.dialogue.state, State::Walking(_)));
}

#[test]
fn a_renewal_is_a_date_half_a_year_later_and_no_day_that_was_put_right() {
    let mut walker = Walker {
        dialogue: with_certificates([20, 400]),
    };
    let renewed = today() + Months::new(24);
    assert_eq!(walker.enters(renewed), [Count::Renewed]);
    assert_eq!(walker.enters(renewed - Days::new(1)), []);
    assert_eq!(walker.enters(renewed + Days::new(1)), []);
    assert_eq!(walker.enters(today() + Days::new(30)), [], "an earlier one");
    let another = walker.dialogue.certificates.clone();
    let mut joined = another.clone();
    joined.add(renewed, today()).expect("there is room");
    assert_eq!(renewals(&another, &joined).count(), 0, "a new certificate");
}

#[test]
fn whoever_only_hears_of_it_renews_nothing() {
    let mut walker = Walker {
        dialogue: with_certificates([20]),
    };
    let theirs = Peer(7_000_000_001);
    let certificate = walker.dialogue.certificates.iter_mut().next();
    let certificate = certificate.expect("there is one");
    certificate.origin = Some(Origin {
        peer: theirs,
        certificate: certificate.id,
    });
    let id = certificate.id;
    let renewed = today() + Months::new(24);
    let heard = Event::Noted {
        from: theirs,
        note: Note::Renewed(id, renewed),
    };
    assert_eq!(walker.does(heard), []);
    let known = walker.dialogue.certificates.find(id).expect("it stays");
    assert_eq!(known.expires_on, renewed, "and it was heard");
}

#[test]
fn a_chat_has_one_alias_that_nobody_makes_without_the_token() {
    let aliases = Aliases::new("1:a token");
    // printf 1000001 | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(
    //   printf 'gilbot: chats in the log' | openssl dgst -sha256 -hmac '1:a token' -r | cut -d' ' -f1)
    assert_eq!(aliases.of(ChatId(1_000_001)), "a9e489773f9e");
    assert_ne!(aliases.of(ChatId(1_000_002)), "a9e489773f9e");
    let other = Aliases::new("1:another token");
    assert_ne!(other.of(ChatId(1_000_001)), "a9e489773f9e");
}
