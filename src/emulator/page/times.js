// Times as a clock in Seoul shows them, and waiting.

const seoul = (options) => new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', ...options });
const DAY = seoul({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
const YEAR = seoul({ year: 'numeric' });
const DATE = seoul({ month: 'long', day: 'numeric' });
const WEEKDAY = seoul({ weekday: 'short' });
const TIME = seoul({ hour: 'numeric', minute: '2-digit' });
export const longDay = (instant) => DAY.format(new Date(instant));
export const timeOfDay = (instant) => TIME.format(new Date(instant));
/** A day in short. */
export const dayOf = (instant) => `${DATE.format(new Date(instant))}(${WEEKDAY.format(new Date(instant))})`;
/** A day and time in short; the year stands there only where it is not that of `now`. */
export function momentOf(instant, now) {
  const at = new Date(instant);
  const year = YEAR.format(at);
  return `${year === YEAR.format(now) ? '' : `${year} `}${dayOf(at)} ${TIME.format(at)}`;
}
/** How wrong a phone's clock is, behind a dot; nothing when it is right. */
export function phoneError(minutes) {
  if (minutes === 0) return '';
  const length = Math.abs(minutes) % 60 ? `${Math.abs(minutes)}분` : `${Math.abs(minutes) / 60}시간`;
  return ` · ${length} ${minutes > 0 ? '빨라요' : '느려요'}`;
}
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
