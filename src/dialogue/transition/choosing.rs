//! The short questions before a walk.

use crate::dialogue::answers::Answers;
use crate::dialogue::certificate::CertificateId;
use crate::dialogue::effect::Toast;
use crate::dialogue::press::{Choice, Question};
use crate::dialogue::state::{Choosing, Dialogue, State, Walk};
use crate::guide::plan::Purpose;

/// Begins the questions; a purpose that is known already is not asked again.
pub fn begin(
    dialogue: &mut Dialogue,
    purpose: Option<Purpose>,
    certificate: Option<CertificateId>,
) {
    let answers = Answers {
        purpose,
        ..Answers::default()
    };
    advance(dialogue, answers, certificate);
}

/// Back to a question; its answer can be given anew.
pub fn ask(dialogue: &mut Dialogue, question: Question) -> Option<Toast> {
    let (answers, certificate) = given(dialogue);
    dialogue.state = State::Choosing(Choosing {
        answers,
        asked: question,
        unsure: false,
        certificate,
    });
    None
}

pub fn unsure(dialogue: &mut Dialogue, question: Question) -> Option<Toast> {
    let (answers, certificate) = given(dialogue);
    dialogue.state = State::Choosing(Choosing {
        answers,
        asked: question,
        unsure: true,
        certificate,
    });
    None
}

pub fn choose(dialogue: &mut Dialogue, choice: Choice) -> Option<Toast> {
    let (answers, certificate) = given(dialogue);
    advance(dialogue, answers.with(choice), certificate);
    None
}

fn advance(dialogue: &mut Dialogue, answers: Answers, certificate: Option<CertificateId>) {
    dialogue.state = match answers.open() {
        Some(asked) => State::Choosing(Choosing {
            answers,
            asked,
            unsure: false,
            certificate,
        }),
        None => State::Result(Walk {
            plan: answers.plan(),
            certificate,
        }),
    };
}

/// The answers given so far, wherever the questions were left.
fn given(dialogue: &Dialogue) -> (Answers, Option<CertificateId>) {
    match &dialogue.state {
        State::Choosing(choosing) => (choosing.answers, choosing.certificate),
        State::Result(walk) => (walk.plan.into(), walk.certificate),
        State::Home
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => (Answers::default(), None),
    }
}
