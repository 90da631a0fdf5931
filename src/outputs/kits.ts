import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { address, options } from 'virtual:nutgraf/site';
import { canonicalOf } from '../metadata/head.ts';
import { toDocument } from '../renderings/document.ts';
import { kitCopy, recordOf } from '../renderings/kit.ts';
import type { KitRecord } from '../renderings/kit.ts';
import type { Story } from '../stories/story.ts';
import { copyFor } from './copies.ts';

/** What partners get of a story: the copy with pictures that are the newsroom’s own, and the record by which it is checked. */
export async function kitFor(story: Story): Promise<{ copy: Root; record: KitRecord }> {
  const copy = await copyFor(story, 'ours');
  return { copy: kitCopy(copy), record: recordOf(copy, options, address) };
}

/** The copy as an HTML file: with the words in its head that keep it, here and elsewhere, out of search results. */
export async function toKitHtml(story: Story): Promise<string> {
  const canonical = canonicalOf(story, address);
  const head = [
    h('meta', { name: 'robots', content: 'noindex' }),
    ...(canonical ? [h('link', { rel: 'canonical', href: canonical })] : []),
  ];
  return toDocument(story, head, [h('article', (await kitFor(story)).copy.children as ElementContent[])]);
}
