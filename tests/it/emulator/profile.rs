//! What the bot says about itself.

use serde_json::{Value, json};

use super::Stage;

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let stage = Stage::open().await;
    let korean = json!([{ "command": "start", "description": "처음으로" }]);
    let english = json!([{ "command": "start", "description": "Start" }]);
    let scope = json!({ "type": "all_private_chats" });
    stage
        .granted("setMyCommands", json!({ "commands": korean }))
        .await;
    let params = json!({ "commands": english, "scope": scope, "language_code": "en" });
    stage.granted("setMyCommands", params).await;
    assert_eq!(stage.granted("getMyCommands", json!({})).await, korean);
    let here = json!({ "scope": scope, "language_code": "en" });
    assert_eq!(stage.granted("getMyCommands", here.clone()).await, english);
    let seen = |language: &str| {
        stage
            .emulator
            .see(|world| json!(world.commands_for(language)))
    };
    assert_eq!((seen("ko"), seen("en")), (korean, english));
    stage.granted("deleteMyCommands", here.clone()).await;
    assert_eq!(stage.granted("getMyCommands", here).await, json!([]));
}

#[tokio::test]
async fn commands_keep_telegrams_limits() {
    let stage = Stage::open().await;
    let set = |name: &str, description: &str| json!({ "commands": [{ "command": name, "description": description }] });
    stage
        .granted("setMyCommands", set(&"a".repeat(32), &"가".repeat(256)))
        .await;
    for name in ["", "Start", "시작", "/start", "a-b", &"a".repeat(33)] {
        let refused = stage.refused("setMyCommands", set(name, "설명")).await;
        assert_eq!(refused, "Bad Request: BOT_COMMAND_INVALID", "{name}");
    }
    for description in ["", &"가".repeat(257)] {
        let refused = stage
            .refused("setMyCommands", set("start", description))
            .await;
        assert_eq!(refused, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    }
    let many: Vec<Value> = (0..101)
        .map(|number| json!({ "command": format!("c{number}"), "description": "설명" }))
        .collect();
    let refused = stage
        .refused("setMyCommands", json!({ "commands": many }))
        .await;
    assert_eq!(refused, "Bad Request: BOT_COMMANDS_TOO_MUCH");
}

#[tokio::test]
async fn names_and_descriptions_have_languages_and_limits() {
    let stage = Stage::open().await;
    for (set, get, field, limit) in [
        ("setMyName", "getMyName", "name", 64),
        ("setMyDescription", "getMyDescription", "description", 512),
        (
            "setMyShortDescription",
            "getMyShortDescription",
            "short_description",
            120,
        ),
    ] {
        let longest = "가".repeat(limit);
        stage.granted(set, json!({ field: longest })).await;
        stage
            .granted(set, json!({ field: "Way", "language_code": "en" }))
            .await;
        let told = |language: &str| json!({ "language_code": language });
        assert_eq!(stage.granted(get, told("ko")).await[field], longest);
        assert_eq!(stage.granted(get, told("en")).await[field], "Way");
        let refused = stage
            .refused(set, json!({ field: "가".repeat(limit + 1) }))
            .await;
        assert!(refused.ends_with("is too long"), "{refused}");
        let refused = stage
            .refused(set, json!({ field: "x", "language_code": "korean" }))
            .await;
        assert_eq!(refused, "Bad Request: invalid language code specified");
    }
}

#[tokio::test]
async fn the_menu_button_is_set_for_all_or_for_one_chat() {
    let stage = Stage::open().await;
    stage
        .granted(
            "setChatMenuButton",
            json!({ "menu_button": { "type": "commands" } }),
        )
        .await;
    let buttons = stage
        .emulator
        .see(|world| world.profile().menu_buttons.clone());
    assert_eq!(buttons[&None], json!({ "type": "commands" }));
    let refused = stage
        .refused(
            "setChatMenuButton",
            json!({ "menu_button": { "type": "pizza" } }),
        )
        .await;
    assert_eq!(refused, "Bad Request: MenuButton has unsupported type");
}
