import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { mapElements } from '../document/map.ts';
import type { Options } from '../options.ts';
import { grounds, inks } from '../schema/colour.ts';
import { accentsOf } from '../schema/look.ts';
import { mailSystems } from '../schema/mail-system.ts';
import { inLanguage } from '../schema/translations.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { stringsFor } from '../strings/index.ts';
import { wholeOf } from './copy.ts';
import type { Copy } from './copy.ts';
import { toDocument } from './document.ts';
import { toText } from './text.ts';

/** What is sent by mail: a story, or those of a week. */
export interface Letter {
  /** What may be its subject. */
  title: string;
  lang: string;
  /** What programs show beside the subject in a list of letters. */
  preview: string;
  /** The full address of the same on the web. */
  web?: string | undefined;
  body: readonly ElementContent[];
}

/** A story as a letter. */
export const letterOf = (copy: Copy, address: AddressStyle): Letter => ({
  title: copy.story.headline,
  lang: copy.story.lang,
  preview: copy.story.description,
  web: addressOf(pages.story(copy.story), address),
  body: wholeOf(copy).children as ElementContent[],
});

/** What mail programs keep of a style sheet: declarations on the element itself, logical properties not among them. */
const styles: Record<string, string> = {
  h1: 'margin:0 0 12px;font:bold 26px/1.2 Helvetica,Arial,sans-serif',
  h2: 'margin:32px 0 8px;font:bold 20px/1.3 Helvetica,Arial,sans-serif',
  h3: 'margin:20px 0 4px;font:bold 17px/1.3 Helvetica,Arial,sans-serif',
  p: 'margin:0 0 14px',
  blockquote: 'margin:0 0 14px;padding:0 16px;border-left:3px solid #888;border-right:3px solid #888',
  figure: 'margin:0 0 20px',
  figcaption: 'margin:0 0 8px',
  ul: 'margin:0 0 14px;padding:0 24px',
  ol: 'margin:0 0 14px;padding:0 24px',
  li: 'margin:0 0 8px',
  dt: 'font-weight:bold',
  dd: 'margin:0 0 10px',
  img: 'display:block;width:100%;max-width:600px;height:auto',
  td: 'padding:4px 8px;border:1px solid #888',
  th: 'padding:4px 8px;border:1px solid #888',
};

/** A letter as mail programs show it: one column without layout tables, and nothing loaded but pictures. */
export function toMail(letter: Letter, options: Options): string {
  const { title, lang, preview } = letter;
  const accents = accentsOf(options);
  const tree = mapElements({ type: 'root', children: framed(letter, options) }, (node) => {
    const style = node.tagName === 'a' ? `color:${accents.light}` : styles[node.tagName];
    return style ? { ...node, properties: { ...node.properties, style } } : node;
  });
  const column = h('div', { style: 'max-width:600px;margin:0 auto;padding:16px;word-break:break-word' }, tree.children);
  const hidden = h('div', { style: 'display:none;max-height:0;overflow:hidden' }, guarded(preview, options));
  const head = [
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('style', darkStyles(accents.dark)),
  ];
  return toDocument({ headline: title, lang }, head, [hidden, column], {
    style: `margin:0;background:${grounds.light[0]};color:${inks.light};font:17px/1.5 Georgia,serif`,
  });
}

/** The same for programs that show no HTML: a letter should have both (RFC 2046, 5.1.4). */
export const toMailText = (letter: Letter, options: Options): string =>
  toText({ type: 'root', children: framed(letter, options, 'text') }, letter.lang);

/** With the way to the web above it, and below it who sent it, and how to get no more. */
function framed({ lang, web, body }: Letter, options: Options, form?: 'text'): ElementContent[] {
  const { copies } = stringsFor(lang);
  const { system, address } = options.newsletter ?? {};
  const places: { unsubscribe?: string; address?: string } = system ? mailSystems[system] : {};
  const { name } = inLanguage(options, lang);
  const sender = [name, address ?? places.address].filter((one) => one !== undefined).join(' · ');
  const { unsubscribe } = places;
  return [
    ...(web ? [h('p', h('a', { href: web }, copies.web))] : []),
    h('div', [...guardedTree({ type: 'root', children: [...body] }, options).children] as ElementContent[]),
    ...(options.newsletter ? [h('p', sender)] : []),
    ...(unsubscribe
      ? [h('p', form ? `${copies.unsubscribe}: ${unsubscribe}` : h('a', { href: unsubscribe }, copies.unsubscribe))]
      : []),
  ];
}

/**
 * Words in which the program that sends a letter finds nothing to fill in: what a story says is data to it, too. A
 * sign that takes no room stands between the two that would begin a place.
 */
const guarded = (words: string, { newsletter }: Options): string =>
  newsletter?.system ? words.replace(/\{(?=[{%])/g, '{\u2060').replace(/\*(?=\|)/g, '*\u2060') : words;

function guardedTree(tree: Root, options: Options): Root {
  if (!options.newsletter?.system) return tree;
  const copy = structuredClone(tree);
  visit(copy, (node) => {
    if (node.type === 'text') node.value = guarded(node.value, options);
    if (node.type !== 'element') return;
    const { alt, href } = node.properties;
    if (alt) node.properties['alt'] = guarded(alt, options);
    if (href) node.properties['href'] = href.replace(/[{}|]/g, encodeURIComponent);
  });
  return copy;
}

/** Programs that know nothing of it show the light colours, or turn them round themselves. */
const darkStyles = (accent: string): string =>
  `@media (prefers-color-scheme:dark){body{background:${grounds.dark[0]}!important;color:${inks.dark}!important}a{color:${accent}!important}}`;
