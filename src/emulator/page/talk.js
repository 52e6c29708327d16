// The talk of one pane: its messages in order, the welcome before the first one, and what of it stands in sight.

import { arrange, make } from './elements.js';
import { openMenu } from './menus.js';
import { MessageView } from './message.js';
import { reveal } from './safe.js';

export class Talk {
  constructor(pane) {
    this.pane = pane;
    this.views = new Map(); // message id → MessageView
    this.days = new Map(); // id of a day's first message → its heading
    this.stuck = true; // whether the log follows new messages
    this.showTop = false; // whether following means the top of a long last message
    this.unseen = false; // whether something came while the person had scrolled up
    this.build();
    this.attend();
  }

  build() {
    const find = (selector) => this.pane.element.querySelector(selector);
    const { name, language } = this.pane.person;
    this.log = find('.log');
    this.log.lang = language;
    this.log.setAttribute('aria-label', `${name} 님과 길봇의 대화`);
    this.welcome = find('.welcome');
    this.welcome.querySelector('h4').textContent = this.pane.page.bot.name;
    this.welcome.querySelector('.about').textContent = this.pane.page.bot.description;
    this.newest = find('.newest');
  }

  attend() {
    this.pane.on('start', () => this.pane.say('/start'));
    this.newest.addEventListener('click', () => this.goToEnd());
    this.log.addEventListener('click', (event) => this.clicked(event));
    this.log.addEventListener('scroll', () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.settle()).observe(this.log);
  }

  /** Brings the log to the messages of these ids, of which those in `news` are new or have changed. True when anything did. */
  show(news, ids) {
    const first = this.views.size === 0;
    const focused = this.log.contains(document.activeElement) ? document.activeElement : null;
    const wanted = [];
    let changed = false;
    let arrived = false;
    let day = '';
    const days = new Map();
    for (const message of news) {
      let view = this.views.get(message.id);
      if (!view) {
        view = new MessageView(this.pane, message);
        this.views.set(message.id, view);
        arrived ||= message.from === 'bot';
      }
      const differs = view.show(message);
      changed ||= differs;
      if (differs && message.id === ids.at(-1)) this.showTop = message.from === 'bot';
    }
    for (const id of ids) {
      const view = this.views.get(id);
      if (view.day !== day) {
        day = view.day;
        const key = `${id} ${day}`;
        days.set(key, this.days.get(key) ?? make('p', { class: 'day' }, make('span', {}, day)));
        wanted.push(days.get(key));
      }
      wanted.push(view.element);
    }
    this.days = days;
    const kept = new Set(ids);
    for (const id of this.views.keys()) if (!kept.has(id)) changed = this.views.delete(id);
    arrange(this.log, wanted);
    const begins = this.welcome.contains(document.activeElement) && ids.length > 0;
    this.welcome.hidden = ids.length > 0;
    this.log.hidden = ids.length === 0;
    if (begins || (focused && !focused.isConnected && document.activeElement === document.body)) this.log.focus({ preventScroll: true });
    if (focused && this.log.hidden) this.pane.part('start').focus();
    if (ids.length) document.body.classList.add('begun');
    if (arrived && !first) {
      if (!this.stuck) this.unseen = true;
      this.pane.noteArrival();
    }
    this.pane.composer.keepOnly(kept);
    return changed;
  }

  /** Lets a screen reader hear what arrives from now on; what was already here is not read out. */
  speakUp() {
    if (this.log.getAttribute('aria-live') === 'off') setTimeout(() => this.log.setAttribute('aria-live', 'polite'), 300);
  }

  clicked(event) {
    const button = event.target.closest('button');
    if (!button) return;
    const view = this.views.get(Number(button.closest('.message').dataset.id));
    if (button.press) this.pane.press(view, button);
    else if (button.matches('.own-menu')) this.openOwnMenu(button, view);
    else if (button.dataset.command) this.pane.say(button.dataset.command);
    else if (button.matches('.spoiler')) reveal(button);
  }

  openOwnMenu(button, view) {
    const change = { icon: 'pencil', text: '고치기', run: () => this.pane.composer.startEditing(view) };
    const remove = { icon: 'trash', text: '지우기', run: () => this.pane.tell('delete', { message_id: view.id }) };
    openMenu(button, view.message.kind === 'text' ? [change, remove] : [remove]);
  }

  // ---- scrolling

  /** Follows the newest message, unless the person has scrolled up; of a long one, the beginning is shown. */
  settle() {
    const { log } = this;
    if (this.stuck && log.clientHeight) {
      const bottom = log.scrollHeight - log.clientHeight;
      const top = this.showTop && log.lastElementChild ? log.lastElementChild.offsetTop - 14 : bottom;
      log.scrollTop = Math.max(0, Math.min(bottom, top));
      this.aimed = log.scrollTop;
    }
    this.offerNewest();
  }

  scrolled() {
    if (Math.abs(this.log.scrollTop - this.aimed) < 2) return;
    this.aimed = NaN;
    this.showTop = false;
    this.stuck = this.distance() < 48;
    this.offerNewest();
  }

  offerNewest() {
    const far = this.distance() > 64;
    if (!far) this.unseen = false;
    if (!far && this.newest === document.activeElement) this.log.focus({ preventScroll: true });
    this.newest.hidden = !far;
    this.newest.classList.toggle('fresh', this.unseen);
    this.newest.lastElementChild.textContent = this.unseen ? '새 메시지' : '맨 아래로';
    this.newest.lastElementChild.classList.toggle('unseen', !this.unseen);
  }

  goToEnd() {
    this.stuck = true;
    this.showTop = false;
    this.settle();
  }

  distance() {
    return this.log.scrollHeight - this.log.clientHeight - this.log.scrollTop;
  }
}
