//! What Telegram's answers mean.

use std::sync::Arc;
use std::time::Duration;

use teloxide::types::{ChatId, Seconds};
use teloxide::{ApiError, RequestError};

use gilbot::dialogue::event::MessageId;
use gilbot::telegram::Delivery;

fn later(seconds: u64) -> Delivery {
    Delivery::Later(Duration::from_secs(seconds))
}

#[test]
fn wordings_are_judged() {
    let done = [
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as \
         a current content and reply markup of the message",
        "Bad Request: message to delete not found",
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ];
    let anew = [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
        "Bad Request: message identifier is not specified",
        "Bad Request: there is no text in the message to edit",
    ];
    let gone = [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot was kicked from the group chat",
        "Forbidden: bot was kicked from the supergroup chat",
        "Forbidden: bot was kicked from the channel chat",
        "Forbidden: bot is not a member of the channel chat",
        "Forbidden: the group chat was deleted",
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot can't send messages to bots",
        "Bad Request: chat not found",
        "Bad Request: private chat not found",
        "Bad Request: user not found",
        "Bad Request: PEER_ID_INVALID",
        "Bad Request: group chat was upgraded to a supergroup chat",
        "Unauthorized: bot was kicked from a chat",
    ];
    let in_two_seconds = [
        "Internal Server Error: restart",
        "Internal Server Error",
        "Bad Gateway",
        "Gateway Timeout",
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        "Something that nobody has ever heard",
    ];
    let refused = [
        "Bad Request: message is too long",
        "Bad Request: message text is empty",
        "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0",
        "Bad Request: BUTTON_DATA_INVALID",
        "Bad Request: message can't be deleted",
        "Bad Request: message can't be deleted for everyone",
        "Bad Request: unknown parameter \"x\"",
        "Request Entity Too Large",
    ];
    for wording in done {
        assert_eq!(
            Delivery::of_wording(wording),
            Delivery::Done(None),
            "{wording}"
        );
    }
    for wording in anew {
        assert_eq!(Delivery::of_wording(wording), Delivery::Anew, "{wording}");
    }
    for wording in gone {
        assert_eq!(Delivery::of_wording(wording), Delivery::Gone, "{wording}");
    }
    for wording in in_two_seconds {
        assert_eq!(Delivery::of_wording(wording), later(2), "{wording}");
    }
    for wording in refused {
        assert_eq!(
            Delivery::of_wording(wording),
            Delivery::Refused(wording.to_owned()),
            "{wording}"
        );
    }
    assert_eq!(
        Delivery::of_wording("Too Many Requests: retry after 17"),
        later(17)
    );
    assert_eq!(Delivery::of_wording("Unauthorized"), later(60));
    assert_eq!(Delivery::of_wording("Not Found"), later(60));
}

#[test]
fn errors_that_the_library_knows_mean_the_same_as_their_wordings() {
    let unreadable = |raw: &str| RequestError::InvalidJson {
        source: Arc::new(serde_json::from_str::<u8>("").expect_err("nothing is no number")),
        raw: raw.into(),
    };
    let unknown = |wording: &str| RequestError::Api(ApiError::Unknown(wording.to_owned()));
    let cases = [
        (RequestError::Api(ApiError::BotBlocked), Delivery::Gone),
        (RequestError::Api(ApiError::UserDeactivated), Delivery::Gone),
        (
            RequestError::Api(ApiError::CantInitiateConversation),
            Delivery::Gone,
        ),
        (RequestError::Api(ApiError::ChatNotFound), Delivery::Gone),
        (
            RequestError::Api(ApiError::MessageNotModified),
            Delivery::Done(None),
        ),
        (
            RequestError::Api(ApiError::MessageToDeleteNotFound),
            Delivery::Done(None),
        ),
        (
            RequestError::Api(ApiError::InvalidQueryId),
            Delivery::Done(None),
        ),
        (
            RequestError::Api(ApiError::MessageToEditNotFound),
            Delivery::Anew,
        ),
        (
            RequestError::Api(ApiError::MessageCantBeEdited),
            Delivery::Anew,
        ),
        (RequestError::Api(ApiError::InvalidToken), later(60)),
        (
            RequestError::Api(ApiError::MessageIsTooLong),
            Delivery::Refused("Bad Request: message is too long".to_owned()),
        ),
        (
            unknown("Forbidden: bot was kicked from the group chat"),
            Delivery::Gone,
        ),
        (unknown("Internal Server Error: restart"), later(2)),
        (
            RequestError::RetryAfter(Seconds::from_seconds(42)),
            later(42),
        ),
        (RequestError::MigrateToChatId(ChatId(-100)), Delivery::Gone),
        (
            unreadable("{\"ok\":true,\"result\":{\"message_id\":77,\"new_kind\":1}}"),
            Delivery::Done(Some(MessageId(77))),
        ),
        (
            unreadable("{\"ok\": true, \"result\": true}"),
            Delivery::Done(None),
        ),
        (
            unreadable("{\"ok\":true,\"result\":{\"message_id\":0}}"),
            Delivery::Done(None),
        ),
        (
            unreadable("<html><h1>502 Bad Gateway</h1></html>"),
            later(2),
        ),
        (unreadable(""), later(2)),
        (
            unreadable(
                "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: new words\"}",
            ),
            Delivery::Gone,
        ),
        (
            unreadable("{\"ok\":false,\"parameters\":{\"retry_after\":5},\"description\":\"x\"}"),
            later(5),
        ),
    ];
    for (error, delivery) in cases {
        assert_eq!(Delivery::of_error(&error), delivery, "{error:?}");
    }
}
