// Shows those screens of a page alone that hold the words; `=id` means exactly one text. The wish stands in the address,
// as long as no single screen does.
"use strict";

const query = document.getElementById("query");
const count = document.getElementById("count");
const cards = [...document.querySelectorAll("article")].map((card) => ({
  card,
  ids: [...card.querySelectorAll(".ids a")].map((link) => link.textContent),
  words: card.textContent.toLowerCase(),
}));

function show() {
  const words = query.value.trim().toLowerCase();
  const exactly = words.startsWith("=") ? words.slice(1) : null;
  let shown = 0;
  for (const { card, ids, words: all } of cards) {
    const fits = !words || (exactly === null ? all.includes(words) : ids.includes(exactly));
    card.hidden = !fits;
    shown += fits;
  }
  count.textContent = words ? "화면 " + shown + "개" : "화면 " + cards.length + "개 모두";
}

function read() {
  const wish = decodeURIComponent(location.hash.slice(1));
  const card = document.getElementById(wish);
  if (wish && !card) query.value = wish;
  if (card && card.hidden) query.value = "";
  show();
  if (card) card.scrollIntoView();
}

document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
query.addEventListener("input", () => {
  const words = query.value.trim();
  history.replaceState(null, "", "#" + encodeURIComponent(words));
  show();
});
addEventListener("hashchange", read);
read();
