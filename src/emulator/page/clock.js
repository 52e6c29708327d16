// The clock that everybody in the preview shares.

import { byId } from './elements.js';
import { ask } from './server.js';
import { foldSheets } from './sheets.js';
import { longDay, timeOfDay } from './times.js';

let told = null; // the last time that the server told, and when that was

/** Shows the clock and moves it; `whose` gives the chat whose alarms it can jump to; `tick` is told each new minute. */
export function beginClock(whose, tick) {
  byId('clock-moves').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    const { seconds, event: name } = button.dataset;
    if (seconds) moveClock(button, '/clock/advance', { seconds: Number(seconds) });
    else moveClock(button, '/clock/to', { chat: whose(), event: name });
  });
  const look = () => document.hidden || ask('/clock').then((clock) => showClock(clock.now), () => {});
  look();
  setInterval(look, 15000);
  setInterval(() => {
    showFace();
    tick();
  }, 1000);
}

export function showClock(now) {
  const instant = Date.parse(now);
  told = { instant, at: performance.now() };
  showFace();
}

/** The common time now, in milliseconds; null before the server has told it. */
export const commonTime = () => told && told.instant + performance.now() - told.at;

function showFace() {
  const now = commonTime();
  if (now === null) return;
  const date = longDay(now);
  const time = timeOfDay(now);
  if (byId('clock-date').textContent !== date) byId('clock-date').textContent = date;
  if (byId('clock-time').textContent !== time) byId('clock-time').textContent = time;
}

/** Moves the clock on behalf of this button. */
export async function moveClock(button, path, body) {
  const busy = byId('tools');
  if (busy.getAttribute('aria-busy') === 'true') return;
  const error = byId('clock-error');
  error.textContent = '';
  busy.setAttribute('aria-busy', 'true');
  button.classList.add('waiting');
  try {
    const clock = await ask(path, body);
    showClock(clock.now);
    foldSheets();
    byId('clock-said').textContent = `지금 시계: ${longDay(clock.now)} ${timeOfDay(clock.now)}`;
  } catch (problem) {
    error.textContent = problem.message;
  } finally {
    busy.setAttribute('aria-busy', 'false');
    button.classList.remove('waiting');
  }
}
