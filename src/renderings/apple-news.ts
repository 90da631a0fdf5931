import { createHash } from 'node:crypto';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toText as wordsOf } from 'hast-util-to-text';
import type { Options } from '../options.ts';
import { grounds, inks } from '../schema/colour.ts';
import { accentsOf } from '../schema/look.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { typedMarks } from '../strings/quotation-marks.ts';
import type { Copy } from './copy.ts';
import { toHtml } from './html.ts';

/**
 * A part of an article in Apple News Format (developer.apple.com/documentation/apple_news/apple_news_format), of the
 * roles that stories have.
 */
export type AppleComponent =
  | { role: 'title' | 'intro' | 'byline' | 'caption' | `heading${1 | 2 | 3 | 4 | 5 | 6}`; text: string }
  | { role: 'body'; text: string; format: 'html' }
  | { role: 'photo'; URL: string; accessibilityCaption?: string }
  | { role: 'htmltable'; html: string };

/** Of the format: no property of later versions is used. */
const VERSION = '1.11';

/** What the format has of HTML within a text, each without attributes but a link’s address. */
const inlineTags = new Set(
  'p strong b em i a ul ol li br sub sup del s pre code samp footer aside blockquote'.split(' '),
);

/** When a story was published and last changed. */
export interface StoryMoments {
  published: Date;
  changed: Date;
}

/** A story as an article of Apple News. */
export function toAppleNews(copy: Copy, moments: StoryMoments, options: Options, address: AddressStyle): object {
  const { story, headline, head, body, corrections, end } = copy;
  const { id, lang, description, authors, topics } = story;
  const [, ...byline] = head.map(wordsIn);
  const components: AppleComponent[] = [
    { role: 'title', text: wordsIn(headline) },
    { role: 'intro', text: description },
    { role: 'byline', text: byline.join(' · ') },
    ...componentsOf([...corrections.above, ...body, ...corrections.below, ...end], lang),
  ];
  const photo = components.find((one) => one.role === 'photo');
  const accents = accentsOf(options);
  return {
    version: VERSION,
    identifier: identifierOf(id),
    language: lang,
    title: story.headline,
    layout: { columns: 7, width: 1024, margin: 60, gutter: 20 },
    documentStyle: { backgroundColor: grounds.light[0] },
    metadata: {
      authors: authors.map(({ name }) => name),
      canonicalURL: addressOf(pages.story(story), address),
      datePublished: moments.published.toISOString(),
      dateModified: moments.changed.toISOString(),
      excerpt: description,
      keywords: topics.map(({ name }) => name),
      generatorName: 'Nutgraf',
      ...(photo && { thumbnailURL: photo.URL }),
    },
    components,
    componentTextStyles: {
      default: { textColor: inks.light, linkStyle: { textColor: accents.light } },
    },
  };
}

/** Letters, digits, hyphens and underscores, 64 at the most; it has to stay as it is. */
const identifierOf = (id: string): string =>
  /^[\w-]{1,64}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');

const wordsIn = (node: ElementContent) => wordsOf({ type: 'root', children: [node] }).trim();

function componentsOf(nodes: readonly ElementContent[], lang: string): AppleComponent[] {
  const components: AppleComponent[] = [];
  let text: ElementContent[] = [];
  const endText = () => {
    const root: Root = { type: 'root', children: text };
    if (wordsOf(root).trim()) components.push({ role: 'body', text: toHtml(root).trim(), format: 'html' });
    text = [];
  };
  for (const node of nodes) {
    const parts = node.type === 'element' ? componentsAt(node, lang) : undefined;
    if (parts) {
      endText();
      components.push(...parts);
    } else text.push(...plainer([node], lang));
  }
  endText();
  return components;
}

/** What an element is for the format; nothing where it is text. */
function componentsAt(node: Element, lang: string): AppleComponent[] | undefined {
  const { tagName, children, properties } = node;
  const level = /^h([1-6])$/.exec(tagName)?.[1] as '1' | undefined;
  if (level) return [{ role: `heading${level}` as const, text: wordsIn(node) }];
  if (tagName === 'img') {
    const { src, alt } = properties;
    return [{ role: 'photo', URL: String(src), ...(alt && { accessibilityCaption: alt }) }];
  }
  if (tagName === 'table') return [{ role: 'htmltable', html: toHtml({ type: 'root', children: [bare(node)] }) }];
  if (tagName === 'figcaption') return [{ role: 'caption', text: wordsIn(node) }];
  return holdsOther(node) ? componentsOf(children, lang) : undefined;
}

const holdsOther = (node: Element): boolean =>
  node.children.some(
    (one) => one.type === 'element' && (/^(h[1-6]|img|table|figcaption)$/.test(one.tagName) || holdsOther(one)),
  );

/** A table with nothing but its cells, as the format has it. */
const bare = (node: Element): Element => ({
  ...node,
  properties: Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => /^(colSpan|rowSpan|href)$/.test(name)),
  ),
  children: node.children.map((one) => (one.type === 'element' ? bare(one) : one)),
});

/** Text of which the format has every element. */
function plainer(nodes: readonly ElementContent[], lang: string): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    const children = plainer(node.children, lang);
    if (node.tagName === 'dt') return [h('p', h('strong', children))];
    if (node.tagName === 'dd') return [h('p', children)];
    if (node.tagName === 'q') {
      const [[open, close]] = typedMarks(lang);
      return [{ type: 'text', value: open }, ...children, { type: 'text', value: close }];
    }
    if (!inlineTags.has(node.tagName)) return children;
    const { href } = node.properties;
    return [{ ...node, properties: node.tagName === 'a' && href ? { href } : {}, children }];
  });
}
