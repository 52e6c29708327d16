// A message: its bubble, its buttons, and the menu of one's own.

import { icon, make } from './elements.js';
import { safe, webAddress } from './safe.js';
import { longDay, timeOfDay } from './times.js';

export const KINDS = { photo: '사진', voice: '음성', sticker: '스티커', contact: '연락처', location: '위치', document: '파일' };

export class MessageView {
  constructor(pane, message) {
    this.pane = pane;
    this.id = message.id;
    this.keys = [];
    this.body = make('div', { class: 'body' });
    this.meta = make('p', { class: 'meta' });
    const speaker = message.from === 'bot' ? '길봇' : pane.person.name;
    this.bubble = make('div', { class: 'bubble' }, make('span', { class: 'unseen' }, `${speaker}: `));
    if (message.picture) this.bubble.append(pictureOf(pane, message));
    else if (KINDS[message.kind]) this.bubble.append(make('p', { class: 'kind' }, icon(message.kind), nameOf(pane, message)));
    this.bubble.append(this.body, this.meta);
    this.element = make('article', { class: `message from-${message.from}`, 'data-id': message.id, tabindex: -1 }, this.bubble);
    if (message.from === 'person') this.element.prepend(ownMenuButton(message));
  }

  /** Brings the element to `message`. True when something differed. */
  show(message) {
    const signature = JSON.stringify(message);
    if (signature === this.signature) return false;
    const before = this.message;
    this.signature = signature;
    this.message = message;
    if (before?.html !== message.html) this.showBody(message);
    if (!before || JSON.stringify(before.keyboard) !== JSON.stringify(message.keyboard)) this.showKeyboard(message.keyboard ?? []);
    this.day = longDay(message.date);
    this.meta.replaceChildren(
      ...(message.edited ? [make('span', {}, '수정됨')] : []),
      ...(message.silent ? [make('span', {}, '조용히')] : []),
      make('time', { datetime: message.date }, timeOfDay(message.date)));
    return true;
  }

  showBody(message) {
    const held = this.body.contains(document.activeElement);
    const known = new Set(this.pane.commands().map(({ command }) => command));
    this.body.replaceChildren(safe(message.html, known));
    this.body.hidden = !message.html;
    if (held) this.takeFocus();
  }

  /** Replaces the buttons; one that is still offered keeps the focus, else it goes to the first of this message. */
  showKeyboard(rows) {
    const held = this.keyboard?.contains(document.activeElement) ? document.activeElement : null;
    this.keys = [];
    this.keyboard?.remove();
    this.keyboard = null;
    if (rows.length) {
      this.keyboard = make('div', { class: 'keyboard', role: 'group', 'aria-label': '고를 것' });
      for (const row of rows) {
        const keys = row.map((button) => keyOf(button, this.id));
        this.keys.push(...keys);
        this.keyboard.append(make('div', { class: row.length > 4 ? 'keys many' : 'keys' }, ...keys));
      }
      this.element.append(this.keyboard);
    }
    this.element.classList.toggle('has-keyboard', rows.length > 0);
    if (held) this.takeFocus(this.keys.find((key) => held.press && key.press === held.press && key.textContent === held.textContent));
  }

  takeFocus(key = this.keys[0]) {
    const target = key ?? this.element;
    target.focus({ preventScroll: true });
    // Only who moves by keyboard needs to see where the focus went.
    if (target.matches(':focus-visible')) requestAnimationFrame(() => target.scrollIntoView({ block: 'nearest' }));
  }
}

const addressOf = (pane, message) => `/api/chats/${pane.person.id}/files/${message.id}`;

/** A picture; what it shows stands in the words below it. */
function pictureOf(pane, message) {
  return make('img', { class: 'picture', src: addressOf(pane, message), alt: KINDS.photo, loading: 'lazy' });
}

/** What was sent; a file can be kept. */
function nameOf(pane, message) {
  if (message.kind !== 'document') return KINDS[message.kind];
  return make('a', { href: addressOf(pane, message), download: message.file_name }, message.file_name);
}

function keyOf(button, messageId) {
  if (button.url === undefined) {
    const key = make('button', { type: 'button', class: 'key' }, button.text);
    key.press = pressName(messageId, button.data);
    key.data = button.data;
    return key;
  }
  const address = webAddress(button.url);
  if (!address) return make('span', { class: 'key dead' }, button.text, make('small', {}, '열 수 없는 주소'));
  return make('a', { class: 'key', href: address.href, target: '_blank', rel: 'noopener noreferrer' },
    button.text, make('small', {}, address.host, icon('out'), make('span', { class: 'unseen' }, ' 새 창')));
}

function ownMenuButton(message) {
  const start = safe(message.html).textContent.slice(0, 20) || KINDS[message.kind];
  const button = make('button', { type: 'button', class: 'icon own-menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, icon('more'));
  button.setAttribute('aria-label', `내 메시지 메뉴: ${start}`);
  return button;
}

export function markWaiting(key, waiting) {
  if (key.classList.contains('waiting') === waiting) return;
  key.classList.toggle('waiting', waiting);
  key.setAttribute('aria-busy', waiting);
  if (waiting) key.append(make('span', { class: 'unseen' }, ' 기다리는 중'));
  else key.querySelector('.unseen')?.remove();
}

export const pressName = (messageId, data) => `${messageId} ${data}`;
