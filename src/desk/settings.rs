//! The settings as they hold, without what must not be seen.

use super::finding::Finding;
use crate::config::{Config, SETTINGS, Setting, unknown};
use crate::store::StoreUrl;

pub fn findings(
    config: &Config,
    lookup: impl Fn(&str) -> Option<String>,
    names: impl IntoIterator<Item = String>,
) -> Vec<Finding> {
    let told = |setting: &Setting| {
        let word = lookup(setting.name).map(|word| word.trim().to_owned());
        let is_in_file = lookup(&format!("{}_FILE", setting.name)).is_some();
        told(
            setting,
            word.filter(|word| !word.is_empty()),
            is_in_file,
            &config.store,
        )
    };
    let slips = unknown(names).into_iter().map(|name| {
        Finding::warning(
            "settings",
            format!("{name}이라는 설정은 없어요. .env.example을 봐 주세요."),
            format!("no setting has the name {name}: see .env.example"),
        )
    });
    SETTINGS.iter().map(told).chain(slips).collect()
}

fn told(setting: &Setting, word: Option<String>, is_in_file: bool, store: &StoreUrl) -> Finding {
    let name = setting.name;
    match word {
        // The one secret of which most may be seen.
        word if name == "STORE_URL" && (is_in_file || word.is_some()) => {
            Finding::ok(name, store.to_string(), "without user and password")
        }
        None if is_in_file => Finding::ok(
            name,
            "파일에서 읽었어요. 값은 가렸어요.",
            "from its file, hidden",
        ),
        Some(_) if setting.secret => Finding::ok(name, "정했어요. 값은 가렸어요.", "set, hidden"),
        Some(word) => Finding::ok(name, word, "set"),
        None if setting.default.is_empty() => Finding::ok(name, "정하지 않았어요.", "not set"),
        None => Finding::ok(name, setting.default, "the default"),
    }
}
