//! What Telegram says about the bot.

use reqwest::Url;

use super::finding::Finding;
use crate::runtime::bot::Intake;
use crate::telegram::looking::{Unseen, Webhook};
use crate::telegram::send::BotApi;

const TOKEN: &str = "token";
const WEBHOOK: &str = "webhook";
/// More than anybody's bot has waiting while it is well.
const PENDING_MAX: u32 = 100;

pub async fn findings(api: &BotApi, intake: &Intake) -> Vec<Finding> {
    let (name, webhook) =
        futures_util::future::join(api.look_at_name(), api.look_at_webhook()).await;
    let mut findings = vec![match name {
        Ok(Some(name)) => Finding::ok(
            TOKEN,
            format!("@{name}의 토큰이에요."),
            format!("it is that of @{name}"),
        ),
        Ok(None) => Finding::wrong(
            TOKEN,
            "봇에 이름이 없어요. BotFather에서 정해 주세요.",
            "the bot has no user name; give it one at BotFather",
        ),
        Err(unseen) => not_seen(TOKEN, &unseen),
    }];
    match webhook {
        Ok(webhook) => findings.extend(judged(&webhook, intake)),
        // What is wrong with the token has been said.
        Err(Unseen::Token) => {}
        Err(unseen) => findings.push(not_seen(WEBHOOK, &unseen)),
    }
    findings
}

fn not_seen(about: &'static str, unseen: &Unseen) -> Finding {
    match unseen {
        Unseen::Token => Finding::wrong(
            about,
            "텔레그램이 모르는 토큰이에요. BotFather에서 다시 복사해 주세요.",
            "Telegram does not know it; copy it again from BotFather",
        ),
        Unseen::Refused(code) => Finding::wrong(
            about,
            format!("텔레그램이 {code}로 거절해요."),
            format!("Telegram answers {code}"),
        ),
        Unseen::Silent => Finding::wrong(
            about,
            "텔레그램이 답하지 않아요. 네트워크와 TELOXIDE_API_URL을 봐 주세요.",
            "Telegram does not answer; look at the network and at TELOXIDE_API_URL",
        ),
    }
}

fn judged(webhook: &Webhook, intake: &Intake) -> Vec<Finding> {
    let mut findings = vec![fits(webhook.url.as_ref(), intake)];
    let pending = webhook.pending;
    let (korean, english) = (
        format!("텔레그램에 업데이트 {pending}개가 기다려요."),
        format!("{pending} updates wait at Telegram"),
    );
    findings.push(if pending > PENDING_MAX {
        Finding::warning(WEBHOOK, korean, english)
    } else {
        Finding::ok(WEBHOOK, korean, english)
    });
    if let Some((at, words)) = &webhook.error {
        let at = at.format("%Y-%m-%dT%H:%M:%SZ");
        findings.push(Finding::warning(
            WEBHOOK,
            format!("{at}에 마지막으로 전하지 못했어요."),
            format!("an update could last not be brought at {at}: {words}"),
        ));
    }
    findings
}

/// Whether the updates come to where the settings expect them.
fn fits(set: Option<&Url>, intake: &Intake) -> Finding {
    let host = |url: &Url| url.host_str().unwrap_or("?").to_owned();
    match (set, intake) {
        (None, Intake::Polling) => {
            Finding::ok(WEBHOOK, "없어요. 폴링할 수 있어요.", "none; polling works")
        }
        (Some(set), Intake::Polling) => Finding::wrong(
            WEBHOOK,
            format!(
                "{}에 걸려 있어 폴링할 수 없어요. gilbot webhook-remove로 지우거나 WEBHOOK_URL을 적어 주세요.",
                host(set)
            ),
            format!(
                "one is set at {}, so that polling gets nothing: run gilbot webhook-remove, or set WEBHOOK_URL",
                host(set)
            ),
        ),
        (Some(set), Intake::Webhook { url, .. }) if set == url => {
            let host = host(set);
            Finding::ok(
                WEBHOOK,
                format!("{host}에 걸려 있어요."),
                format!("it is set at {host}"),
            )
        }
        (Some(set), Intake::Webhook { .. }) => {
            let host = host(set);
            Finding::warning(
                WEBHOOK,
                format!("다른 주소({host})에 걸려 있어요. 켜면 옮겨요."),
                format!("it is set elsewhere, at {host}; the next start moves it"),
            )
        }
        (None, Intake::Webhook { .. }) => Finding::warning(
            WEBHOOK,
            "아직 걸려 있지 않아요. 켜면 걸어요.",
            "none is set yet; the next start sets it",
        ),
    }
}
