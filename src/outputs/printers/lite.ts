import { createHash } from 'node:crypto';
import { h } from 'hastscript';
import { canonicalOf } from '../../metadata/head.ts';
import { wholeOf } from '../../renderings/copy.ts';
import { toDocument } from '../../renderings/document.ts';
import { addressOf, pages, pathOf } from '../../stories/address.ts';
import { stringsFor } from '../../strings/index.ts';
import styles from '../../styles/lite.css?inline';
import type { Printer } from '../output.ts';

/** What the page loads: nothing. Its icon is none, so that no browser asks for one. */
const policy = `default-src 'none';style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}';img-src data:`;

export const print: Printer = (copy, _options, address) => {
  const { story } = copy;
  const canonical = canonicalOf(story, address) ?? addressOf(pages.story(story), address);
  const head = [
    h('meta', { name: 'description', content: story.description }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    ...(canonical ? [h('link', { rel: 'canonical', href: canonical })] : []),
    h('link', { rel: 'icon', href: 'data:,' }),
    h('style', styles),
  ];
  const body = [
    h('header', h('p', h('a', { href: pathOf(pages.story(story), address) }, stringsFor(story.lang).copies.full))),
    h('main', wholeOf(copy).children),
  ];
  return toDocument(story, head, body, { policy });
};
