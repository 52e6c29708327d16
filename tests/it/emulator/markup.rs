//! HTML and entities.

use serde_json::{Value, json};

use super::Stage;

async fn send_html(stage: &Stage, text: &str) -> Value {
    let params = json!({ "chat_id": stage.mina, "text": text, "parse_mode": "HTML" });
    stage.call("sendMessage", params).await
}

#[tokio::test]
async fn html_becomes_text_and_entities_in_utf_16_units() {
    let stage = Stage::open().await;
    let source = "😀 <b>굵고 <i>기울고</i></b> &lt;&amp;&gt;&quot;&#44032; <a href=\"https://www.kbstar.com\">은행</a>";
    let sent = send_html(&stage, source).await["result"].clone();
    assert_eq!(sent["text"], "😀 굵고 기울고 <&>\"가 은행");
    assert_eq!(
        sent["entities"],
        json!([
            { "type": "bold", "offset": 3, "length": 6 },
            { "type": "italic", "offset": 6, "length": 3 },
            { "type": "text_link", "offset": 16, "length": 2, "url": "https://www.kbstar.com/" },
        ])
    );
}

#[tokio::test]
async fn every_tag_that_telegram_knows_is_known() {
    let stage = Stage::open().await;
    for (source, kind) in [
        ("<strong>글</strong>", "bold"),
        ("<em>글</em>", "italic"),
        ("<ins>글</ins>", "underline"),
        ("<u>글</u>", "underline"),
        ("<del>글</del>", "strikethrough"),
        ("<strike>글</strike>", "strikethrough"),
        ("<s>글</s>", "strikethrough"),
        ("<code>글</code>", "code"),
        ("<pre>글</pre>", "pre"),
        ("<tg-spoiler>글</tg-spoiler>", "spoiler"),
        ("<span class=\"tg-spoiler\">글</span>", "spoiler"),
        ("<blockquote>글</blockquote>", "blockquote"),
        (
            "<blockquote expandable>글</blockquote>",
            "expandable_blockquote",
        ),
        (
            "<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>",
            "custom_emoji",
        ),
    ] {
        let sent = send_html(&stage, source).await;
        assert_eq!(sent["result"]["entities"][0]["type"], kind, "{source}");
    }
    let code = send_html(
        &stage,
        "<pre><code class=\"language-rust\">let x;</code></pre>",
    )
    .await;
    assert_eq!(
        code["result"]["entities"],
        json!([{ "type": "pre", "offset": 0, "length": 6, "language": "rust" }])
    );
}

#[tokio::test]
async fn broken_html_is_refused_with_the_place_in_bytes() {
    let stage = Stage::open().await;
    for (source, reason) in [
        (
            "가<b>나",
            "Can't find end tag corresponding to start tag \"b\"",
        ),
        ("가</b>", "Unexpected end tag at byte offset 3"),
        (
            "<b>가</i>",
            "Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\"",
        ),
        (
            "<h1>가</h1>",
            "Unsupported start tag \"h1\" at byte offset 0",
        ),
        ("3 < 5", "Unsupported start tag \"\" at byte offset 2"),
        ("가 <b", "Unclosed start tag at byte offset 4"),
        (
            "<span>가</span>",
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        ),
        ("<b>가</b", "Unclosed end tag at byte offset 6"),
    ] {
        let refused = send_html(&stage, source).await;
        let expected = format!("Bad Request: can't parse entities: {reason}");
        assert_eq!(refused["description"], json!(expected), "{source}");
    }
    assert_eq!(stage.emulator.see(|world| world.unread_count()), 0);
}

#[tokio::test]
async fn entities_may_be_given_instead_of_html() {
    let stage = Stage::open().await;
    let entities = json!([{ "type": "bold", "offset": 1, "length": 2 }]);
    let params = json!({ "chat_id": stage.mina, "text": " 굵게 보통", "entities": entities });
    let sent = stage.granted("sendMessage", params).await;
    let expected = json!([{ "type": "bold", "offset": 0, "length": 2 }]);
    assert_eq!(sent["entities"], expected);
    let unread = stage.emulator.with(|world| world.take_unread(stage.mina));
    assert_eq!(unread[0].html, "<b>굵게</b> 보통");
    let params = json!({ "chat_id": stage.mina, "text": "글", "entities": [{ "type": "loud", "offset": 0, "length": 1 }] });
    let refused = stage.refused("sendMessage", params).await;
    assert!(refused.ends_with("unsupported type specified"), "{refused}");
    let params = json!({ "chat_id": stage.mina, "text": "*글*", "parse_mode": "Loud" });
    let refused = stage.refused("sendMessage", params).await;
    assert_eq!(refused, "Bad Request: unsupported parse_mode");
}

#[tokio::test]
async fn what_a_person_reads_is_escaped_and_well_nested() {
    let stage = Stage::open().await;
    let entities = json!([
        { "type": "bold", "offset": 0, "length": 4 },
        { "type": "italic", "offset": 2, "length": 4 },
    ]);
    let params = json!({ "chat_id": stage.mina, "text": "<가>나&다", "entities": entities });
    stage.granted("sendMessage", params).await;
    let unread = stage.emulator.with(|world| world.take_unread(stage.mina));
    assert_eq!(unread[0].html, "<b>&lt;가<i>&gt;나</i></b><i>&amp;다</i>");
}

#[tokio::test]
async fn commands_mentions_and_addresses_are_found_in_plain_text() {
    let stage = Stage::open().await;
    stage.say("/start@emulated_bot 부터 #갱신 @someone_else https://obank.kbstar.com/quics?page=1. 그리고 yeskey.or.kr에서");
    let update = stage.updates(0).await.remove(0);
    let text = update["message"]["text"].as_str().unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let found: Vec<(String, String)> = update["message"]["entities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entity| {
            let place = |name: &str| usize::try_from(entity[name].as_u64().unwrap()).unwrap();
            let range = place("offset")..place("offset") + place("length");
            let kind = entity["type"].as_str().unwrap().to_owned();
            (kind, String::from_utf16(&units[range]).unwrap())
        })
        .collect();
    let expected = [
        ("bot_command", "/start@emulated_bot"),
        ("hashtag", "#갱신"),
        ("mention", "@someone_else"),
        ("url", "https://obank.kbstar.com/quics?page=1"),
        ("url", "yeskey.or.kr"),
    ];
    let expected: Vec<(String, String)> = expected
        .map(|(kind, text)| (kind.to_owned(), text.to_owned()))
        .into();
    assert_eq!(found, expected);
}
