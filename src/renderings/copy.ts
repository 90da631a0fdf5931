import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { isComputedPlace } from '../document/computed.ts';
import { mapElements } from '../document/map.ts';
import type { Options } from '../options.ts';
import type { LeadPicture } from '../schema/lead-picture.ts';
import { addressOf, hrefOf, linkWithin, pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { bylineOf } from '../stories/byline.ts';
import { hostOf, sourceLine } from '../stories/sourcing.ts';
import type { Story } from '../stories/story.ts';
import { foreignStrings } from '../strings/foreign.ts';
import { stringsFor } from '../strings/index.ts';
import { fill, pieces } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';
import { plainCorrections } from './corrections.ts';
import { creditLine, creditOf, licenceLine } from './credit.ts';
import type { Picture } from './pictures.ts';

/**
 * A story as it leaves the site, in plain HTML: complete, with what a reader needs to judge it, and
 * with its credit. It is made once; feeds, twins, the lite page, newsletters and the republish kit are
 * printed from it, and leave it as it is.
 */
export interface Copy {
  story: Story;
  /** Those of its document, shown in this copy or not, with what may be done with each. */
  pictures: readonly Picture[];
  headline: ElementContent;
  /** Description, byline and dates. */
  head: ElementContent[];
  body: ElementContent[];
  /** Notes about changes: all of them, or the serious ones above the words and a section of the others below. */
  corrections: { all: ElementContent[]; above: ElementContent[]; below: ElementContent[] };
  /** Sources, credit and licence. */
  end: ElementContent[];
}

/** A picture as a copy shows it: by its full address. */
export interface CopiedPicture {
  src: string;
  width: number;
  height: number;
}

/**
 * Makes the copy of a story, with pictures by the paths that the story gave them.
 *
 * @param body its document in plain form.
 */
export function copyOf(
  story: Story,
  body: Root,
  pictures: readonly Picture[],
  options: Options,
  address: AddressStyle,
): Copy {
  const strings = stringsFor(story.lang);
  const { timeZone } = options;
  const { by, firstPublished, dates } = bylineOf(story, strings, timeZone);
  const credit = creditOf(story, options, strings, address);
  const dated = dates.flatMap(({ before, iso, words, after }, index) => [
    index ? ' · ' : '',
    before,
    h('time', { dateTime: iso }, words),
    after,
  ]);
  return {
    story,
    pictures,
    headline: h('h1', story.headline),
    head: [h('p', story.description), h('p', by), ...(firstPublished ? [h('p', firstPublished)] : []), h('p', dated)],
    corrections: plainCorrections(story, strings, timeZone),
    body: [
      ...(story.picture ? [pictureAbove(story.picture, strings)] : []),
      ...(withOwnPage(atFullAddresses(body, story, address), story, strings, address).children as ElementContent[]),
    ],
    end: [
      story.sources.length
        ? h('section', [
            h('h2', foreignStrings(story.lang), strings.sources),
            h('ol', sourceItems(story, strings, timeZone)),
          ])
        : h('p', strings.noSources),
      h('section', [
        h('h2', foreignStrings(story.lang), strings.credit),
        h('p', creditLine(credit, strings)),
        h('p', licenceLine(story, credit, strings)),
      ]),
    ],
  };
}

/** The picture of a story as a whole, as the picture of a document would be. */
function pictureAbove({ file, alt, caption, credit, rights }: LeadPicture, strings: Strings): ElementContent {
  const shown =
    rights === 'no-copies' ? h('p', fill(strings.pictureLeftOut, { picture: alt })) : h('img', { src: file, alt });
  return h('figure', [shown, h('figcaption', caption ? `${caption} ${credit}` : credit)]);
}

/** The whole of a copy. */
export const wholeOf = ({ headline, head, body, corrections: { above, below }, end }: Copy): Root => ({
  type: 'root',
  children: [headline, ...head, ...above, ...body, ...below, ...end],
});

/**
 * A copy under a headline that its carrier shows: an item of a feed. What was corrected comes first: whoever has read
 * the story gets it a second time for that.
 */
export const belowHeadline = ({ head, body, corrections: { all }, end }: Copy): Root => ({
  type: 'root',
  children: [...all, ...head, ...body, ...end],
});

/** Says in the place of what a program computes where it is: a story’s code runs on its own page only. */
function withOwnPage(body: Root, story: Story, strings: Strings, address: AddressStyle): Root {
  const page = hrefOf(pages.story(story), address);
  const words = pieces(strings.copies.program).flatMap(({ text, name }) => [
    text,
    name ? h('a', { href: page }, page) : '',
  ]);
  return mapElements(body, (node) => (isComputedPlace(node) ? h('p', words) : node));
}

/** The sources of a story, an item each. */
export const sourceItems = (story: Story, strings: Strings, timeZone: string): Element[] =>
  story.sources.map((source) => {
    const { name, note, url, archived } = source;
    const details = sourceLine(source, story, strings, timeZone);
    return h('li', [
      h('strong', name),
      ...(details ? [strings.comma + details] : []),
      ...(note ? [strings.semicolon + note] : []),
      ...(url ? [strings.comma, h('a', { href: url }, hostOf(url))] : []),
      ...(archived ? [strings.comma, h('a', { href: archived }, strings.archived)] : []),
    ]);
  });

/** A document with links that hold on any site. */
function atFullAddresses(body: Root, story: Story, address: AddressStyle): Root {
  const page = pages.story(story);
  const here = addressOf(page, address);
  const full = (given: string) => {
    const href = linkWithin(given, address);
    return here ? new URL(href, here).href : href.startsWith('#') ? pathOf(page, address) + href : href;
  };
  return mapElements(body, (node) => {
    const { href } = node.properties;
    return typeof href === 'string' ? { ...node, properties: { ...node.properties, href: full(href) } } : node;
  });
}

/** A copy with these of its pictures, by the paths that the story gave them; the others are told in words. */
export function withPictures(copy: Copy, pictures: Readonly<Record<string, CopiedPicture>>): Copy {
  const { copies } = stringsFor(copy.story.lang);
  const shown = (node: Element): ElementContent => {
    if (node.tagName !== 'img') return node;
    const { src, alt } = node.properties;
    const picture = pictures[String(src)];
    if (picture) return { ...node, properties: { ...node.properties, ...picture } };
    return { type: 'text', value: alt ? fill(copies.picture, { picture: alt }) : '' };
  };
  return { ...copy, body: mapElements({ type: 'root', children: copy.body }, shown).children };
}
