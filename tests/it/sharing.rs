//! Reminders for two.

use gilbot::emulator::Message;
use reqwest::Url;

/// What the app says for whoever opens the newest link that these messages offer to send.
pub fn invitation(messages: &[Message]) -> Option<String> {
    let buttons = messages.iter().rev().flat_map(|message| message.keyboard.iter().flatten());
    let share = buttons.filter_map(|button| Url::parse(button.url()?).ok());
    let mut share = share.filter(|url| url.host_str() == Some("t.me") && url.path() == "/share/url");
    let queried = |url: &Url, name: &str| {
        let mut pairs = url.query_pairs();
        pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
    };
    let link = Url::parse(&queried(&share.next()?, "url")?).ok()?;
    Some(format!("/start {}", queried(&link, "start")?))
}
