// Parts of the page that lie folded on a narrow screen: each opens and closes by its own button.

import { byId } from './elements.js';

const SHEETS = { 'tools-toggle': 'tools', 'inside-toggle': 'inside' };

export function beginSheets() {
  for (const name of Object.keys(SHEETS)) {
    byId(name).addEventListener('click', () => fold(name, byId(SHEETS[name]).classList.contains('open')));
  }
}

/** Folds what lies open, so that the conversation is seen; the focus goes to the button that opens it again. */
export function foldSheets() {
  for (const [name, sheet] of Object.entries(SHEETS)) {
    if (!byId(sheet).classList.contains('open') || !byId(name).checkVisibility()) continue;
    const held = byId(sheet).contains(document.activeElement);
    fold(name, true);
    if (held) byId(name).focus();
  }
}

function fold(name, closed) {
  byId(SHEETS[name]).classList.toggle('open', !closed);
  byId(name).setAttribute('aria-expanded', !closed);
}
