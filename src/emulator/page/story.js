// The conversation as a story that the tests play.

import { byId, make } from './elements.js';
import { ask } from './server.js';

/** `people` gives everybody who could be told of. */
export function beginStory(people) {
  const dialog = byId('story');
  const form = dialog.querySelector('form');
  const { title, who } = form.elements;
  byId('story-open').addEventListener('click', () => {
    const all = people();
    const keep = who.value;
    who.replaceChildren(make('option', { value: '' }, '모두'), ...all.map(({ id, name }) => make('option', { value: id }, name)));
    who.value = all.some(({ id }) => String(id) === keep) ? keep : '';
    tell(form);
    dialog.showModal();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  title.addEventListener('input', () => tell(form));
  who.addEventListener('change', () => tell(form));
}

async function tell(form) {
  const { title, who } = form.elements;
  const error = form.querySelector('.error');
  error.textContent = '';
  const wish = new URLSearchParams({ title: title.value });
  if (who.value) wish.set('chat', who.value);
  try {
    const { text, lines, untold } = await ask(`/story?${wish}`);
    byId('story-text').value = text;
    byId('story-note').textContent = untold
      ? `${lines}줄이에요. 이야기로 옮길 수 없는 일 ${untold}가지는 #으로 적었어요.`
      : `${lines}줄이에요.`;
    const file = byId('story-file');
    URL.revokeObjectURL(file.href);
    file.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    file.download = `${title.value.trim().replace(/[\s/\\:]+/g, '-') || 'preview'}.story`;
  } catch (problem) {
    error.textContent = problem.message;
  }
}
