//! What is wrong with the settings: each a sentence that says what to do, in Korean and then in English.

use std::fmt;

use crate::store::open::StoreUrlError;

/// One setting that is missing or wrong. It holds names of settings and never what was written there, so it may be
/// printed wherever one likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error(
        ".env: 모든 줄을 이름=값 꼴로 적어 주세요. — write every line as NAME=value, and check that the file can be read"
    )]
    EnvFile,
    #[error(
        "TELOXIDE_TOKEN: BotFather에게 받은 봇 토큰을 적어 주세요. — set it to the token that BotFather gave you"
    )]
    TokenMissing,
    #[error(
        "TELOXIDE_TOKEN: 토큰을 BotFather가 준 그대로 적어 주세요. 숫자, 쌍점, 글자 순서예요. — write the token as BotFather gave it: digits, a colon, letters"
    )]
    Token,
    #[error(
        "TELOXIDE_API_URL: http:// 또는 https://로 시작하는 주소를 적거나 비워 두세요. — write an address that begins with http:// or https://, or leave it empty"
    )]
    ApiUrl,
    #[error("STORE_URL: {korean} — {english}", korean = store_in_korean(*.0), english = .0)]
    Store(StoreUrlError),
    #[error(
        "STORE_URL: 메모리에만 두면 꺼질 때 기록이 사라져요. 파일을 적거나 STORE_ALLOW_VOLATILE=yes를 함께 적어 주세요. — records in memory are lost at the end: name a file, or also set STORE_ALLOW_VOLATILE=yes"
    )]
    Volatile,
    #[error("STORE_ALLOW_VOLATILE: yes 또는 no로 적어 주세요. — write yes or no")]
    AllowVolatile,
    #[error(
        "STORE_WAIT_REPLICAS: 0부터 16까지의 숫자로 적어 주세요. — write a whole number from 0 to 16"
    )]
    WaitReplicas,
    #[error(
        "STORE_WAIT_REPLICAS: 복제본은 Redis에만 있어요. 지우거나 STORE_URL에 Redis를 적어 주세요. — only Redis has replicas: remove it, or name a Redis server in STORE_URL"
    )]
    ReplicasOfFile,
    #[error(
        "WEBHOOK_URL: 웹훅을 쓰려면 주소를 적고, 폴링을 쓰려면 다른 WEBHOOK_ 설정을 지워 주세요. — set it to use a webhook, or remove the other WEBHOOK_ settings to poll"
    )]
    WebhookUrlMissing,
    #[error(
        "WEBHOOK_LISTEN: 웹훅을 받을 주소를 적어 주세요. 예: 0.0.0.0:8443 — set the address on which the webhook listens, such as 0.0.0.0:8443"
    )]
    WebhookListenMissing,
    #[error(
        "WEBHOOK_SECRET: 텔레그램만 아는 비밀 글자를 정해 주세요. — set a secret that Telegram will send along with each update"
    )]
    WebhookSecretMissing,
    #[error(
        "WEBHOOK_URL: https://로 시작하는 전체 주소를 적어 주세요. — write a whole address that begins with https://"
    )]
    WebhookUrl,
    #[error(
        "WEBHOOK_URL: 포트는 443, 80, 88, 8443 중 하나로 적어 주세요. — use port 443, 80, 88 or 8443: Telegram knows no other"
    )]
    WebhookPort,
    #[error(
        "WEBHOOK_URL: 주소에서 봇 토큰을 빼 주세요. 주소는 기록에 남아요. — take the token out of the address: addresses end up in logs"
    )]
    WebhookUrlHoldsToken,
    #[error(
        "WEBHOOK_SECRET: 영문자, 숫자, _, -만으로 1자에서 256자까지 적어 주세요. — use 1 to 256 letters, digits, _ and - only"
    )]
    WebhookSecret,
    #[error(
        "UNASKED_A_SECOND: 1부터 1000까지의 숫자로 적어 주세요. — write a whole number from 1 to 1000"
    )]
    UnaskedASecond,
    #[error(
        "{0}: 숫자 주소와 포트를 적어 주세요. 예: 127.0.0.1:9090 — write an address in numbers and a port, such as 127.0.0.1:9090"
    )]
    Listen(&'static str),
    #[error(
        "OPS_LISTEN: WEBHOOK_LISTEN과 다른 포트를 적어 주세요. — use another port than WEBHOOK_LISTEN"
    )]
    ListenTwice,
    #[error(
        "ADMIN_CHAT_IDS: 개인 대화방 번호를 쉼표로 나눠 적어 주세요. — write the numbers of private chats, with commas between them"
    )]
    AdminChatIds,
    #[error("LOG_FORMAT: text 또는 json으로 적어 주세요. — write text or json")]
    LogFormat,
    #[error(
        "RUST_LOG: info나 gilbot=debug처럼 적어 주세요. — write a level or a filter, such as info or gilbot=debug"
    )]
    LogFilter,
    #[error(
        "{0}: 값과 파일 중 하나만 남겨 주세요. — keep either the value or the file (the setting that ends in _FILE), not both"
    )]
    SaidTwice(&'static str),
    #[error(
        "{0}: 읽을 수 있고 비어 있지 않은 파일의 경로를 적어 주세요. — write the path of a file that can be read and is not empty"
    )]
    File(&'static str),
}

/// Everything that is wrong, in the order of the settings. Printed, each stands on its own line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn iter(&self) -> impl Iterator<Item = Fault> + '_ {
        self.0.iter().copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// What was read, or nothing and one fault more.
    pub(super) fn keep<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        self.keep_all(read.map_err(Self::from))
    }

    /// What was read, or nothing and some faults more.
    pub(super) fn keep_all<T>(&mut self, read: Result<T, Self>) -> Option<T> {
        read.map_err(|faults| self.0.extend(faults.0)).ok()
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.0.iter().map(Fault::to_string).collect();
        out.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Faults {}

fn store_in_korean(error: StoreUrlError) -> &'static str {
    match error {
        StoreUrlError::Kind => {
            "저장소를 sqlite:gilbot.db, redis://host:6379, redis+cluster://a:6379,b:6379 중 한 꼴로 적어 주세요."
        }
        StoreUrlError::Path => "sqlite: 뒤에 파일 경로만 적어 주세요. 예: sqlite:gilbot.db",
        StoreUrlError::Server => {
            "서버를 redis://user:password@host:6379 꼴로 적어 주세요. 암호의 특수 글자는 퍼센트 표기로 바꿔 주세요."
        }
        StoreUrlError::Cluster => {
            "클러스터를 redis+cluster://user:password@a:6379,b:6379 꼴로 적어 주세요. 암호의 특수 글자는 퍼센트 표기로 바꿔 주세요."
        }
    }
}
