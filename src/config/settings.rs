//! Every setting there is: the one list behind the table of the README and behind `.env.example`.

/// Where the Bot API answers when nobody says otherwise.
pub(super) const API_URL_DEFAULT: &str = "https://api.telegram.org";
/// Where records are kept when nobody says otherwise.
pub(super) const STORE_URL_DEFAULT: &str = "sqlite:gilbot.db";
/// How many unasked messages a second are sent when nobody says otherwise.
pub(super) const UNASKED_A_SECOND_DEFAULT: &str = "25";
/// Who speaks in the log when nobody says otherwise.
pub(super) const RUST_LOG_DEFAULT: &str = "info";

/// Names that begin like this are meant for us; one that we do not know is a slip of the pen.
const OUR_PREFIXES: [&str; 7] = [
    "TELOXIDE_",
    "STORE_",
    "WEBHOOK_",
    "UNASKED_",
    "OPS_",
    "ADMIN_",
    "GILBOT_",
];

/// One setting, as an operator meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The name of the environment variable.
    pub name: &'static str,
    /// What it decides, in Korean.
    pub meaning_ko: &'static str,
    /// The same in English.
    pub meaning_en: &'static str,
    /// What holds when it is not set; empty for nothing.
    pub default: &'static str,
    /// Whether its value must never be seen.
    pub secret: bool,
}

/// The settings, in the order in which one meets them.
pub const SETTINGS: &[Setting] = &[
    secret(
        "TELOXIDE_TOKEN",
        "봇 토큰이에요. BotFather가 줘요. 꼭 필요해요.",
        "The bot's token, from BotFather. Required.",
        "",
    ),
    open(
        "TELOXIDE_TOKEN_FILE",
        "봇 토큰을 담은 파일의 경로예요. 토큰 대신 적어요.",
        "The path of a file that holds the token, instead of the token.",
        "",
    ),
    open(
        "TELOXIDE_API_URL",
        "Bot API 서버의 주소예요. 직접 운영하는 서버가 있으면 바꿔요.",
        "The address of the Bot API server, for those who run one of their own.",
        API_URL_DEFAULT,
    ),
    secret(
        "STORE_URL",
        "기록을 두는 곳이에요. sqlite:파일, redis://호스트, redis+cluster://호스트,호스트 중 하나예요.",
        "Where records are kept: sqlite:FILE, redis://HOST or redis+cluster://HOST,HOST.",
        STORE_URL_DEFAULT,
    ),
    open(
        "STORE_URL_FILE",
        "STORE_URL을 담은 파일의 경로예요. 암호가 있을 때 써요.",
        "The path of a file that holds STORE_URL, for when there is a password in it.",
        "",
    ),
    open(
        "STORE_ALLOW_VOLATILE",
        "yes면 기록을 잃을 수 있는 저장소도 받아들여요.",
        "With yes, a store that may lose records is accepted.",
        "no",
    ),
    open(
        "STORE_WAIT_REPLICAS",
        "답하기 전에 기록을 받아야 하는 Redis 복제본의 수예요. 0부터 16까지예요.",
        "How many Redis replicas must hold a record before it counts, from 0 to 16.",
        "0",
    ),
    open(
        "WEBHOOK_URL",
        "텔레그램이 부를 https 주소예요. 비우면 폴링해요.",
        "The https address that Telegram calls. Empty means polling.",
        "",
    ),
    open(
        "WEBHOOK_LISTEN",
        "웹훅을 받을 주소와 포트예요. 예: 0.0.0.0:8443",
        "The address and port on which the webhook listens, such as 0.0.0.0:8443.",
        "",
    ),
    secret(
        "WEBHOOK_SECRET",
        "텔레그램이 함께 보낼 비밀 글자예요. 영문자, 숫자, _, -로 256자까지예요.",
        "The secret that Telegram sends along: up to 256 letters, digits, _ and -.",
        "",
    ),
    open(
        "WEBHOOK_SECRET_FILE",
        "비밀 글자를 담은 파일의 경로예요. 비밀 글자 대신 적어요.",
        "The path of a file that holds the secret, instead of the secret.",
        "",
    ),
    open(
        "UNASKED_A_SECOND",
        "모든 벌이 함께 보내는 알림의 1초 한도예요. 1부터 1000까지예요. 묻는 분께 하는 답은 세지 않아요.",
        "How many reminders all copies together send a second, from 1 to 1000. Answers to people do not count.",
        UNASKED_A_SECOND_DEFAULT,
    ),
    open(
        "OPS_LISTEN",
        "상태와 지표를 알려 줄 주소와 포트예요. 예: 127.0.0.1:9090. 비우면 알리지 않아요.",
        "Where health and metrics are answered, such as 127.0.0.1:9090. Empty means nowhere.",
        "",
    ),
    secret(
        "ADMIN_CHAT_IDS",
        "/stats에 답할 개인 대화방의 번호예요. 쉼표로 나눠 적어요. 다른 분께는 없는 명령이에요.",
        "The private chats that /stats answers, with commas between them. For others there is no such command.",
        "",
    ),
    open(
        "LOG_FORMAT",
        "로그의 꼴이에요. text 또는 json이에요.",
        "How the log looks: text or json.",
        "text",
    ),
    open(
        "RUST_LOG",
        "로그의 양이에요. 예: warn, info, gilbot=debug",
        "How much is logged, such as warn, info or gilbot=debug.",
        RUST_LOG_DEFAULT,
    ),
];

/// Of these names, those that look like ours and are none.
pub fn unknown(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let is_meant = |name: &String| OUR_PREFIXES.iter().any(|prefix| name.starts_with(prefix));
    let is_known = |name: &String| SETTINGS.iter().any(|setting| setting.name == name);
    let mut unknown: Vec<_> = names
        .into_iter()
        .filter(|name| is_meant(name) && !is_known(name))
        .collect();
    unknown.sort();
    unknown
}

const fn open(
    name: &'static str,
    meaning_ko: &'static str,
    meaning_en: &'static str,
    default: &'static str,
) -> Setting {
    Setting {
        name,
        meaning_ko,
        meaning_en,
        default,
        secret: false,
    }
}

const fn secret(
    name: &'static str,
    meaning_ko: &'static str,
    meaning_en: &'static str,
    default: &'static str,
) -> Setting {
    Setting {
        secret: true,
        ..open(name, meaning_ko, meaning_en, default)
    }
}
