// The clock that everybody in the preview shares.

import { byId } from './elements.js';
import { ask } from './server.js';
import { longDay, timeOfDay } from './times.js';

/** Shows the clock and moves it; `whose` gives the chat whose dates it can jump to. */
export function beginClock(whose) {
  byId('clock-toggle').addEventListener('click', (event) => {
    const open = byId('clock-moves').classList.toggle('open');
    event.currentTarget.setAttribute('aria-expanded', open);
  });
  byId('clock-moves').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) moveClock(button, whose());
  });
  const look = () => document.hidden || ask('/clock').then((clock) => showClock(clock.now), () => {});
  look();
  setInterval(look, 15000);
}

export function showClock(now) {
  const face = byId('clock-face');
  if (face.dateTime === now) return;
  face.dateTime = now;
  byId('clock-date').textContent = longDay(now);
  byId('clock-time').textContent = timeOfDay(now);
}

async function moveClock(button, chat) {
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
      : await ask('/clock/to', { chat, event });
    showClock(clock.now);
    byId('clock-said').textContent = `지금 시계: ${longDay(clock.now)} ${timeOfDay(clock.now)}`;
  } catch (problem) {
    error.textContent = problem.message;
  } finally {
    moves.setAttribute('aria-busy', 'false');
    button.classList.remove('waiting');
  }
}
