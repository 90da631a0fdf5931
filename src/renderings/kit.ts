import { createHash } from 'node:crypto';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toText as wordsOf } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import type { Options } from '../options.ts';
import { isShareAlike, mayChange, mayTrade } from '../schema/licence.ts';
import type { Licence } from '../schema/licence.ts';
import { inLanguage } from '../schema/translations.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { bylineOf } from '../stories/byline.ts';
import { correctionView } from '../stories/corrections.ts';
import type { Story } from '../stories/story.ts';
import { formatDay } from '../strings/date.ts';
import { directionOf } from '../strings/intl.ts';
import { stringsFor } from '../strings/index.ts';
import { pieces } from '../strings/strings.ts';
import { sourceItems, wholeOf } from './copy.ts';
import type { Copy } from './copy.ts';
import { creditLine, creditOf } from './credit.ts';
import type { Picture } from './pictures.ts';
import type { Signature } from './signature.ts';

/** Words that lead to an address of the web. */
export interface LinkedWords {
  url: string;
  text: string;
  /** How many characters of the text, without white space, stand before them. */
  at: number;
}

/** What is known of a story, for checking what became of it elsewhere. */
export interface KitRecord {
  id: string;
  headline: string;
  byline: string;
  authors: string[];
  lang: string;
  published: string;
  updated?: string;
  /** Of its page. */
  url: string;
  licence: Pick<Licence, 'name' | 'url'> & { changes: boolean };
  credit: { text: string; links: { text: string; url: string }[] };
  /** The words of the body, with a line for each block. */
  text: string;
  /** SHA-256 of them, in hexadecimal: two copies of the record with the same are of one version. */
  digest: string;
  /** The addresses that the body links to. */
  links: string[];
  /** The same with their words, each as often as it stands there. Earlier versions did not write the following four. */
  anchors?: LinkedWords[];
  standfirst?: string;
  /** When it was published and updated, in words. */
  dates?: string;
  /** As the list below it names them. */
  sources?: { text: string; links: LinkedWords[] }[];
  /** `at`, of those that copies may have: how many characters, without white space, stand before it. */
  pictures: (Picture & { allowed: boolean; at?: number })[];
  corrections: { date: string; text: string }[];
  /** Where the newsroom signs its records. */
  signature?: Signature;
}

/** The record of a story. @param copy as partners get it. */
export function recordOf(copy: Copy, options: Options, address: AddressStyle): KitRecord {
  const { story, pictures } = copy;
  const { id, headline, authors, lang, published, updated, licence } = story;
  const strings = stringsFor(lang);
  const credit = creditOf(story, options, strings, address);
  const { by, dates } = bylineOf(story, strings, options.timeZone);
  const body: Root = { type: 'root', children: copy.body };
  const text = wordsOf(body).replace(/\n+/g, '\n').trim();
  const { anchors, pictures: shown } = placesIn(body);
  return {
    id,
    headline,
    byline: by,
    authors: authors.map(({ name }) => name),
    lang,
    published,
    ...(updated && { updated }),
    url: addressOf(pages.story(story), address) ?? '',
    licence: { name: licence!.name, ...(licence!.url && { url: licence!.url }), changes: mayChange(licence!) },
    credit: {
      text: wordsOf({ type: 'root', children: creditLine(credit, strings) }),
      links: [credit.headline, credit.newsroom].flatMap(({ name, url }) => (url ? [{ text: name, url }] : [])),
    },
    text,
    digest: createHash('sha256').update(text).digest('hex'),
    links: [...new Set(anchors.map(({ url }) => url))],
    anchors,
    standfirst: story.description,
    dates: dates.map(({ before, words, after }) => before + words + after).join(' · '),
    sources: sourceItems(story, strings, options.timeZone).map((item) => {
      const root: Root = { type: 'root', children: [item] };
      return { text: wordsOf(root), links: placesIn(root).anchors };
    }),
    pictures: pictures.map((picture) => {
      const at = shown.find(({ alt }) => alt === picture.alt)?.at;
      return { ...picture, allowed: picture.rights === 'ours', ...(at !== undefined && { at }) };
    }),
    corrections: story.corrections.map((correction) => {
      const { date, text: words } = correctionView(correction, { story, strings, timeZone: options.timeZone });
      return { date: date.iso, text: words };
    }),
  };
}

/** Where links and pictures stand among words. */
function placesIn(tree: Root): { anchors: LinkedWords[]; pictures: { alt: string; at: number }[] } {
  const anchors: LinkedWords[] = [];
  const pictures: { alt: string; at: number }[] = [];
  let count = 0;
  visit(tree, (node) => {
    if (node.type === 'text') count += node.value.replace(/\s/g, '').length;
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const url = properties['href'] ?? '';
    if (tagName === 'a' && /^https?:/.test(url))
      anchors.push({ url, text: wordsOf({ type: 'root', children: [node] }).trim(), at: count });
    if (tagName === 'img') pictures.push({ alt: properties['alt'] ?? '', at: count });
  });
  return { anchors, pictures };
}

/** A story as partners get it: the copy, then what may be done with each of its pictures. */
export function kitCopy(copy: Copy): Root {
  const { kit } = stringsFor(copy.story.lang).copies;
  const items = copy.pictures.map(({ alt, credit, rights }) =>
    h('li', [[alt, credit].filter(Boolean).join(' — '), ': ', kit.rights[rights]]),
  );
  const list = items.length ? [h('section', [h('h2', kit.pictures), h('ul', items)])] : [];
  return { type: 'root', children: [...wholeOf(copy).children, ...list] };
}

/** The same with the mark that counts readers of copies, where the newsroom asks for one: only HTML can load it. */
export function countedCopy(copy: Copy, { licence }: Options): Root {
  const whole = kitCopy(copy);
  if (!licence?.counter) return whole;
  const src = licence.counter.replaceAll('{id}', encodeURIComponent(copy.story.id));
  return { ...whole, children: [...whole.children, h('img', { src, alt: '', width: 1, height: 1 })] };
}

/** An address by mail or of the web leads there; another, as by telephone, is words. */
function contactLink(contact: string): ElementContent {
  const href = /^https?:/.test(contact)
    ? contact
    : /^[^\s@:]+@[^\s@]+$/.test(contact)
      ? `mailto:${contact}`
      : undefined;
  return href ? h('a', { href }, contact) : { type: 'text', value: contact };
}

/**
 * A card that leads to the story, for pages of others: no script, no style and nothing to load, so that it looks like
 * the page that it is on.
 */
export function embedOf(story: Story, options: Options, address: AddressStyle): Element {
  const { headline, description, lang, published } = story;
  const url = addressOf(pages.story(story), address) ?? '';
  const { name } = inLanguage(options, lang);
  return h('blockquote', { cite: url, lang, ...(directionOf(lang) === 'rtl' && { dir: 'rtl' }) }, [
    h('p', h('a', { href: url }, h('strong', headline))),
    h('p', description),
    h('p', [h('cite', name), ' · ', h('time', { dateTime: published }, formatDay(published, lang, options.timeZone))]),
  ]);
}

/** What partners are asked for, in the story’s language. */
export function rulesOf(story: Story, { timeZone }: Options): ElementContent[] {
  const { licence, lang, published, updated = published } = story;
  const { kit } = stringsFor(lang).copies;
  const code = h('code', '<meta name="robots" content="noindex">');
  const named: Record<string, ElementContent> = {
    noindex: code,
    contact: contactLink(licence?.contact ?? ''),
    date: h('time', { dateTime: updated }, formatDay(updated, lang, timeZone)),
    licence: licence?.url
      ? h('a', { href: licence.url, rel: 'license' }, licence.name)
      : { type: 'text', value: licence?.name ?? '' },
  };
  const inWords = (phrase: string) =>
    pieces(phrase).flatMap(({ text, name }): ElementContent[] => [
      { type: 'text', value: text },
      ...(name && named[name] ? [named[name]] : []),
    ]);
  const trade = licence && mayTrade(licence);
  const rules = [
    kit.credit,
    licence && mayChange(licence) ? kit.changes : kit.verbatim,
    ...(licence && isShareAlike(licence) ? [kit.alike] : []),
    ...(trade === undefined ? [] : [trade ? kit.trade : kit.noTrade]),
    kit.allowed,
    kit.corrections,
    kit.search,
  ];
  return [
    h('p', inWords(kit.free)),
    h(
      'ul',
      rules.map((rule) => h('li', inWords(rule))),
    ),
    ...(licence?.contact ? [h('p', inWords(kit.contact))] : []),
  ];
}
