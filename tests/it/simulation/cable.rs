//! Telegram as one process has it: the emulator's world, over a cable on which calls are cut, slow, refused and late.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::TimeDelta;
use gilbot::emulator::{Fault, Mishap, Outcome, Params, Refusal, Reply, Upload};
use gilbot::runtime::clock::Clock;
use gilbot::telegram::send::CALL_SECONDS_MAX;
use gilbot::telegram::wire::{Attachment, Call, Lost, Raw, Wire};
use serde_json::{Map, Value, json};
use tokio::time::sleep;

use super::books::Errand;
use super::fate::Fate;
use super::ground::Ground;

/// Whoever calls may have left after so long.
const PATIENCE: Duration = CALL_SECONDS_MAX.saturating_sub(Duration::from_secs(1));
/// The longest that a call is late: longer than anybody waits for it.
const LATE_SECONDS_MAX: usize = 40;

pub struct Cable {
    ground: Arc<Ground>,
    fate: Arc<Fate>,
    /// The clock of whoever calls.
    clock: Clock,
}

/// What becomes of one call.
#[derive(Debug, Clone, PartialEq)]
enum Trip {
    Plain,
    /// No connection could be made.
    Unsent,
    /// It goes out and takes effect much later, when nobody may be waiting.
    Late(Duration),
    Struck(Mishap),
}

/// Whoever stops waiting does not know what has happened: noted when this is dropped before its time.
struct Waiting<'a> {
    cable: &'a Cable,
    errand: &'a Errand,
    has_set_out: bool,
    heard: bool,
}

impl Cable {
    pub fn new(ground: &Arc<Ground>, fate: &Arc<Fate>, clock: &Clock) -> Self {
        Self {
            ground: Arc::clone(ground),
            fate: Arc::clone(fate),
            clock: clock.clone(),
        }
    }

    fn trip(&self, method: &str) -> Trip {
        let ground = &self.ground;
        let weather = ground.weather();
        let seconds = |most| Duration::from_secs(1 + ground.below(most) as u64);
        let is_answer = method.eq_ignore_ascii_case("answerCallbackQuery");
        if !is_answer && ground.strikes(weather.floods) {
            let wait = *ground.pick(&[1, 2, 5, 17, 60, 600]);
            let mishap = Mishap::Refuse(Refusal::too_many_requests(wait));
            return Trip::Struck(mishap);
        }
        if !ground.strikes(weather.telegram) {
            return Trip::Plain;
        }
        match ground.below(9) {
            0 => Trip::Unsent,
            1 => Trip::Late(seconds(LATE_SECONDS_MAX)),
            2 => Trip::Struck(Mishap::LateAnswer(seconds(LATE_SECONDS_MAX))),
            3 => Trip::Struck(Mishap::Hang),
            4 => Trip::Struck(Mishap::BadGateway),
            5 => Trip::Struck(Mishap::Refuse(Refusal::restarting())),
            6 => Trip::Struck(Mishap::CutBefore),
            7 => Trip::Struck(Mishap::OddAnswer),
            _ => Trip::Struck(Mishap::CutAfter),
        }
    }

    /// The call takes effect.
    fn arrives(&self, errand: &Errand, params: &Params) -> Outcome {
        arrives(&self.ground, errand, params)
    }

    async fn suffer(&self, mishap: Mishap, errand: &Errand, params: &Params) -> Result<Raw, Lost> {
        let fault = Fault::new(mishap);
        self.ground.world(|world| world.fault(fault));
        let (mishap, meant) = match self.arrives(errand, params) {
            Outcome::Answered(answer) => return Ok(raw(&answer)),
            Outcome::Polls => unreachable!("nobody polls here"),
            Outcome::Struck(mishap, meant) => (mishap, meant),
        };
        match (mishap, meant) {
            (Mishap::LateAnswer(time), Some(meant)) => {
                sleep(time).await;
                Ok(raw(&meant))
            }
            (Mishap::OddAnswer, Some(Ok(reply))) => Ok(Raw {
                status: 200,
                body: body(&json!({ "ok": true, "result": { "novelty": [reply.result] } })),
            }),
            (_, Some(refused @ Err(_))) => Ok(raw(&refused)),
            (Mishap::BadGateway, _) => Ok(Raw {
                status: 502,
                body: b"<html><title>502 Bad Gateway</title></html>".to_vec(),
            }),
            (Mishap::Hang, _) => std::future::pending().await,
            _ => Err(Lost::Unanswered),
        }
    }
}

#[async_trait]
impl Wire for Cable {
    async fn carry(&self, call: Call) -> Result<Raw, Lost> {
        let params = params(&call.params, call.file);
        let errand = Errand::of(self.fate.number, call.method, &params, self.clock.now());
        let now = self.ground.clock.now();
        self.ground.books(|books| books.begins(&errand, now));
        let mut waiting = Waiting {
            cable: self,
            errand: &errand,
            has_set_out: false,
            heard: false,
        };
        self.fate.way().await;
        waiting.has_set_out = true;
        let ground = &self.ground;
        let trip = self.trip(call.method);
        if trip != Trip::Plain {
            ground.books(|books| {
                books.say(|| {
                    let (number, chat, message) = (self.fate.number, errand.chat, errand.message);
                    let method = call.method;
                    format!("process {number} {method} {chat:?} {message:?} is struck: {trip:?}")
                });
                books.struck(&errand);
            });
        }
        let is_odd = trip == Trip::Struck(Mishap::OddAnswer);
        travel(ground).await;
        let answer = match trip {
            Trip::Plain => match self.arrives(&errand, &params) {
                Outcome::Answered(answer) => Ok(raw(&answer)),
                Outcome::Polls | Outcome::Struck(..) => unreachable!("no fault is left waiting"),
            },
            Trip::Unsent => Err(Lost::Unsent),
            Trip::Late(time) => {
                let (ground, errand) = (Arc::clone(ground), errand.clone());
                let late = ground.is_late();
                let running = tokio::spawn(async move {
                    sleep(time).await;
                    let arrived = arrives(&ground, &errand, &params);
                    if time >= PATIENCE {
                        ground.books(|books| books.troubled(errand.process, errand.chat));
                    }
                    drop(late);
                    arrived
                });
                match running.await {
                    Ok(Outcome::Answered(answer)) => Ok(raw(&answer)),
                    Ok(Outcome::Polls | Outcome::Struck(..)) | Err(_) => Err(Lost::Unanswered),
                }
            }
            Trip::Struck(mishap) => self.suffer(mishap, &errand, &params).await,
        };
        travel(ground).await;
        self.fate.way().await;
        waiting.heard = answer.is_ok() && !is_odd;
        if let (Some(chat), Ok(raw)) = (errand.chat, &answer)
            && let Some(wait) = asked_to_wait(raw)
        {
            let until = self.clock.now() + wait;
            ground.books(|books| books.told_to_wait(self.fate.number, chat, until));
        }
        answer
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let (number, chat) = (self.cable.fate.number, self.errand.chat);
        self.cable.ground.books(|books| {
            books.ends(number, chat);
            if !self.has_set_out {
                // Whoever stood still until it was too late cannot know that.
                books.struck(self.errand);
            }
            if !self.heard {
                books.troubled(number, chat);
            }
        });
    }
}

fn arrives(ground: &Ground, errand: &Errand, params: &Params) -> Outcome {
    let outcome = ground.world(|world| world.arrive(&errand.method, params));
    let answer = match &outcome {
        Outcome::Answered(answer) | Outcome::Struck(_, Some(answer)) => Some(answer),
        Outcome::Polls | Outcome::Struck(_, None) => None,
    };
    let now = ground.clock.now();
    ground.books(|books| books.arrived(errand, answer, now));
    outcome
}

/// The others go on meanwhile: a call to Telegram takes longer than one to the store.
async fn travel(ground: &Ground) {
    match ground.below(10) {
        0 => {}
        1 => tokio::task::yield_now().await,
        ms => sleep(Duration::from_millis(ms as u64)).await,
    }
}

fn params(written: &[u8], file: Option<Attachment>) -> Params {
    let object: Map<String, Value> = serde_json::from_slice(written).expect("an object");
    let mut params = Params::from_json(object);
    if let Some(file) = file {
        let upload = Upload {
            file_name: file.file_name.to_owned(),
            bytes: file.bytes,
        };
        params.attach(file.parameter, upload);
    }
    params
}

fn raw(answer: &Result<Reply, Refusal>) -> Raw {
    match answer {
        Ok(reply) => Raw {
            status: 200,
            body: body(&reply.to_json()),
        },
        Err(refusal) => Raw {
            status: refusal.code,
            body: body(&refusal.to_json()),
        },
    }
}

/// For how long Telegram wants to be left alone.
fn asked_to_wait(raw: &Raw) -> Option<TimeDelta> {
    let answer: Value = serde_json::from_slice(&raw.body).ok()?;
    let seconds = answer["parameters"]["retry_after"].as_i64();
    seconds.map(TimeDelta::seconds)
}

fn body(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}
