// The chat page of the preview. Every person has a pane; a pane asks the server for its conversation, waits until
// something changes, and changes only what differs. Reading order: this page, what stands around the panes (clock.js,
// inside.js, accidents.js, story.js, sheets.js), pane.js with its talk.js and composer.js, message.js, then the parts they use:
// menus.js, safe.js, elements.js, times.js, server.js.

import { beginAccidents } from './accidents.js';
import { beginClock } from './clock.js';
import { byId } from './elements.js';
import { beginInside, lookInside } from './inside.js';
import { Pane } from './pane.js';
import { ask } from './server.js';
import { beginSheets } from './sheets.js';
import { beginStory } from './story.js';
import { sleep } from './times.js';

const narrow = matchMedia('(max-width: 640px)');
const panes = new Map();

/** What every pane knows of the page around it. */
const page = { bot: {}, commands: {}, chosen: null, choose, meetPeople };

async function begin() {
  byId('add-person').addEventListener('click', () => byId('newcomer').showModal());
  byId('newcomer').querySelector('[data-close]').addEventListener('click', () => byId('newcomer').close());
  byId('newcomer').querySelector('form').addEventListener('submit', welcomeNewcomer);
  byId('tabs').addEventListener('keydown', moveAmongTabs);
  narrow.addEventListener('change', fitToWidth);
  beginSheets();
  const everyPhone = () => panes.forEach((pane) => pane.showPhone());
  beginClock(() => page.chosen?.person.id, everyPhone);
  beginInside();
  beginAccidents();
  beginStory(() => [...panes.values()].map((pane) => pane.person));
  for (let pause = 500; !(await meetPeople()); pause = Math.min(pause * 2, 8000)) await sleep(pause);
  fitToWidth();
}

/** Asks who is there and opens a pane for everybody new. False when the server did not answer. */
async function meetPeople() {
  const trouble = byId('trouble');
  try {
    const answer = await ask('/api/people');
    page.commands = answer.commands;
    page.bot = answer.bot;
    for (const person of answer.people) if (!panes.has(person.id)) openPane(person);
    if (!page.chosen && panes.size) choose([...panes.values()][0]);
    trouble.hidden = true;
    return true;
  } catch (error) {
    trouble.textContent = `${error.message} 다시 잇는 중…`;
    trouble.hidden = panes.size > 0;
    return false;
  }
}

function openPane(person) {
  const pane = new Pane(person, page);
  panes.set(person.id, pane);
  byId('row').append(pane.element);
  byId('tabs').append(pane.tab);
  document.body.classList.toggle('several', panes.size > 1);
  fitToWidth();
  pane.listen();
  return pane;
}

/** The chosen pane fills a narrow screen, and it is the one whose dates the clock can jump to. */
function choose(pane) {
  if (page.chosen === pane) return;
  page.chosen = pane;
  for (const other of panes.values()) {
    const here = other === pane;
    other.element.classList.toggle('is-chosen', here);
    other.tab.setAttribute('aria-selected', here);
    other.tab.tabIndex = here ? 0 : -1;
  }
  pane.tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  pane.markUnread(false);
  byId('clock-error').textContent = '';
  lookInside(pane);
}

function fitToWidth() {
  for (const pane of panes.values()) {
    pane.element.setAttribute('role', narrow.matches ? 'tabpanel' : 'region');
    pane.element.setAttribute('aria-labelledby', narrow.matches ? pane.tab.id : pane.title.id);
  }
}

function moveAmongTabs(event) {
  const order = [...panes.values()];
  const to = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const ends = { Home: order[0], End: order.at(-1) }[event.key];
  if (!to && !ends) return;
  event.preventDefault();
  const next = ends ?? order[(order.indexOf(page.chosen) + to + order.length) % order.length];
  choose(next);
  next.tab.focus();
}

async function welcomeNewcomer(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const error = form.querySelector('.error');
  error.textContent = '';
  const { name, language, phone } = form.elements;
  const person = { name: name.value.trim(), language: language.value, phone_ahead_minutes: Number(phone.value) };
  if (!person.name) return void (error.textContent = '이름을 적어 주세요.');
  try {
    const { id } = await ask('/api/people', person);
    const pane = panes.get(id) ?? openPane({ id, ...person });
    byId('newcomer').close();
    form.reset();
    choose(pane);
    pane.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    pane.part('start').focus();
  } catch (problem) {
    error.textContent = problem.message;
  }
}

begin();
