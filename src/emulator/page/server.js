// The server: asking it something, and waiting for its news without taking every connection.

/** Asks the server: GET without a body, else POST. Fails with an Error whose message may be shown to the person. */
export async function ask(path, body, signal) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  let response;
  let answer;
  try {
    response = await fetch(path, { ...options, signal, cache: 'no-store' });
    answer = await response.json();
  } catch (cause) {
    if (!response) throw new Error('봇 서버에 닿지 못했어요. 잠시 뒤에 다시 해 주세요.', { cause });
  }
  if (response.ok && answer !== undefined) return answer;
  const problem = new Error(answer?.error ?? '봇 서버가 답하지 못했어요. 잠시 뒤에 다시 해 주세요.');
  problem.status = response.ok ? 500 : response.status;
  throw problem;
}

/**
 * The waiting requests. A browser opens only six connections to one server, and what the person does needs some of
 * them: so at most four panes wait at once, the others take turns, and a page that nobody sees waits for nothing.
 */
export const lines = {
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
