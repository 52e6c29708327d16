// A pane: one person's chat. It hears the server and says what the person does; talk.js is what has been said,
// composer.js is where the person writes.

import { commonTime, showClock } from './clock.js';
import { Composer } from './composer.js';
import { byId, make } from './elements.js';
import { look } from './inside.js';
import { openMenu, showAlert } from './menus.js';
import { markWaiting, pressName } from './message.js';
import { ask, lines } from './server.js';
import { Talk } from './talk.js';
import { phoneError, sleep, timeOfDay } from './times.js';

export class Pane {
  constructor(person, page) {
    this.person = person;
    this.page = page;
    this.version = 0;
    this.seenToasts = null; // unknown until the first answer, whose toasts are old news
    this.pressing = new Set(); // presses on their way to the server, as pressName()
    this.waiting = new Map(); // every press not yet answered → when it began
    this.build();
    this.attend();
    setTimeout(() => this.version || this.talk.show([], []), 600);
  }

  build() {
    this.element = byId('pane-template').content.firstElementChild.cloneNode(true);
    const find = (selector) => this.element.querySelector(selector);
    const { id, name } = this.person;
    this.element.id = `pane-${id}`;
    this.title = find('h3');
    this.title.id = `title-${id}`;
    this.title.textContent = name;
    this.part('menu').setAttribute('aria-label', `${name} 님의 대화 메뉴`);
    this.phone = find('.phone');
    this.offline = find('.offline');
    this.toasts = find('.toasts');
    this.typing = find('.typing');
    this.error = find('.pane > .error');
    this.blocked = find('.blocked');
    this.tab = make('button', { type: 'button', role: 'tab', id: `tab-${id}` }, make('span', {}, name));
    this.tab.setAttribute('aria-controls', this.element.id);
    this.tab.setAttribute('aria-selected', 'false');
    this.tab.tabIndex = -1;
    this.talk = new Talk(this);
    this.composer = new Composer(this);
  }

  attend() {
    const choose = () => this.page.choose(this);
    this.on('menu', (button) => this.openPaneMenu(button));
    this.on('to-composer', () => this.focusWriting());
    this.on('unblock', () => this.tell('unblock', {}));
    this.tab.addEventListener('click', choose);
    this.element.addEventListener('focusin', choose);
    this.element.addEventListener('pointerdown', choose);
  }

  part(name) {
    return this.element.querySelector(`[data-part="${name}"]`);
  }

  /** Runs `run` with the button of that name whenever it is clicked. */
  on(name, run) {
    this.part(name).addEventListener('click', (event) => run(event.currentTarget));
  }

  /** The bot's commands in this person's language. */
  commands() {
    return this.page.commands[this.person.language] ?? this.page.commands.ko ?? [];
  }

  // ---- hearing the server

  /** Asks for what changed, for ever; waits longer and longer while the server is away. */
  async listen() {
    let since = 0;
    for (let pause = 500; ; ) {
      const line = await lines.take();
      const asked = performance.now();
      let state = null;
      try {
        state = await ask(`/api/chats/${this.person.id}?since=${since}`, undefined, line.signal);
      } catch (problem) {
        if (!line.givenUp) this.lost(problem);
      } finally {
        lines.release(line);
      }
      if (state) {
        this.found();
        this.show(state);
        const nothingNew = state.version === since && performance.now() - asked < 500;
        since = state.version;
        pause = 500;
        if (nothingNew) await sleep(500);
      } else if (!line.givenUp) {
        since = 0;
        await sleep(pause * (0.75 + Math.random() / 2));
        pause = Math.min(pause * 2, 8000);
      }
    }
  }

  lost(problem) {
    const away = problem.status === undefined || problem.status >= 500;
    const sentence = away ? '봇 서버와 연결이 끊겼어요. 다시 잇는 중…' : problem.message;
    if (this.offline.textContent !== sentence) this.offline.textContent = sentence;
  }

  found() {
    if (!this.offline.textContent) return;
    this.offline.textContent = '';
    this.page.meetPeople();
  }

  show(state) {
    if (state.version < this.version) this.seenToasts = null;
    this.version = state.version;
    showClock(state.now);
    this.person.phone_ahead_minutes = state.phone_ahead_minutes;
    this.showPhone();
    this.showBlocked(state.blocked);
    const changed = this.talk.show(state.messages, state.ids);
    this.showWaiting(state.pending_press);
    this.showToasts(state.toasts);
    this.typing.hidden = !state.typing;
    if (changed) this.talk.settle();
    this.talk.speakUp();
    if (this === this.page.chosen) look();
  }

  /** The clock of this person's own phone, which may be wrong. */
  showPhone() {
    const now = commonTime();
    if (now === null) return;
    const ahead = this.person.phone_ahead_minutes;
    const words = `휴대폰 ${timeOfDay(now + ahead * 60000)}${phoneError(ahead)}`;
    if (this.phone.textContent !== words) this.phone.textContent = words;
    this.phone.classList.toggle('wrong', ahead !== 0);
  }

  showBlocked(blocked) {
    const { form } = this.composer;
    if (form.hidden === blocked) return;
    const leaving = blocked ? form : this.blocked;
    const held = leaving.contains(document.activeElement);
    this.isBlocked = blocked;
    form.hidden = blocked;
    this.blocked.hidden = !blocked;
    if (held) this.focusWriting();
  }

  /** Focuses where the person writes, or what gives the writing back. */
  focusWriting() {
    (this.composer.form.hidden ? this.part('unblock') : this.composer.text).focus();
  }

  noteArrival() {
    if (this !== this.page.chosen) this.markUnread(true);
  }

  markUnread(unread) {
    this.tab.querySelector('.unread')?.remove();
    if (unread) this.tab.append(make('span', { class: 'unread' }, make('span', { class: 'unseen' }, '새 메시지')));
  }

  showWaiting(pending = this.pending) {
    this.pending = pending;
    const names = new Set(this.pressing);
    for (const press of pending ?? []) names.add(pressName(press.message_id, press.data));
    for (const name of this.waiting.keys()) if (!names.has(name)) this.waiting.delete(name);
    for (const name of names) if (!this.waiting.has(name)) this.waiting.set(name, performance.now());
    for (const key of this.talk.log.querySelectorAll('.key.waiting')) if (!names.has(key.press)) markWaiting(key, false);
    for (const name of names) {
      const view = this.talk.views.get(Number(name.split(' ', 1)[0]));
      for (const key of view?.keys ?? []) if (key.press === name) markWaiting(key, true);
    }
  }

  showToasts(toasts) {
    const old = this.seenToasts ?? new Set(toasts.map((toast) => toast.id));
    for (const toast of toasts) if (!old.has(toast.id)) toast.alert ? showAlert(toast.text) : this.showToast(toast.text);
    this.seenToasts = new Set(toasts.map((toast) => toast.id));
  }

  showToast(text) {
    const toast = make('p', { class: 'toast' }, text);
    this.toasts.append(toast);
    setTimeout(() => toast.remove(), 5000 + text.length * 60);
  }

  // ---- what the person does

  async press(view, key) {
    const name = key.press;
    if (performance.now() - (this.waiting.get(name) ?? -Infinity) < 3000) return;
    this.waiting.delete(name);
    this.pressing.add(name);
    this.showWaiting();
    await this.tell('press', { message_id: view.id, data: key.data });
    // The server's own list of open presses takes over; a moment lets its answer arrive first.
    setTimeout(() => {
      this.pressing.delete(name);
      this.showWaiting();
    }, 150);
  }

  say(text) {
    this.talk.goToEnd();
    return this.tell('say', { text });
  }

  /** Sends one act of this person; what was said of the last one goes. True when it was taken, else the reason is shown. */
  async tell(act, body) {
    this.error.textContent = '';
    this.toasts.replaceChildren();
    try {
      await ask(`/api/chats/${this.person.id}/${act}`, body);
      return true;
    } catch (problem) {
      this.error.textContent = problem.message;
      return false;
    }
  }

  openPaneMenu(button) {
    const act = this.isBlocked ? 'unblock' : 'block';
    openMenu(button, [
      { icon: 'again', text: '처음부터 다시', note: '/start', run: () => this.say('/start') },
      { icon: 'clock', text: '휴대폰 시계', run: () => this.openPhoneMenu(button) },
      { icon: 'block', text: this.isBlocked ? '차단 해제' : '차단', run: () => this.tell(act, {}) },
    ]);
  }

  openPhoneMenu(button) {
    openMenu(button, [0, 15, -15, 600, -780].map((minutes) => (
      { text: phoneError(minutes).replace(' · ', '') || '맞아요', run: () => this.tell('phone', { minutes }) })));
  }
}
