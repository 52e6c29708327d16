// Words made safe: what the server says, rebuilt from a few elements.

import { make } from './elements.js';

const KEPT = new Set(['B', 'I', 'U', 'S', 'CODE', 'PRE', 'BLOCKQUOTE']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'TITLE']);

/** Rebuilds `html` from the few elements and the one attribute that are allowed; the rest keeps only its words. */
export function safe(html, known = new Set()) {
  const source = new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;
  const fragment = document.createDocumentFragment();
  copySafely(source, fragment, known);
  return fragment;
}

function copySafely(source, target, known) {
  let afterBlock = false;
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // A block ends its own line, so the line break written after it is one too many.
      target.append(...withCommands(afterBlock ? node.data.replace(/^\n/, '') : node.data, known));
      afterBlock = false;
    } else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.nodeName.toUpperCase())) {
      copySafely(node, copyOf(node, target), node.matches('a, code, pre') ? new Set() : known);
      afterBlock = node.matches('pre, blockquote');
    }
  }
}

/** Appends the allowed twin of `node` to `target`; gives back where the node's children belong. */
function copyOf(node, target) {
  const address = node.nodeName === 'A' ? webAddress(node.getAttribute('href')) : null;
  let copy = null;
  if (KEPT.has(node.nodeName)) copy = make(node.nodeName, {});
  if (address) copy = make('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer', title: `${address.host} (새 창)` });
  if (node.nodeName === 'TG-SPOILER') {
    copy = make('span', { class: 'spoiled', tabindex: -1, hidden: '' });
    target.append(make('button', { type: 'button', class: 'spoiler' }, '가린 글 보기'));
  }
  if (copy) target.append(copy);
  return copy ?? target;
}

/** The pieces of `text`: known commands as buttons, numbers such as 1588-9999 kept on one line. */
function withCommands(text, known) {
  const pieces = text.split(/(?<![\w/.])(\/[a-z0-9_]{1,32})(?![\w/])|(?<![\d-])(\d+(?:-\d+){1,3})(?![\d-])/g);
  return pieces.filter(Boolean).map((piece) => {
    if (piece.startsWith('/') && known.has(piece.slice(1))) {
      return make('button', { type: 'button', class: 'command', 'data-command': piece }, piece);
    }
    return /^\d+(-\d+)+$/.test(piece) ? make('span', { class: 'number' }, piece) : piece;
  });
}

export function reveal(button) {
  const hidden = button.nextElementSibling;
  hidden.hidden = false;
  button.remove();
  hidden.focus({ preventScroll: true });
}

/** The address when it leads to the web by http or https, else null. */
export function webAddress(text) {
  const address = URL.canParse(text ?? '') ? new URL(text) : null;
  return address && /^https?:$/.test(address.protocol) ? address : null;
}
