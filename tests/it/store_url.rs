//! Where the store is, as an operator writes it.

use gilbot::store::open::{StoreUrl, StoreUrlError};

#[test]
fn every_kind_of_place_can_be_written() {
    for (written, read) in [
        ("sqlite:gilbot.db", StoreUrl::Sqlite("gilbot.db".into())),
        (
            "sqlite:/var/lib/gilbot/길봇.db",
            StoreUrl::Sqlite("/var/lib/gilbot/길봇.db".into()),
        ),
        ("sqlite::memory:", StoreUrl::Sqlite(":memory:".into())),
        (
            "redis://host:6379",
            StoreUrl::Redis("redis://host:6379".into()),
        ),
        (
            "rediss://u:p@host/3",
            StoreUrl::Redis("rediss://u:p@host/3".into()),
        ),
        (
            "redis+cluster://a:1",
            StoreUrl::Cluster(vec!["redis://a:1".into()]),
        ),
        (
            "rediss+cluster://u:p@a:1,b:2,[::1]:3/?protocol=resp2",
            StoreUrl::Cluster(vec![
                "rediss://u:p@a:1/?protocol=resp2".into(),
                "rediss://u:p@b:2/?protocol=resp2".into(),
                "rediss://u:p@[::1]:3/?protocol=resp2".into(),
            ]),
        ),
    ] {
        assert_eq!(written.parse(), Ok(read), "{written}");
    }
}

#[test]
fn what_cannot_be_read_is_answered_with_what_to_write_instead() {
    for (written, error) in [
        ("", StoreUrlError::Kind),
        ("gilbot.db", StoreUrlError::Kind),
        ("postgres://host/db", StoreUrlError::Kind),
        ("sqlite:", StoreUrlError::Path),
        ("sqlite:///gilbot.db", StoreUrlError::Path),
        ("redis://", StoreUrlError::Server),
        ("redis:host", StoreUrlError::Server),
        ("redis://user:pass#word@host:6379", StoreUrlError::Server),
        ("redis://host:port", StoreUrlError::Server),
        ("redis+cluster:a:1", StoreUrlError::Cluster),
        ("redis+cluster://", StoreUrlError::Cluster),
        ("redis+cluster://a:1,,b:2", StoreUrlError::Cluster),
        ("redis+cluster://a:1,b:x", StoreUrlError::Cluster),
    ] {
        assert_eq!(written.parse::<StoreUrl>(), Err(error), "{written}");
        let sentence = error.to_string();
        assert!(
            sentence.starts_with("write ") && !sentence.contains('\n'),
            "{sentence}"
        );
    }
}

#[test]
fn neither_user_nor_password_is_ever_printed() {
    for written in [
        "redis://anna:hunter2@host:6379/1",
        "redis://anna:hunter2@",
        "rediss://:hunter2@host",
        "redis+cluster://anna:hunter2@a:1,b:2",
        "redis+cluster://anna:hunter2@a:1,b:x",
        "postgres://anna:hunter2@host",
    ] {
        let printed = match written.parse::<StoreUrl>() {
            Ok(url) => format!("{url} {url:?} {url:#?}"),
            Err(error) => format!("{error} {error:?}"),
        };
        assert!(
            !printed.contains("anna") && !printed.contains("hunter2"),
            "{printed}"
        );
    }
}
