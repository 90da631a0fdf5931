import type { DevToolbarApp } from 'astro';
import { element, listOf, opener } from './messages.ts';
import { ASK, NOTES } from './page-notes.ts';
import type { PageNotes } from './page-notes.ts';

/** An app in Astro’s toolbar: the story’s messages, its sourcing and length, and everything that is made of it. */
const app: DevToolbarApp = {
  init(canvas, app, server) {
    const box = document.createElement('astro-dev-toolbar-window');
    canvas.append(box);
    const ask = () => server.send(ASK, { path: location.pathname });
    server.on<PageNotes>(NOTES, (notes) => {
      if (notes.path !== location.pathname) return;
      const { messages = [] } = notes;
      box.replaceChildren(...shown(notes));
      const level = messages.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
      app.toggleNotification({ state: messages.length > 0, level });
    });
    app.onToggled(({ state }) => {
      if (state) ask();
    });
    ask();
  },
};

// Without Astro’s helper, which gives it back as it is: Vite would find a package more, and load the page again.
export default app;

function shown({ file, place, messages = [], outputs = [] }: PageNotes): Node[] {
  if (!file || !place) return [element('p', {}, 'This page is not that of one story.')];
  const made = outputs.map(({ what, href }) => {
    const item = element('li', {}, element('a', { href, target: '_blank' }, what));
    // Some are made only of stories that others may copy, or that have pictures.
    void fetch(href, { method: 'HEAD' }).then(({ ok }) => ok || item.remove());
    return item;
  });
  return [
    element('style', {}, 'ul{padding-left:1.2em}li{margin:.4em 0}button{font:inherit}a{color:inherit}p{margin:.5em 0}'),
    element('p', {}, element('b', {}, file), ' ', opener('Open in the editor', place)),
    element(
      'p',
      {},
      [...document.querySelectorAll('.glance > summary, .glance > p:first-of-type')]
        .map((line) => line.textContent.trim())
        .join('. '),
    ),
    element('p', {}, `${wordsOf(document.querySelector('article .body'))} words`),
    messages.length ? listOf(messages, place) : element('p', {}, 'No message.'),
    element('ul', {}, ...made),
  ];
}

/** The words of an element, in the language of the page (Unicode Standard Annex 29). */
function wordsOf(body: Element | null): number {
  const segments = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' }).segment(
    body?.textContent ?? '',
  );
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}
