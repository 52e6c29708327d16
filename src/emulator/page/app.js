// The chat page of the preview. Every person has a pane; a pane asks the server for its conversation, waits until
// something changes, and changes only what differs. Reading order: the page, the clock, a pane, a message, then the
// parts they use: menus, words made safe, times, the server.

const byId = (id) => document.getElementById(id);
const narrow = matchMedia('(max-width: 640px)');
const panes = new Map();
let commands = {};
let bot = {};
let chosen = null;

// ---------------------------------------------------------------- the page

async function begin() {
  byId('add-person').addEventListener('click', () => byId('newcomer').showModal());
  byId('newcomer').querySelector('[data-close]').addEventListener('click', () => byId('newcomer').close());
  byId('newcomer').querySelector('form').addEventListener('submit', welcomeNewcomer);
  byId('tabs').addEventListener('keydown', moveAmongTabs);
  narrow.addEventListener('change', fitToWidth);
  beginClock();
  for (let pause = 500; !(await meetPeople()); pause = Math.min(pause * 2, 8000)) await sleep(pause);
  fitToWidth();
}

/** Asks who is there and opens a pane for everybody new. False when the server did not answer. */
async function meetPeople() {
  const trouble = byId('trouble');
  try {
    const answer = await ask('/api/people');
    commands = answer.commands;
    bot = answer.bot;
    for (const person of answer.people) if (!panes.has(person.id)) openPane(person);
    if (!chosen && panes.size) choose([...panes.values()][0]);
    trouble.hidden = true;
    return true;
  } catch (error) {
    trouble.textContent = `${error.message} 다시 잇는 중…`;
    trouble.hidden = panes.size > 0;
    return false;
  }
}

function openPane(person) {
  const pane = new Pane(person);
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
  if (chosen === pane) return;
  chosen = pane;
  for (const other of panes.values()) {
    const here = other === pane;
    other.element.classList.toggle('is-chosen', here);
    other.tab.setAttribute('aria-selected', here);
    other.tab.tabIndex = here ? 0 : -1;
  }
  pane.markUnread(false);
  byId('clock-whose').textContent = `${pane.person.name} 님의 만료일에 맞춰 옮기기`;
  byId('clock-error').textContent = '';
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
  const next = ends ?? order[(order.indexOf(chosen) + to + order.length) % order.length];
  choose(next);
  next.tab.focus();
}

async function welcomeNewcomer(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const error = form.querySelector('.error');
  error.textContent = '';
  const person = { name: form.elements.name.value.trim(), language: form.elements.language.value };
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

// ---------------------------------------------------------------- the clock

function beginClock() {
  byId('clock-toggle').addEventListener('click', (event) => {
    const open = byId('clock-moves').classList.toggle('open');
    event.currentTarget.setAttribute('aria-expanded', open);
  });
  byId('clock-moves').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) moveClock(button);
  });
  const look = () => document.hidden || ask('/clock').then((clock) => showClock(clock.now), () => {});
  look();
  setInterval(look, 15000);
}

function showClock(now) {
  const face = byId('clock-face');
  if (face.dateTime === now) return;
  face.dateTime = now;
  byId('clock-date').textContent = longDay(now);
  byId('clock-time').textContent = timeOfDay(now);
}

async function moveClock(button) {
  const moves = byId('clock-moves');
  if (moves.getAttribute('aria-busy') === 'true') return;
  const error = byId('clock-error');
  error.textContent = '';
  moves.setAttribute('aria-busy', 'true');
  button.classList.add('waiting');
  try {
    const { seconds, event } = button.dataset;
    const clock = seconds
      ? await ask('/clock/advance', { seconds: Number(seconds) })
      : await ask('/clock/to', { chat: chosen?.person.id, event });
    showClock(clock.now);
    byId('clock-said').textContent = `지금 시계: ${longDay(clock.now)} ${timeOfDay(clock.now)}`;
  } catch (problem) {
    error.textContent = problem.message;
  } finally {
    moves.setAttribute('aria-busy', 'false');
    button.classList.remove('waiting');
  }
}

// ---------------------------------------------------------------- a pane

class Pane {
  constructor(person) {
    this.person = person;
    this.version = 0;
    this.views = new Map(); // message id → MessageView
    this.days = new Map(); // id of a day's first message → its heading
    this.seenToasts = null; // unknown until the first answer, whose toasts are old news
    this.pressing = new Set(); // presses on their way to the server, as pressName()
    this.waiting = new Map(); // every press not yet answered → when it began
    this.editing = null; // the person's message being edited
    this.draft = ''; // what stood in the composer before the edit
    this.stuck = true; // whether the log follows new messages
    this.showTop = false; // whether following means the top of a long last message
    this.unseen = false; // whether something came while the person had scrolled up
    this.build();
    this.attend();
    setTimeout(() => this.version || this.showMessages([]), 600);
  }

  build() {
    this.element = byId('pane-template').content.firstElementChild.cloneNode(true);
    const find = (selector) => this.element.querySelector(selector);
    this.part = (name) => find(`[data-part="${name}"]`);
    const { id, name, language } = this.person;
    this.element.id = `pane-${id}`;
    this.title = find('h3');
    this.title.id = `title-${id}`;
    this.title.textContent = name;
    this.log = find('.log');
    this.log.lang = language;
    this.log.setAttribute('aria-label', `${name} 님과 길봇의 대화`);
    this.part('menu').setAttribute('aria-label', `${name} 님의 대화 메뉴`);
    this.welcome = find('.welcome');
    this.welcome.querySelector('h4').textContent = bot.name;
    this.welcome.querySelector('.about').textContent = bot.description;
    this.offline = find('.offline');
    this.toasts = find('.toasts');
    this.newest = find('.newest');
    this.typing = find('.typing');
    this.error = find('.pane > .error');
    this.composer = find('.composer');
    this.text = find('textarea');
    this.text.setAttribute('aria-label', `${name} 님이 보낼 메시지`);
    this.suggestions = find('.suggestions');
    this.suggestions.id = `suggestions-${id}`;
    this.text.setAttribute('aria-controls', this.suggestions.id);
    this.blocked = find('.blocked');
    this.tab = make('button', { type: 'button', role: 'tab', id: `tab-${id}` }, make('span', {}, name));
    this.tab.setAttribute('aria-controls', this.element.id);
    this.tab.setAttribute('aria-selected', 'false');
    this.tab.tabIndex = -1;
  }

  attend() {
    const on = (name, run) => this.part(name).addEventListener('click', (event) => run(event.currentTarget));
    on('menu', (button) => this.openPaneMenu(button));
    on('commands', (button) => this.openCommands(button));
    on('attach', (button) => this.openAttachments(button));
    on('to-composer', () => (this.composer.hidden ? this.part('unblock') : this.text).focus());
    on('stop-editing', () => this.stopEditing());
    on('start', () => this.say('/start'));
    on('unblock', () => this.tell('unblock', {}));
    this.tab.addEventListener('click', () => choose(this));
    this.element.addEventListener('focusin', () => choose(this));
    this.element.addEventListener('pointerdown', () => choose(this));
    this.newest.addEventListener('click', () => this.goToEnd());
    this.log.addEventListener('click', (event) => this.clickInLog(event));
    this.log.addEventListener('scroll', () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.settle()).observe(this.log);
    this.composer.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    this.text.addEventListener('keydown', (event) => this.typed(event));
    this.text.addEventListener('input', () => this.typedOn());
    this.text.addEventListener('blur', () => this.suggest([]));
    this.suggestions.addEventListener('mousedown', (event) => event.preventDefault());
    this.suggestions.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) this.sayCommand(option.dataset.command);
    });
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
    meetPeople();
  }

  show(state) {
    if (state.version < this.version) this.seenToasts = null;
    this.version = state.version;
    showClock(state.now);
    this.showBlocked(state.blocked);
    const changed = this.showMessages(state.messages);
    this.showWaiting(state.pending_press);
    this.showToasts(state.toasts);
    this.typing.hidden = !state.typing;
    if (changed) this.settle();
    if (this.log.getAttribute('aria-live') === 'off') setTimeout(() => this.log.setAttribute('aria-live', 'polite'), 300);
  }

  showBlocked(blocked) {
    if (this.composer.hidden === blocked) return;
    const leaving = blocked ? this.composer : this.blocked;
    const held = leaving.contains(document.activeElement);
    this.isBlocked = blocked;
    this.composer.hidden = blocked;
    this.blocked.hidden = !blocked;
    if (held) (blocked ? this.part('unblock') : this.text).focus();
  }

  /** Brings the log to `messages`, touching only what differs. True when anything did. */
  showMessages(messages) {
    const first = this.views.size === 0;
    const focused = this.log.contains(document.activeElement) ? document.activeElement : null;
    const wanted = [];
    let changed = false;
    let arrived = false;
    let day = '';
    const days = new Map();
    for (const message of messages) {
      let view = this.views.get(message.id);
      if (!view) {
        view = new MessageView(this, message);
        this.views.set(message.id, view);
        arrived ||= message.from === 'bot';
      }
      const differs = view.show(message);
      changed ||= differs;
      if (differs && message === messages.at(-1)) this.showTop = message.from === 'bot';
      if (view.day !== day) {
        day = view.day;
        const key = `${message.id} ${day}`;
        days.set(key, this.days.get(key) ?? make('p', { class: 'day' }, make('span', {}, day)));
        wanted.push(days.get(key));
      }
      wanted.push(view.element);
    }
    this.days = days;
    const kept = new Set(messages.map((message) => message.id));
    for (const id of this.views.keys()) if (!kept.has(id)) changed = this.views.delete(id);
    arrange(this.log, wanted);
    const begins = this.welcome.contains(document.activeElement) && messages.length > 0;
    this.welcome.hidden = messages.length > 0;
    this.log.hidden = messages.length === 0;
    if (begins || (focused && !focused.isConnected && document.activeElement === document.body)) this.log.focus({ preventScroll: true });
    if (focused && this.log.hidden) this.part('start').focus();
    if (messages.length) document.body.classList.add('begun');
    if (arrived && !first) this.noteArrival();
    if (this.editing && !kept.has(this.editing.id)) this.stopEditing();
    return changed;
  }

  noteArrival() {
    if (!this.stuck) this.unseen = true;
    if (this !== chosen) this.markUnread(true);
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
    for (const key of this.log.querySelectorAll('.key.waiting')) if (!names.has(key.press)) markWaiting(key, false);
    for (const name of names) {
      const view = this.views.get(Number(name.split(' ', 1)[0]));
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

  // ---- what the person does

  clickInLog(event) {
    const button = event.target.closest('button');
    if (!button) return;
    const view = this.views.get(Number(button.closest('.message').dataset.id));
    if (button.press) this.press(view, button);
    else if (button.matches('.own-menu')) this.openOwnMenu(button, view);
    else if (button.dataset.command) this.say(button.dataset.command);
    else if (button.matches('.spoiler')) reveal(button);
  }

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

  async send() {
    const text = this.text.value.trim();
    if (!text) return void this.text.focus();
    if (this.editing) {
      if (await this.tell('edit', { message_id: this.editing.id, text })) this.stopEditing();
      return;
    }
    this.write('');
    if (!(await this.say(text)) && !this.text.value) this.write(text);
  }

  say(text) {
    this.goToEnd();
    return this.tell('say', { text });
  }

  sayCommand(command) {
    this.write('');
    this.text.focus();
    this.say(`/${command}`);
  }

  /** Sends one act of this person; true when it was taken, else the reason stands above the composer. */
  async tell(act, body) {
    this.error.textContent = '';
    try {
      await ask(`/api/chats/${this.person.id}/${act}`, body);
      return true;
    } catch (problem) {
      this.error.textContent = problem.message;
      return false;
    }
  }

  write(text) {
    this.text.value = text;
    this.typedOn();
  }

  typed(event) {
    // While a Korean syllable is being composed, Enter belongs to the input method.
    if (event.isComposing || event.keyCode === 229) return;
    const options = [...this.suggestions.children];
    const active = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (options.length && step) {
      event.preventDefault();
      this.pointAt(options, (Math.max(active, step > 0 ? -1 : 0) + step + options.length) % options.length);
    } else if (active >= 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      this.sayCommand(options[active].dataset.command);
    } else if (event.key === 'Escape') {
      if (options.length) this.suggest([]);
      else if (this.editing) this.stopEditing();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
  }

  typedOn() {
    this.text.style.height = 'auto';
    this.text.style.height = `${Math.min(this.text.scrollHeight + 2, 168)}px`;
    const begun = this.editing ? null : /^\/([a-z0-9_]*)$/i.exec(this.text.value);
    this.suggest(begun ? this.commands().filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : []);
  }

  commands() {
    return commands[this.person.language] ?? commands.ko ?? [];
  }

  suggest(found) {
    if (!found.length && this.suggestions.hidden) return;
    this.suggestions.replaceChildren(...found.map(({ command, description }, index) => make('div',
      { role: 'option', id: `${this.suggestions.id}-${index}`, 'aria-selected': 'false', 'data-command': command },
      make('b', {}, `/${command}`), make('span', {}, description))));
    this.suggestions.hidden = found.length === 0;
    this.text.removeAttribute('aria-activedescendant');
    this.part('suggestion-count').textContent = found.length ? `명령 ${found.length}개. 위아래 화살표로 고르세요.` : '';
  }

  pointAt(options, index) {
    options.forEach((option, at) => option.setAttribute('aria-selected', at === index));
    options[index].scrollIntoView({ block: 'nearest' });
    this.text.setAttribute('aria-activedescendant', options[index].id);
  }

  startEditing(view) {
    if (!this.editing) this.draft = this.text.value;
    this.editing = view;
    this.composer.querySelector('.editing').hidden = false;
    this.write(safe(view.message.html).textContent);
    this.text.focus();
  }

  stopEditing() {
    this.editing = null;
    this.composer.querySelector('.editing').hidden = true;
    this.write(this.draft);
    this.draft = '';
    this.text.focus();
  }

  // ---- menus

  openPaneMenu(button) {
    const act = this.isBlocked ? 'unblock' : 'block';
    openMenu(button, [
      { icon: 'again', text: '처음부터 다시', note: '/start', run: () => this.say('/start') },
      { icon: 'block', text: this.isBlocked ? '차단 해제' : '차단', run: () => this.tell(act, {}) },
    ]);
  }

  openCommands(button) {
    openMenu(button, this.commands().map(({ command, description }) => (
      { text: `/${command}`, note: description, run: () => this.say(`/${command}`) })));
  }

  openAttachments(button) {
    openMenu(button, Object.entries(KINDS).map(([kind, text]) => ({
      icon: kind,
      text,
      run: async () => {
        const caption = this.editing ? '' : this.text.value.trim();
        this.goToEnd();
        if ((await this.tell('attach', { kind, caption })) && caption) this.write('');
      },
    })));
  }

  openOwnMenu(button, view) {
    const change = { icon: 'pencil', text: '고치기', run: () => this.startEditing(view) };
    const remove = { icon: 'trash', text: '지우기', run: () => this.tell('delete', { message_id: view.id }) };
    openMenu(button, view.message.kind === 'text' ? [change, remove] : [remove]);
  }
}

// ---------------------------------------------------------------- a message

const KINDS = { photo: '사진', voice: '음성', sticker: '스티커', contact: '연락처', location: '위치', document: '파일' };

class MessageView {
  constructor(pane, message) {
    this.pane = pane;
    this.id = message.id;
    this.keys = [];
    this.body = make('div', { class: 'body' });
    this.meta = make('p', { class: 'meta' });
    const speaker = message.from === 'bot' ? '길봇' : pane.person.name;
    this.bubble = make('div', { class: 'bubble' }, make('span', { class: 'unseen' }, `${speaker}: `));
    if (KINDS[message.kind]) this.bubble.append(make('p', { class: 'kind' }, icon(message.kind), KINDS[message.kind]));
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

function markWaiting(key, waiting) {
  if (key.classList.contains('waiting') === waiting) return;
  key.classList.toggle('waiting', waiting);
  key.setAttribute('aria-busy', waiting);
  if (waiting) key.append(make('span', { class: 'unseen' }, ' 기다리는 중'));
  else key.querySelector('.unseen')?.remove();
}

const pressName = (messageId, data) => `${messageId} ${data}`;

// ---------------------------------------------------------------- menus and alerts

const menu = make('div', { class: 'menu', role: 'menu', popover: 'auto' });
menu.addEventListener('keydown', (event) => {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length].focus();
});
menu.addEventListener('toggle', (event) => {
  if (event.newState === 'open') return;
  menu.anchor.setAttribute('aria-expanded', 'false');
});
document.addEventListener('pointerdown', (event) => {
  menu.dismissedBy = menu.matches(':popover-open') ? event.target.closest('button') : null;
}, true);

/** Opens a menu beside `anchor`; each item has a text, perhaps an icon and a note, and what it runs. */
function openMenu(anchor, items) {
  // The press that closed the menu must not open it again.
  if (menu.anchor === anchor && menu.dismissedBy === anchor) return void (menu.dismissedBy = null);
  menu.anchor = anchor;
  menu.setAttribute('aria-label', anchor.getAttribute('aria-label'));
  menu.replaceChildren(...items.map((item) => {
    const button = make('button', { type: 'button', role: 'menuitem', tabindex: -1 },
      ...(item.icon ? [icon(item.icon)] : []), make('b', {}, item.text), ...(item.note ? [make('span', {}, item.note)] : []));
    button.addEventListener('click', () => {
      menu.hidePopover();
      anchor.focus();
      item.run();
    });
    return button;
  }));
  anchor.setAttribute('aria-expanded', 'true');
  menu.showPopover();
  const place = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = place.bottom + 6 + size.height <= innerHeight - 8;
  menu.style.top = `${Math.max(8, below ? place.bottom + 6 : place.top - 6 - size.height)}px`;
  const left = place.left + place.width / 2 < innerWidth / 2 && place.left + size.width < innerWidth ? place.left : place.right - size.width;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  menu.firstElementChild?.focus();
}

function showAlert(text) {
  const words = make('p', { id: `alert-${performance.now()}` }, text);
  const button = make('button', { type: 'button', class: 'primary' }, '확인');
  const dialog = make('dialog', { class: 'alert', role: 'alertdialog', 'aria-labelledby': words.id }, words, button);
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// ---------------------------------------------------------------- words made safe

const KEPT = new Set(['B', 'I', 'U', 'S', 'CODE', 'PRE', 'BLOCKQUOTE']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'TITLE']);

/** Rebuilds `html` from the few elements and the one attribute that are allowed; the rest keeps only its words. */
function safe(html, known = new Set()) {
  const source = new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;
  const fragment = document.createDocumentFragment();
  copySafely(source, fragment, known);
  return fragment;
}

function copySafely(source, target, known) {
  let afterBlock = false;
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // A block ends its own line, so the line break written after it is one too many.
      target.append(...withCommands(afterBlock ? node.data.replace(/^\n/, '') : node.data, known));
      afterBlock = false;
    } else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.nodeName.toUpperCase())) {
      copySafely(node, copyOf(node, target), node.matches('a, code, pre') ? new Set() : known);
      afterBlock = node.matches('pre, blockquote');
    }
  }
}

/** Appends the allowed twin of `node` to `target`; gives back where the node's children belong. */
function copyOf(node, target) {
  const address = node.nodeName === 'A' ? webAddress(node.getAttribute('href')) : null;
  let copy = null;
  if (KEPT.has(node.nodeName)) copy = make(node.nodeName, {});
  if (address) copy = make('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer', title: `${address.host} (새 창)` });
  if (node.nodeName === 'TG-SPOILER') {
    copy = make('span', { class: 'spoiled', tabindex: -1, hidden: '' });
    target.append(make('button', { type: 'button', class: 'spoiler' }, '가린 글 보기'));
  }
  if (copy) target.append(copy);
  return copy ?? target;
}

function withCommands(text, known) {
  return text.split(/(?<![\w/.])(\/[a-z0-9_]{1,32})(?![\w/])/g).map((piece) => (
    known.has(piece.slice(1)) && piece.startsWith('/')
      ? make('button', { type: 'button', class: 'command', 'data-command': piece }, piece)
      : piece));
}

function reveal(button) {
  const hidden = button.nextElementSibling;
  hidden.hidden = false;
  button.remove();
  hidden.focus({ preventScroll: true });
}

/** The address when it leads to the web by http or https, else null. */
function webAddress(text) {
  const address = URL.canParse(text ?? '') ? new URL(text) : null;
  return address && /^https?:$/.test(address.protocol) ? address : null;
}

// ---------------------------------------------------------------- elements and times

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** Makes `wanted` the children of `parent`, moving no child that already stands right, so that focus and scroll stay. */
function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}

const seoul = (options) => new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', ...options });
const DAY = seoul({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
const TIME = seoul({ hour: 'numeric', minute: '2-digit' });
const longDay = (instant) => DAY.format(new Date(instant));
const timeOfDay = (instant) => TIME.format(new Date(instant));
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// ---------------------------------------------------------------- the server

/** Asks the server: GET without a body, else POST. Fails with an Error whose message may be shown to the person. */
async function ask(path, body, signal) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  let response;
  let answer = null;
  try {
    response = await fetch(path, { ...options, signal, cache: 'no-store' });
    answer = await response.json();
  } catch (cause) {
    if (!response) throw new Error('봇 서버에 닿지 못했어요. 잠시 뒤에 다시 해 주세요.', { cause });
  }
  if (response.ok && answer) return answer;
  const problem = new Error(answer?.error ?? '봇 서버가 답하지 못했어요. 잠시 뒤에 다시 해 주세요.');
  problem.status = response.ok ? 500 : response.status;
  throw problem;
}

/**
 * The waiting requests. A browser opens only six connections to one server, and what the person does needs some of
 * them: so at most four panes wait at once, the others take turns, and a page that nobody sees waits for nothing.
 */
const lines = {
  free: 4,
  queue: [],
  open: new Set(),
  async take() {
    if (this.free > 0) this.free -= 1;
    else await new Promise((resolve) => this.queue.push(resolve));
    while (document.hidden) await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
    const controller = new AbortController();
    const line = { controller, signal: controller.signal, since: performance.now(), givenUp: false };
    this.open.add(line);
    return line;
  },
  release(line) {
    this.open.delete(line);
    const next = this.queue.shift();
    if (next) next();
    else this.free += 1;
  },
  /** Ends the requests older than `longest` ms; a server that says nothing for 40 s counts as away. */
  giveUp(longest) {
    for (const line of this.open) {
      const age = performance.now() - line.since;
      if (age < longest) continue;
      line.givenUp = age < 40000;
      line.controller.abort();
    }
  },
};
setInterval(() => lines.giveUp(lines.queue.length ? 500 : 40000), 250);
document.addEventListener('visibilitychange', () => document.hidden && lines.giveUp(0));

document.body.append(menu);
begin();
