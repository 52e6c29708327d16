//! A look at everything that the bot depends on. It changes nothing, and it always comes to an end.

use super::finding::{Finding, Mark};
use super::{settings, store, telegram};
use crate::config::Config;
use crate::telegram::send::BotApi;

/// Looks at the settings, at Telegram and at the store.
pub async fn check(
    config: &Config,
    api: &BotApi,
    lookup: impl Fn(&str) -> Option<String>,
    names: impl IntoIterator<Item = String>,
) -> Vec<Finding> {
    let mut findings = settings::findings(config, lookup, names);
    let looks = (
        telegram::findings(api, &config.intake),
        store::findings(&config.store, config.redis),
    );
    let (telegram, store) = futures_util::future::join(looks.0, looks.1).await;
    findings.extend(telegram);
    findings.extend(store);
    findings
}

/// Whether the bot can do its work.
pub fn is_well(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.mark < Mark::Wrong)
}
