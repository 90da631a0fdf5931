import type { MessageJson } from '../document/message.ts';

/** Messages as a page shows them in dev. */

/** An element; whatever is in it stays text. */
export function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that opens a place in the editor. @param place a file of this machine, and `:24:9` behind it. */
export function opener(words: string, place: string): HTMLElement {
  const button = element('button', { type: 'button' }, words);
  const target = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}__open-in-editor?file=${encodeURIComponent(place)}`;
  button.addEventListener('click', () => void fetch(target));
  return button;
}

/** The messages of a file, each with a button that leads to its place. */
export const listOf = (messages: readonly MessageJson[], file: string): HTMLElement =>
  element(
    'ul',
    {},
    ...messages.map(({ line, column, severity, reason, suggestion = '' }) => {
      const meant = suggestion && ` Did you mean “${suggestion}”?`;
      const at = `${line}:${column}`;
      return element('li', {}, opener(at, `${file}:${at}`), ` ${severity}: ${reason}${meant}`);
    }),
  );
