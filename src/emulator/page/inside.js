// What the bot holds about the chosen chat: told by whoever serves the page beside the conversation, or not at all.

import { commonTime, moveClock } from './clock.js';
import { arrange, byId, make } from './elements.js';
import { ask } from './server.js';
import { dayOf, momentOf } from './times.js';

let chosen = null; // the pane that is looked at
let shown = ''; // what stands there, so that nothing is touched without need
let rows = new Map(); // an event as it is told → its row
let asking = false;
let again = false;

export function beginInside() {
  byId('inside-events').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) moveClock(button, '/clock/to', { chat: chosen.person.id, at: button.dataset.at });
  });
  setInterval(look, 2000);
}

/** From now on this pane is looked at. */
export function lookInside(pane) {
  chosen = pane;
  look();
}

/** Asks again; one question at a time, and none while nobody looks. */
export async function look() {
  if (!chosen || document.hidden) return;
  if (asking) return void (again = true);
  asking = true;
  const pane = chosen;
  try {
    const inside = await ask(`/inside/${pane.person.id}`);
    if (pane === chosen) show(pane.person, inside);
  } catch {
    // Where nobody tells, the page lives without it.
  } finally {
    asking = false;
    if (again) look();
    again = false;
  }
}

function show(person, inside) {
  const now = JSON.stringify([person.name, inside]);
  if (now === shown) return;
  shown = now;
  byId('inside-whose').textContent = `${person.name} 님`;
  byId('inside-empty').hidden = inside !== null;
  byId('inside-facts').hidden = inside === null;
  byId('inside-small').hidden = inside === null;
  byId('inside-events').hidden = !inside?.events.length;
  const next = inside?.next;
  byId('inside-short').textContent = next ? `다음: ${next.what} · ${dayOf(next.at)}` : `${person.name} 님 · 예정된 알림이 없어요`;
  if (inside === null) return;
  showFacts(inside);
  showEvents(inside);
}

function showFacts(inside) {
  const { next, owed } = inside;
  const facts = [
    ['지금 자리', inside.place],
    ['다음 알림', next ? [make('b', {}, next.what), ` ${momentOf(next.at, commonTime() ?? Date.now())}`] : '없어요'],
  ];
  if (inside.blocked) facts.push(['차단', '봇이 말을 걸 수 없어요']);
  const tries = inside.tries ? ` · ${inside.tries}번 실패` : '';
  facts.push(['못 한 일', owed.length ? `${owed.join(', ')}${tries}` : '없어요', owed.length > 0]);
  byId('inside-facts').replaceChildren(...facts.map(([name, value, bad]) => make('div', bad ? { class: 'bad' } : {},
    make('dt', {}, name), make('dd', {}, ...[value].flat()))));
  byId('inside-small').textContent = `말은 ${inside.language}, 기록은 ${inside.revision}번 썼어요.`;
}

function showEvents(inside) {
  const now = new Map();
  for (const event of inside.events) {
    const isNext = inside.next?.at === event.at;
    const key = JSON.stringify([event, isNext]);
    now.set(key, rows.get(key) ?? make('li', {}, eventRow(event, isNext)));
  }
  rows = now;
  arrange(byId('inside-events').querySelector('ol'), [...rows.values()]);
}

function eventRow(event, isNext) {
  const words = [make('b', {}, event.whose ? `${event.what} · ${event.whose}` : event.what), make('span', {}, momentOf(event.at, commonTime() ?? Date.now()))];
  if (event.passed) return make('p', { class: 'event passed' }, ...words, make('i', {}, '지났어요'));
  const button = make('button', { type: 'button', class: 'event', 'data-at': event.at }, ...words);
  if (isNext) button.append(make('i', {}, '다음'));
  return button;
}
