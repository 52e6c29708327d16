// Searches the texts of a language. They come as a script when they are first wanted; the wish stands in the address, as
// `#ko=words` or, for exactly one text, `#ko==its-id`.
"use strict";

const query = document.getElementById("query");
const count = document.getElementById("count");
const found = document.getElementById("found");
const SHOWN_MAX = 100;
const texts = {};

window.gilbotTexts = (language, known) => {
  texts[language] = known;
  show();
};

function wished() {
  return document.querySelector("input[name=language]:checked").value;
}

function load(language) {
  if (document.getElementById("texts-" + language)) return;
  const script = document.createElement("script");
  script.id = "texts-" + language;
  script.src = "texts-" + language + ".js";
  script.onerror = () => { count.textContent = "찾을 글을 읽지 못했어요: " + script.src; };
  document.head.append(script);
}

function show() {
  const language = wished();
  const words = query.value.trim().toLowerCase();
  found.replaceChildren();
  if (!words || words === "=") { count.textContent = ""; return; }
  if (!texts[language]) { count.textContent = "읽는 중이에요…"; load(language); return; }
  const exactly = words.startsWith("=") ? words.slice(1) : null;
  const hits = texts[language].texts.filter(([id, said]) =>
    exactly === null ? id.includes(words) || said.toLowerCase().includes(words) : id === exactly);
  const screens = new Set(hits.flatMap(([, , at]) => at));
  count.textContent = "글 " + hits.length + "개, 화면 " + screens.size + "개" +
    (hits.length > SHOWN_MAX ? " (처음 " + SHOWN_MAX + "개 글만 보여요)" : "");
  found.append(...hits.slice(0, SHOWN_MAX).map((hit) => entry(hit, texts[language].screens)));
}

// One text: its id, its words, and the rooms where it stands, each a page that shows those screens alone.
function entry([id, said, at], screens) {
  const item = document.createElement("li");
  const name = document.createElement("b");
  name.textContent = id;
  const words = document.createElement("p");
  words.className = "said";
  words.textContent = said;
  const places = document.createElement("p");
  places.className = "places";
  if (at.length === 0) places.textContent = "눌러서 가는 화면에는 없어요 (알림 줄, 명령, 소개 글 등).";
  const files = byFile(at, screens);
  for (const [file, here] of files) {
    const link = document.createElement("a");
    const [, mark] = screens[here[0]].split("#");
    link.href = here.length === 1 ? file + "#" + mark : file + "#" + encodeURIComponent("=" + id);
    link.textContent = here.length === 1 ? mark : file.replace(".html", "") + " × " + here.length;
    places.append(link, " ");
  }
  item.append(name, words, places);
  return item;
}

function byFile(at, screens) {
  const files = new Map();
  for (const one of at) {
    const file = screens[one].split("#")[0];
    files.set(file, [...(files.get(file) || []), one]);
  }
  return files;
}

function read() {
  const [, language, words] = decodeURIComponent(location.hash).match(/^#([a-z-]+)=(.*)$/s) || [];
  const radio = language && document.querySelector("input[value=" + language + "]");
  if (!radio) return;
  radio.checked = true;
  query.value = words;
  show();
}

function write() {
  const words = query.value.trim();
  history.replaceState(null, "", words ? "#" + wished() + "=" + encodeURIComponent(words) : "#");
  show();
}

document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("search").addEventListener("input", write);
addEventListener("hashchange", read);
read();
