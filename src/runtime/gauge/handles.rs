//! The recorder of this program, and a handle for whatever is recorded at each press: to find a metric by its name costs
//! ten times as much as to count.

use std::sync::OnceLock;

use metrics::{Counter, Gauge, Histogram, Key, Label, Level, Metadata, Recorder};
use metrics_exporter_prometheus::{
    Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder,
};

use super::label::{Outcome, ROWS, SENT, STAGES, Verb};
use super::table::{self, BUCKETS_SECONDS, Kind, METRICS, Metric};
use crate::telegram::kind::UpdateKind;

static HANDLES: OnceLock<Handles> = OnceLock::new();
const ORIGIN: Metadata<'static> = Metadata::new("gilbot", Level::INFO, None);

pub struct Handles {
    recorder: PrometheusRecorder,
    pub updates: [[Counter; Outcome::ALL.len()]; UpdateKind::ALL.len()],
    pub panics: Counter,
    pub turn: Histogram,
    pub conflicts: Counter,
    pub undrawn: Counter,
    pub delivery: Histogram,
    pub store: [Histogram; Verb::ALL.len()],
    pub store_failures: [Counter; Verb::ALL.len()],
}

/// `None` as long as nobody asks for metrics: then nothing is recorded, and nothing heaps up.
pub fn handles() -> Option<&'static Handles> {
    HANDLES.get()
}

/// Begins to record, when it is first called; gives what can be shown.
pub fn install() -> PrometheusHandle {
    HANDLES.get_or_init(Handles::new).recorder.handle()
}

impl Handles {
    fn new() -> Self {
        let seconds = Matcher::Suffix("_seconds".into());
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(seconds, &BUCKETS_SECONDS)
            // It fails for an empty list of buckets only.
            .expect("the buckets are not empty")
            .build_recorder();
        describe(&recorder);
        let counter = |metric: &Metric, values: &[&'static str]| {
            recorder.register_counter(&key(metric, values), &ORIGIN)
        };
        let histogram = |metric: &Metric, values: &[&'static str]| {
            recorder.register_histogram(&key(metric, values), &ORIGIN)
        };
        let handles = Self {
            updates: UpdateKind::ALL.map(|kind| {
                Outcome::ALL.map(|outcome| counter(&table::UPDATES, &[kind.word(), outcome.word()]))
            }),
            panics: counter(&table::PANICS, &[]),
            turn: histogram(&table::TURN, &[]),
            conflicts: counter(&table::CONFLICTS, &[]),
            undrawn: counter(&table::UNDRAWN, &[]),
            delivery: histogram(&table::DELIVERY, &[]),
            store: Verb::ALL.map(|verb| histogram(&table::STORE, &[verb.word()])),
            store_failures: Verb::ALL.map(|verb| counter(&table::STORE_FAILURES, &[verb.word()])),
            recorder,
        };
        // A counter that begins with its first event hides that event from whoever looks for a growth.
        for (metric, values) in [
            (&table::SENDS, &SENT[..]),
            (&table::DEBTS, &ROWS),
            (&table::REMINDERS, &STAGES),
        ] {
            for value in values {
                handles.counter(metric, &[value]).increment(0);
            }
        }
        handles.counter(&table::RENEWED, &[]).increment(0);
        let version = handles.gauge(&table::BUILD, &[env!("CARGO_PKG_VERSION")]);
        version.set(1.0);
        handles
    }

    /// For what happens now and then.
    pub fn counter(&self, metric: &Metric, values: &[&'static str]) -> Counter {
        self.recorder
            .register_counter(&key(metric, values), &ORIGIN)
    }

    pub fn gauge(&self, metric: &Metric, values: &[&'static str]) -> Gauge {
        self.recorder.register_gauge(&key(metric, values), &ORIGIN)
    }
}

/// The name, and the labels with these values.
fn key(metric: &Metric, values: &[&'static str]) -> Key {
    let labels = metric.labels.iter().zip(values);
    let labels = labels.map(|(label, value)| Label::from_static_parts(label, value));
    Key::from_parts(metric.name, labels.collect::<Vec<_>>())
}

fn describe(recorder: &PrometheusRecorder) {
    for metric in METRICS {
        let (name, help) = (metric.name.into(), metric.help.into());
        match metric.kind {
            Kind::Counter => recorder.describe_counter(name, None, help),
            Kind::Gauge => recorder.describe_gauge(name, None, help),
            Kind::Histogram => recorder.describe_histogram(name, None, help),
        }
    }
}
