//! What has happened, as Telegram and the store know it; and what must hold at each moment, not only at the end.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use gilbot::dialogue::certificate::{Certificate, CertificateId};
use gilbot::dialogue::effect::Show;
use gilbot::dialogue::next_due;
use gilbot::dialogue::reminder::Notice;
use gilbot::dialogue::state::State;
use gilbot::emulator::{Params, Refusal, Reply};
use gilbot::store::record::Outbox;
use gilbot::store::{CALL_SECONDS_MAX, CommitId, Record, Revision, SEEN_MAX};
use serde_json::Value;
use tokio::time::{Duration, Instant};

use super::{REPLAYED, alarm_ms};

/// In every reminder, and on no other screen.
pub const REMINDER: &str = "의 알림이에요.";
/// A delivery that has begun before nine in the evening may end so much later.
const EVENING_ENDS: TimeDelta = TimeDelta::seconds(120);

/// After so many deaths over an update it may be set aside.
const KILLS_MAX: usize = 3;
/// A reminder that went out so often without an answer counts as told.
const UNANSWERED_MAX: usize = 2;
/// Whoever has begun before Telegram's word was noted may still call.
const WORD_SPREADS: Duration = Duration::from_secs(5);
/// What a delivery does may have been begun so long before.
const BEGUN_BEFORE: Duration = Duration::from_secs(100);
/// Clocks may differ by so much.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::milliseconds(1_500);
/// A reminder may be on its way for so long while Telegram refuses it.
const MEDDLING_MAX: Duration = Duration::from_secs(700);

#[derive(Default)]
pub struct Books {
    /// What must never happen, and did.
    pub faults: Vec<String>,
    log: Vec<String>,
    chats: BTreeMap<i64, Chat>,
    pub updates: BTreeMap<i32, Update>,
    pub sent: Vec<Sent>,
    /// Processes that may have forgotten what they did, for one chat or for all, and since when.
    troubles: Vec<(usize, Option<i64>, Instant)>,
    deaths: BTreeSet<usize>,
    /// Processes whose clock is far from the others', or was until then: what they do is early or late by as much.
    pub astray: BTreeMap<usize, Option<Instant>>,
    /// When a process had to wait for the store, or until when it stood still.
    delays: Vec<(usize, Instant)>,
    /// Who has touched a message last.
    touched: BTreeMap<i32, Touch>,
    /// When the words that now stand in a message were composed.
    pub composed: BTreeMap<i32, DateTime<Utc>>,
    /// How many calls about a chat a process has on their way.
    calling: BTreeMap<(usize, i64), usize>,
    /// Messages that a record has known as its anchor.
    known: BTreeSet<i32>,
    /// Messages that Telegram did not let us touch.
    pub out_of_reach: BTreeSet<i32>,
    /// Answers to presses that were struck on their way.
    pub struck_answers: BTreeSet<String>,
}

/// One update.
#[derive(Debug, Default)]
pub struct Update {
    pub body: Value,
    /// Who was brought it.
    pub brought_to: BTreeSet<usize>,
    /// How often it was brought.
    pub tries: usize,
    /// Telegram has heard that it was taken.
    pub acknowledged: bool,
    /// When the person did it, or when it was first brought.
    pub born: DateTime<Utc>,
    /// Telegram has begun a new queue and let go of the old.
    pub cleared: bool,
    /// How often it had effect.
    pub taken: usize,
}

#[derive(Debug, Default)]
struct Chat {
    revision: u64,
    record: Option<Record>,
    was_blocked: bool,
    /// Since the chat was last forgotten.
    taken: BTreeSet<u32>,
    /// The lines of the last reminder that was put on top.
    reminder: Vec<Line>,
    /// Raised whenever a certificate begins anew or is asked to be told again.
    cycles: BTreeMap<CertificateId, u32>,
    told: Vec<Line>,
    /// Lines that went out and were perhaps not heard, each time.
    struck: Vec<Line>,
    /// The record says that Telegram wants this chat to be left alone.
    wait: Option<Wait>,
    /// Telegram has said so, to this process.
    told_to_wait: Option<(usize, Wait)>,
    /// When what the person did was committed.
    heard: Vec<Instant>,
    /// Whether the person has done something since the chat last came to rest.
    acted: bool,
}

#[derive(Debug)]
struct Wait {
    until: DateTime<Utc>,
    /// When it was noted in the store.
    noted: Instant,
    /// Who had calls on their way then.
    busy: BTreeSet<usize>,
}

/// One thing to be told about a certificate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub certificate: CertificateId,
    pub cycle: u32,
    pub notice: Notice,
}

/// A message that Telegram has accepted from us, or new words in an old one.
#[derive(Debug)]
pub struct Sent {
    pub chat: i64,
    pub message: i32,
    pub is_new: bool,
    pub process: usize,
    pub at: Instant,
    /// What it has told, if it is a reminder.
    pub lines: Vec<Line>,
}

#[derive(Debug)]
struct Touch {
    process: usize,
    chat: i64,
    at: Instant,
}

/// One call to Telegram.
#[derive(Debug, Clone)]
pub struct Errand {
    pub process: usize,
    pub method: String,
    pub chat: Option<i64>,
    pub message: Option<i64>,
    pub query: Option<String>,
    pub text: String,
    pub composed: DateTime<Utc>,
}

impl Errand {
    pub fn of(process: usize, method: &str, params: &Params, now: DateTime<Utc>) -> Self {
        let params = params.to_json();
        let text = |name: &str| params[name].as_str().map(str::to_owned);
        Self {
            process,
            method: method.to_owned(),
            chat: params["chat_id"].as_i64(),
            message: params["message_id"].as_i64(),
            query: text("callback_query_id"),
            text: text("text").unwrap_or_default(),
            composed: now,
        }
    }

    fn is(&self, method: &str) -> bool {
        self.method.eq_ignore_ascii_case(method)
    }
}

impl Books {
    /// Kept only for a seed that is played alone.
    pub fn say(&mut self, line: impl FnOnce() -> String) {
        if *REPLAYED {
            self.log.push(line().replace('\n', " / "));
        }
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    pub fn broken(&mut self, fault: String) {
        self.say(|| format!("BROKEN: {fault}"));
        self.faults.push(fault);
    }

    pub fn troubled(&mut self, process: usize, chat: Option<i64>) {
        self.troubles.push((process, chat, Instant::now()));
    }

    pub fn delayed(&mut self, process: usize) {
        self.delays.push((process, Instant::now()));
    }

    pub fn halted(&mut self, process: usize, until: Instant) {
        self.troubled(process, None);
        self.delays.push((process, until));
    }

    pub fn died(&mut self, process: usize) {
        self.deaths.insert(process);
    }

    pub fn has_reason_to_be_slow(&self, process: usize, since: Instant) -> bool {
        // A careful process does one thing after another: what has begun before counts, too.
        let mut delays = self.delays.iter();
        delays.any(|(who, at)| *who == process && *at + CALL_SECONDS_MAX >= since)
    }

    /// Whether whoever touched this message last died, or lost a call about this chat afterwards: then nobody knows that
    /// it is to be put right.
    pub fn is_loose(&self, message: i32) -> bool {
        let touched = self.touched.get(&message);
        touched.is_some_and(|touch| self.may_have_failed(touch.process, touch.chat, touch.at))
    }

    fn may_have_failed(&self, process: usize, chat: i64, since: Instant) -> bool {
        let mut troubles = self.troubles.iter();
        self.deaths.contains(&process)
            || troubles.any(|(who, about, at)| {
                *who == process && about.is_none_or(|about| about == chat) && *at >= since
            })
    }

    /// Whether it may be unknown that this was sent.
    pub fn may_be_unknown(&self, sent: &Sent) -> bool {
        if self.known.contains(&sent.message) {
            return false;
        }
        self.may_have_failed(sent.process, sent.chat, sent.at)
    }

    /// The clocks go back: a wait that was over begins again, and nobody knows it any more.
    pub fn clocks_go_back(&mut self) {
        let chats = self.chats.values_mut();
        chats.for_each(|chat| chat.told_to_wait = None);
    }

    pub fn person_acts(&mut self, chat: i64) {
        self.chat(chat).acted = true;
    }

    /// All that was asked for has been said.
    pub fn rests(&mut self) {
        for chat in self.chats.values_mut() {
            chat.acted = false;
        }
    }

    /// Whether it goes by a clock that is far from the others', or may have begun by one.
    fn is_astray(&self, process: usize) -> bool {
        let astray = self.astray.get(&process);
        astray.is_some_and(|until| until.is_none_or(|until| until.elapsed() < BEGUN_BEFORE))
    }

    pub fn was_blocked(&self, chat: i64) -> bool {
        self.chats.get(&chat).is_some_and(|chat| chat.was_blocked)
    }

    pub fn revision(&self, chat: i64) -> u64 {
        self.chats.get(&chat).map_or(0, |chat| chat.revision)
    }

    fn chat(&mut self, chat: i64) -> &mut Chat {
        self.chats.entry(chat).or_default()
    }

    /// Whether it has died, or has stood still for longer than a call may take.
    pub fn was_away(&self, process: usize) -> bool {
        let mut troubles = self.troubles.iter();
        self.deaths.contains(&process)
            || troubles.any(|(who, chat, _)| *who == process && chat.is_none())
    }

    /// Telegram begins a new queue.
    pub fn cleared(&mut self) {
        self.updates
            .values_mut()
            .for_each(|update| update.cleared = true);
    }

    /// An update sets out.
    pub fn sets_out(&mut self, id: i32, body: &Value, now: DateTime<Utc>) {
        let written = body["message"]["date"].as_i64();
        let written = written.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        self.updates.entry(id).or_insert_with(|| Update {
            body: body.clone(),
            born: written.unwrap_or(now),
            ..Update::default()
        });
    }

    pub fn brought(&mut self, id: i32, process: usize) {
        let update = self.updates.entry(id).or_default();
        update.tries += 1;
        update.brought_to.insert(process);
    }

    /// Telegram has heard that an update was taken, and forgets it.
    pub fn is_over(&mut self, id: i32) {
        self.updates.entry(id).or_default().acknowledged = true;
    }

    /// A process has acknowledged an update, whether or not Telegram hears it.
    pub fn acknowledged(&mut self, id: i32) {
        let update = self.updates.entry(id).or_default();
        let is_membership = update.body.get("my_chat_member").is_some();
        let killed = update.brought_to.intersection(&self.deaths).count();
        if update.taken == 0 && !is_membership && killed < KILLS_MAX {
            self.broken(format!("update {id} is acknowledged and was never taken"));
        }
    }

    pub fn struck(&mut self, errand: &Errand) {
        if errand.is("answerCallbackQuery") {
            self.struck_answers.extend(errand.query.clone());
        }
        if let Some(chat) = errand.chat
            && errand.text.contains(REMINDER)
        {
            let book = self.chat(chat);
            let lines = book.reminder.clone();
            book.struck.extend(lines);
        }
    }

    /// A call about a chat begins.
    pub fn begins(&mut self, errand: &Errand, now: DateTime<Utc>) {
        let Some(chat) = errand.chat else { return };
        let process = errand.process;
        *self.calling.entry((process, chat)).or_default() += 1;
        let is_astray = self.is_astray(process);
        if is_astray {
            return;
        }
        let book = &self.chats[&chat];
        let noted = book.wait.as_ref();
        // Whoever has heard it has noted it, unless it died over that.
        let told = book.told_to_wait.as_ref().filter(|(who, told)| {
            !self.may_have_failed(*who, chat, told.noted) && !self.astray.contains_key(who)
        });
        let early = [noted, told.map(|(_, told)| told)].into_iter().flatten();
        let early = early.filter(|wait| wait.is_broken(process, now));
        let early: Vec<_> = early.map(|wait| (wait.noted, wait.until)).collect();
        for (noted, until) in early {
            if !self.has_reason_to_be_slow(process, noted) {
                let method = &errand.method;
                self.broken(format!("{method} for {chat} at {now}, not before {until}"));
            }
        }
    }

    /// A process hears that Telegram wants a chat to be left alone.
    pub fn told_to_wait(&mut self, process: usize, chat: i64, until: DateTime<Utc>) {
        let busy = self.busy_with(chat);
        let noted = Instant::now();
        let told = Wait { until, noted, busy };
        let book = self.chat(chat);
        let is_longer = |(_, known): &(usize, Wait)| known.until < until;
        let is_blocked = |record: &Record| record.dialogue.blocked;
        if book.record.as_ref().is_some_and(is_blocked) {
            return;
        }
        if book.told_to_wait.as_ref().is_none_or(is_longer) {
            book.told_to_wait = Some((process, told));
        }
    }

    /// Who has calls about this chat on their way.
    fn busy_with(&self, chat: i64) -> BTreeSet<usize> {
        let busy = self.calling.iter().filter(|(_, count)| **count > 0);
        let busy = busy.filter(|((_, about), _)| *about == chat);
        busy.map(|((process, _), _)| *process).collect()
    }

    /// It has ended, one way or another.
    pub fn ends(&mut self, process: usize, chat: Option<i64>) {
        if let Some(count) = chat.and_then(|chat| self.calling.get_mut(&(process, chat))) {
            *count -= 1;
        }
    }

    /// A call to Telegram took effect.
    pub fn arrived(
        &mut self,
        errand: &Errand,
        answer: Option<&Result<Reply, Refusal>>,
        now: DateTime<Utc>,
    ) {
        self.say(|| {
            let came = match answer {
                Some(Ok(reply)) => format!("done {}", reply.result["message_id"]),
                Some(Err(refusal)) => format!("refused: {}", refusal.description),
                None => "nothing".to_owned(),
            };
            let text: String = errand.text.chars().take(60).collect();
            let (process, method, message) = (errand.process, &errand.method, errand.message);
            let chat = errand.chat;
            format!("{now} process {process} {method} {chat:?} {message:?} → {came} «{text}»")
        });
        let reply = match answer {
            Some(Ok(reply)) => reply,
            Some(Err(refusal)) => {
                self.struck(errand);
                if matches!(refusal.code, 400 | 403) {
                    self.out_of_reach
                        .extend(errand.message.map(|message| message as i32));
                }
                return;
            }
            None => return,
        };
        let is_new = errand.is("sendMessage");
        let message = errand
            .message
            .or_else(|| reply.result["message_id"].as_i64());
        if let (Some(chat), Some(message)) = (errand.chat, message) {
            let touch = Touch {
                process: errand.process,
                chat,
                at: Instant::now(),
            };
            self.touched.insert(message as i32, touch);
        }
        let Some(chat) = errand
            .chat
            .filter(|_| is_new || errand.is("editMessageText"))
        else {
            return;
        };
        // What a process that has died since had sent off may travel while the clock jumps.
        let process = errand.process;
        if is_new && !self.deaths.contains(&process) && !self.is_astray(process) {
            self.check_hour(chat, now);
        }
        let lines = match errand.text.contains(REMINDER) {
            true => self.chat(chat).reminder.clone(),
            false => Vec::new(),
        };
        let message = reply.result["message_id"].as_i64().unwrap_or_default() as i32;
        self.composed.insert(message, errand.composed);
        self.sent.push(Sent {
            chat,
            message,
            is_new,
            process: errand.process,
            at: Instant::now(),
            lines,
        });
    }

    /// Between nine in the evening and eight in the morning nothing is sent to somebody who has done nothing.
    fn check_hour(&mut self, chat: i64, now: DateTime<Utc>) {
        let book = self.chat(chat);
        let zone = book
            .record
            .as_ref()
            .map(|record| record.dialogue.settings.zone);
        let Some(zone) = zone.filter(|_| !book.acted) else {
            return;
        };
        let is_night = |at: DateTime<Utc>| !(8..21).contains(&at.with_timezone(&zone).hour());
        if is_night(now) && is_night(now - EVENING_ENDS) {
            self.broken(format!("chat {chat} was spoken to at {now}, unasked"));
        }
    }

    /// A commit was applied.
    pub fn committed(
        &mut self,
        chat: i64,
        id: CommitId,
        expected: Revision,
        record: &Record,
        now: DateTime<Utc>,
    ) {
        self.say(|| {
            let state = format!("{:?}", record.dialogue.state);
            let state: String = state.chars().take(40).collect();
            let (revision, anchor) = (expected.0 + 1, record.anchor.map(|anchor| anchor.0));
            let (due, owed) = (record.due, told(&record.outbox));
            format!("{now} commit {chat} {id:?} → {revision} due {due:?} on {anchor:?} owes {owed} {state}")
        });
        let due = record.due.map(alarm_ms);
        let true_due = next_due(&record.dialogue).map(alarm_ms);
        let is_true = match record.outbox.is_empty() {
            true => due == true_due,
            false => due.is_some(),
        };
        if !is_true {
            let owed = &record.outbox;
            self.broken(format!(
                "chat {chat} is due {due:?}, not {true_due:?}; {owed:?}"
            ));
        }
        let busy = self.busy_with(chat);
        self.chat(chat).waits(record.outbox.not_before, busy);
        self.known.extend(record.anchor.map(|anchor| anchor.0));
        let book = self.chat(chat);
        let before = book.revision;
        book.revision = expected.0 + 1;
        let mut twice = false;
        if let CommitId::Update(update) = id {
            twice = !book.taken.insert(update);
            book.heard.push(Instant::now());
        }
        book.was_blocked |= record.dialogue.blocked;
        if record.dialogue.blocked {
            // Nothing is owed to whoever has blocked us, and so nothing is noted.
            book.told_to_wait = None;
        }
        book.follow(record);
        book.record = Some(record.clone());
        if before != expected.0 {
            self.broken(format!(
                "chat {chat}: {} was written over {before}",
                expected.0 + 1
            ));
        }
        if record.seen.len() > SEEN_MAX {
            self.broken(format!("chat {chat} remembers {}", record.seen.len()));
        }
        if let CommitId::Update(update) = id {
            self.updates.entry(update as i32).or_default().taken += 1;
            if twice {
                self.broken(format!("update {update} was taken twice"));
            }
        }
    }

    pub fn forgotten(&mut self, chat: i64) {
        self.say(|| format!("chat {chat} is forgotten"));
        let acted = self.chat(chat).acted;
        let forgotten = Chat {
            acted,
            ..Chat::default()
        };
        self.chats.insert(chat, forgotten);
    }

    /// What was to be told to a chat that has come to rest, and was not; and what was told twice for nothing.
    /// `stands` knows which reminders are still there: of two that were sent side by side, one is taken away again, or
    /// is put to another use.
    pub fn check_told(&mut self, chat: i64, stands: impl Fn(i32) -> bool) {
        let Some(book) = self.chats.get(&chat) else {
            return;
        };
        let sent: Vec<&Sent> = self.sent.iter().filter(|sent| sent.chat == chat).collect();
        let mut faults = Vec::new();
        for (at, line) in book.told.iter().enumerate() {
            let is_late = |earlier: &Line| {
                (earlier.certificate, earlier.cycle) == (line.certificate, line.cycle)
                    && stage(earlier) > stage(line)
            };
            if stage(line).is_some() && book.told[..at].iter().any(is_late) {
                faults.push(format!("{line:?} of chat {chat} was told too late"));
            }
            let tellings: Vec<&&Sent> = sent
                .iter()
                .filter(|sent| sent.lines.contains(line))
                .collect();
            let struck = book.struck.iter().filter(|struck| *struck == line).count();
            if tellings.is_empty() && book.is_live(line) && struck < UNANSWERED_MAX {
                faults.push(format!("{line:?} of chat {chat} was never told"));
            }
            let standing: Vec<&&Sent> = tellings
                .into_iter()
                .filter(|sent| sent.is_new && stands(sent.message))
                .collect();
            for pair in standing.windows(2) {
                // Whose clock is slow has a lease that others hold for over; whose is fast holds others' for over.
                let is_early = |sent: &Sent| self.astray.contains_key(&sent.process);
                let is_excused = self.may_be_unknown(pair[0]) || book.meddled(pair[0], pair[1]);
                let is_excused = is_excused || is_early(pair[0]) || is_early(pair[1]);
                if !is_excused {
                    faults.push(format!(
                        "{line:?} of chat {chat} was told again after {:?}",
                        pair[0]
                    ));
                }
            }
        }
        faults.into_iter().for_each(|fault| self.broken(fault));
    }
}

impl Wait {
    /// Whether it is too early for a call of this process, which must know.
    fn is_broken(&self, process: usize, now: DateTime<Utc>) -> bool {
        let is_early = now + CLOCKS_DIFFER < self.until;
        is_early && self.noted.elapsed() > WORD_SPREADS && !self.busy.contains(&process)
    }
}

impl Chat {
    fn waits(&mut self, until: Option<DateTime<Utc>>, busy: BTreeSet<usize>) {
        if self.wait.as_ref().map(|wait| wait.until) != until {
            let noted = Instant::now();
            self.wait = until.map(|until| Wait { until, noted, busy });
        }
    }

    /// Notes what this record has to tell that the one before had not.
    fn follow(&mut self, record: &Record) {
        let before = self.record.take().unwrap_or_default();
        for is in record.dialogue.certificates.iter() {
            let was = before.dialogue.certificates.find(is.id);
            if was.is_some_and(|was| begins_anew(was, is)) {
                *self.cycles.entry(is.id).or_default() += 1;
            }
        }
        let State::Reminder(reminder) = &record.dialogue.state else {
            return;
        };
        // What stands there already stays what it was, whatever is asked for beneath it.
        let stood = match before.dialogue.state {
            State::Reminder(_) => std::mem::take(&mut self.reminder),
            _ => Vec::new(),
        };
        let line = |(certificate, notice): &(CertificateId, Notice)| {
            let mut stood = stood.iter().copied();
            let same = stood.find(|it| (it.certificate, it.notice) == (*certificate, *notice));
            same.unwrap_or_else(|| Line {
                certificate: *certificate,
                cycle: self.cycles.get(certificate).copied().unwrap_or_default(),
                notice: *notice,
            })
        };
        let lines: Vec<Line> = reminder.lines.iter().map(line).collect();
        if record.outbox.show >= Some(Show::Quietly) {
            let fresh: Vec<Line> = lines
                .iter()
                .copied()
                .filter(|line| !self.told.contains(line))
                .collect();
            self.told.extend(fresh);
        }
        self.reminder = lines;
    }

    /// Whether the person has acted while a reminder was on its way: then it is shown again, as the answer.
    fn meddled(&self, first: &Sent, second: &Sent) -> bool {
        let around = first.at - MEDDLING_MAX..=second.at;
        second.at - first.at < MEDDLING_MAX && self.heard.iter().any(|at| around.contains(at))
    }

    /// Whether it still has to be told when all has come to rest.
    fn is_live(&self, line: &Line) -> bool {
        let cycle = self
            .cycles
            .get(&line.certificate)
            .copied()
            .unwrap_or_default();
        let Some(record) = &self.record else {
            return false;
        };
        let certificate = record.dialogue.certificates.find(line.certificate);
        let was_overtaken = self.told.iter().any(|later| {
            later.certificate == line.certificate
                && later.cycle == line.cycle
                && stage(later) > stage(line)
        });
        certificate.is_some() && cycle == line.cycle && !was_overtaken && !record.dialogue.blocked
    }
}

fn stage(line: &Line) -> Option<gilbot::dialogue::reminder::Stage> {
    match line.notice {
        Notice::Stage(stage) => Some(stage),
        Notice::Use => None,
    }
}

/// Another date, or what was told is to be told again.
fn begins_anew(was: &Certificate, is: &Certificate) -> bool {
    was.expires_on != is.expires_on
        || is.told < was.told
        || is.later != was.later
        || is.use_by != was.use_by
}

/// An outbox in few words.
fn told(outbox: &Outbox) -> String {
    let written = serde_json::to_value(outbox).expect("it is plain");
    written.to_string()
}
