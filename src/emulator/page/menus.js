// What lies on top of the page: one menu that is filled anew for each button, and alerts.

import { icon, make } from './elements.js';

const menu = make('div', { class: 'menu', role: 'menu', popover: 'auto' });
document.body.append(menu);
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
export function openMenu(anchor, items) {
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

export function showAlert(text) {
  const words = make('p', { id: `alert-${performance.now()}` }, text);
  const button = make('button', { type: 'button', class: 'primary' }, '확인');
  const dialog = make('dialog', { class: 'alert', role: 'alertdialog', 'aria-labelledby': words.id }, words, button);
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
