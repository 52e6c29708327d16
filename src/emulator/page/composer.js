// The composer of one pane: where the person writes, edits what they wrote, and chooses commands and attachments.

import { make } from './elements.js';
import { openMenu } from './menus.js';
import { KINDS } from './message.js';
import { safe } from './safe.js';

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.editing = null; // the person's message being edited
    this.draft = ''; // what stood in the composer before the edit
    this.build();
    this.attend();
  }

  build() {
    const { id, name } = this.pane.person;
    this.form = this.pane.element.querySelector('.composer');
    this.text = this.form.querySelector('textarea');
    this.text.setAttribute('aria-label', `${name} 님이 보낼 메시지`);
    this.suggestions = this.form.querySelector('.suggestions');
    this.suggestions.id = `suggestions-${id}`;
    this.text.setAttribute('aria-controls', this.suggestions.id);
  }

  attend() {
    this.pane.on('commands', (button) => this.openCommands(button));
    this.pane.on('attach', (button) => this.openAttachments(button));
    this.pane.on('stop-editing', () => this.stopEditing());
    this.form.addEventListener('submit', (event) => {
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

  async send() {
    const text = this.text.value.trim();
    if (!text) return void this.text.focus();
    if (this.editing) {
      if (await this.pane.tell('edit', { message_id: this.editing.id, text })) this.stopEditing();
      return;
    }
    this.write('');
    if (!(await this.pane.say(text)) && !this.text.value) this.write(text);
  }

  sayCommand(command) {
    this.write('');
    this.text.focus();
    this.pane.say(`/${command}`);
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
    this.suggest(begun ? this.pane.commands().filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : []);
  }

  suggest(found) {
    if (!found.length && this.suggestions.hidden) return;
    this.suggestions.replaceChildren(...found.map(({ command, description }, index) => make('div',
      { role: 'option', id: `${this.suggestions.id}-${index}`, 'aria-selected': 'false', 'data-command': command },
      make('b', {}, `/${command}`), make('span', {}, description))));
    this.suggestions.hidden = found.length === 0;
    this.text.removeAttribute('aria-activedescendant');
    this.pane.part('suggestion-count').textContent = found.length ? `명령 ${found.length}개. 위아래 화살표로 고르세요.` : '';
  }

  pointAt(options, index) {
    options.forEach((option, at) => option.setAttribute('aria-selected', at === index));
    options[index].scrollIntoView({ block: 'nearest' });
    this.text.setAttribute('aria-activedescendant', options[index].id);
  }

  startEditing(view) {
    if (!this.editing) this.draft = this.text.value;
    this.editing = view;
    this.form.querySelector('.editing').hidden = false;
    this.write(safe(view.message.html).textContent);
    this.text.focus();
  }

  stopEditing() {
    this.editing = null;
    this.form.querySelector('.editing').hidden = true;
    this.write(this.draft);
    this.draft = '';
    this.text.focus();
  }

  /** Ends the edit of a message that is not among `ids` any more. */
  keepOnly(ids) {
    if (this.editing && !ids.has(this.editing.id)) this.stopEditing();
  }

  openCommands(button) {
    openMenu(button, this.pane.commands().map(({ command, description }) => (
      { text: `/${command}`, note: description, run: () => this.pane.say(`/${command}`) })));
  }

  openAttachments(button) {
    openMenu(button, Object.entries(KINDS).map(([kind, text]) => ({
      icon: kind,
      text,
      run: async () => {
        const caption = this.editing ? '' : this.text.value.trim();
        this.pane.talk.goToEnd();
        if ((await this.pane.tell('attach', { kind, caption })) && caption) this.write('');
      },
    })));
  }
}
