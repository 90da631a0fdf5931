import { element, listOf } from './messages.ts';
import { ASK, NOTES } from './page-notes.ts';
import type { PageNotes } from './page-notes.ts';

/**
 * In dev, where a story has an error: its page stays as it last was, dimmed, and before it stands what is to be mended.
 */

const styles = `:host{position:sticky;inset-block-start:0;z-index:9;display:block;max-block-size:60vh;overflow:auto;
padding:1em;font:16px/1.4 system-ui;color:#fff;background:#7a1010}
p,ul{margin:.3em 0}ul{padding-inline-start:1.2em}li{margin:.3em 0;overflow-wrap:anywhere}button{font:inherit}`;

import.meta.hot?.on(NOTES, ({ path, file = '', place = '', messages = [] }: PageNotes) => {
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (path !== location.pathname || !errors.length || document.querySelector('nutgraf-messages')) return;
  const host = element('nutgraf-messages', { role: 'alert' });
  host
    .attachShadow({ mode: 'open' })
    .append(
      element('style', {}, styles),
      element('p', {}, `The page as it was before these mistakes in ${file}:`),
      listOf(errors, place),
    );
  for (const child of document.body.children) if (child instanceof HTMLElement) child.style.opacity = '0.45';
  document.body.prepend(host);
});

import.meta.hot?.send(ASK, { path: location.pathname });
