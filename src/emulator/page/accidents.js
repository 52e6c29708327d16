// What can go wrong, to be switched on: in Telegram, and with the bot itself.

import { byId, make } from './elements.js';
import { ask } from './server.js';

/** Each switch by its name. */
const SWITCHES = {
  too_many_requests: '너무 빠르대요 (429)',
  network: '네트워크 끊김',
  slow: '3초 늦은 답',
};
let any = false; // whether something is switched on, so that its count grows

export function beginAccidents() {
  byId('faults').append(...Object.entries(SWITCHES).map(([name, title]) => {
    const button = make('button', { type: 'button', role: 'switch', 'aria-checked': 'false', class: 'switch', 'data-name': name },
      make('span', { class: 'words' }, make('b', {}, title), make('span', { class: 'count' })), make('span', { class: 'knob', 'aria-hidden': 'true' }));
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-checked') !== 'true';
      attempt(async () => showFaults(await ask('/api/faults', { name, on })));
    });
    return button;
  }));
  for (const button of document.querySelectorAll('[data-accident]')) {
    button.addEventListener('click', () => attempt(async () => {
      if (button.classList.contains('waiting')) return;
      button.classList.add('waiting');
      try {
        showLife(await ask(`/bot/${button.dataset.accident}`, {}));
      } finally {
        button.classList.remove('waiting');
      }
    }));
  }
  look();
  setInterval(() => document.hidden || look(), 2500);
}

/** Brings what is told up to date; what the caller does not tell stays unsaid. */
function look() {
  if (any || !byId('faults').dataset.seen) ask('/api/faults').then(showFaults, () => {});
  byId('faults').dataset.seen = 'yes';
  ask('/bot').then(showLife, () => {});
}

async function attempt(deed) {
  byId('fault-error').textContent = '';
  try {
    await deed();
  } catch (problem) {
    byId('fault-error').textContent = problem.message;
  }
}

function showFaults(faults) {
  any = faults.some((fault) => fault.on);
  for (const { name, on, struck } of faults) {
    const button = byId('faults').querySelector(`[data-name="${name}"]`);
    if (!button) continue;
    button.setAttribute('aria-checked', on);
    const count = button.querySelector('.count');
    const words = on && struck ? `${struck}번 일어났어요` : '';
    if (count.textContent !== words) count.textContent = words;
  }
  document.body.classList.toggle('broken', any);
}

function showLife({ awake, begun, gallery }) {
  byId('gallery').hidden = !gallery;
  const words = awake ? `봇이 깨어 있어요. ${begun}번째예요.` : '봇이 꺼져 있어요. 다시 켜는 중이에요.';
  const life = byId('bot-life');
  life.classList.toggle('away', !awake);
  if (life.textContent !== words) life.textContent = words;
}
