// Times as a clock in Seoul shows them, and waiting.

const seoul = (options) => new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', ...options });
const DAY = seoul({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
const TIME = seoul({ hour: 'numeric', minute: '2-digit' });
export const longDay = (instant) => DAY.format(new Date(instant));
export const timeOfDay = (instant) => TIME.format(new Date(instant));
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
