import type { Element, Nodes, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { isCrowded } from '../../document/length.ts';
import type { Place } from '../../document/place.ts';
import { hiddenIn, isAside, isHidden, isUnread } from './shown.ts';
import { wordsAndSigns } from './words.ts';

/** A word of a copy, and how it stands there. */
export interface CopyWord {
  is: string;
  /** Which block it is in: a paragraph, a heading, a cell. */
  block: number;
  /** In the block’s text. */
  from: number;
  to: number;
  /** Where a reader who clicks on it is led. */
  link?: string;
  /** The number of the thing around it that is no part of a text: a button, a form, words for screen readers. */
  aside?: number;
}

export interface CopyPicture {
  alt: string;
  addresses: string[];
  /** How many of the shown words stand before it. */
  at: number;
  /** The block in whose words it stands; -1 where it stands by itself. */
  block: number;
  aside?: number;
  /** A link, a tracker’s dot or a sign. */
  isSmall: boolean;
}

/** A published copy, as far as it matters for checking it. */
export interface PublishedCopy {
  blocks: { text: string; place: Place }[];
  /** Those that readers see, in the page’s order. */
  words: CopyWord[];
  /** Those that they do not see, or see struck out. */
  hidden: CopyWord[];
  headings: string[];
  links: string[];
  pictures: CopyPicture[];
  /** Dates that it tells machines. */
  dates: string[];
  lang?: string;
  /** Whether the words of its links are known, as they are not in plain text. */
  hasLinks: boolean;
  /** Of a whole page: what it says to search engines, and its own address. */
  page?: { canonical?: string; robots: string; address?: string; description: string };
}

export type CopyFormat = 'html' | 'markdown' | 'text';

/** The longest copy that is read, in UTF-16 code units: ten times what the heaviest newspaper’s pages have in words. */
export const LONGEST = 8_000_000;

/** Reads a copy. @throws where it is too long, or nested too deep to be read. */
export function readCopy(contents: string, format: CopyFormat): PublishedCopy {
  if (contents.length > LONGEST)
    throw new Error(
      `Unexpected ${contents.length} characters: expected at most ${LONGEST}, of one page with one story.`,
    );
  // Its words are there all the same; what its signs mean would take minutes to find.
  if (format === 'text' || (format === 'markdown' && isCrowded(contents))) return ofText(contents);
  try {
    const html =
      format === 'html'
        ? contents
        : rehype().data('settings', { allowDangerousHtml: true }).stringify(ofMarkdown(contents));
    return ofTree(rehype().parse(html), /<(html|head)[\s>]/i.test(contents));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error('Unexpected nesting: expected a page whose elements stand less deep in each other.', {
      cause: error,
    });
  }
}

const ofMarkdown = (markdown: string) =>
  toHast(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), {
    allowDangerousHtml: true,
  }) as Root;

/** Elements within a line; all others begin and end one. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** How what is read stands: what its surroundings say of it. */
interface Standing {
  link?: string;
  isHidden: boolean;
  aside?: number;
}

interface Piece extends Standing {
  from: number;
}

const valueOf = ({ properties }: Element, name: string) => {
  const value = properties[name];
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
};

function ofTree(tree: Root, isPage: boolean): PublishedCopy {
  const copy: PublishedCopy = { ...none(), hasLinks: true };
  const page: NonNullable<PublishedCopy['page']> = { robots: '', description: '' };
  const hidden = hiddenIn(tree);
  let asides = 0;
  let text = '';
  let pieces: Piece[] = [];
  let place: Place | undefined;
  let pictures: CopyPicture[] = [];
  const end = () => {
    if (text.trim()) {
      for (const picture of pictures) picture.block = copy.blocks.length;
      const block = copy.blocks.push({ text, place: place ?? { line: 1, column: 1 } }) - 1;
      let at = 0;
      for (const word of wordsAndSigns(text)) {
        while (pieces[at + 1] && pieces[at + 1]!.from <= word.from) at += 1;
        const { link, isHidden: unseen, aside } = pieces[at]!;
        (unseen ? copy.hidden : copy.words).push({ ...word, block, ...(aside && { aside }), ...(link && { link }) });
      }
    }
    text = '';
    pieces = [];
    place = undefined;
    pictures = [];
  };
  const read = (node: Nodes, standing: Standing): void => {
    if (node.type === 'text') {
      if (node.value.trim()) place ??= node.position?.start;
      pieces.push({ ...standing, from: text.length });
      text += node.value;
      return;
    }
    if (!('children' in node)) return;
    if (node.type !== 'element') {
      for (const child of node.children) read(child, standing);
      return;
    }
    const { tagName } = node;
    if (isUnread(node)) return;
    const href = tagName === 'a' ? valueOf(node, 'href') : '';
    const within: Standing = {
      ...standing,
      ...(href && { link: href }),
      isHidden: standing.isHidden || isHidden(node, hidden),
      ...(isAside(node) && { aside: (asides += 1) }),
    };
    if (href) copy.links.push(href);
    if (tagName === 'time') copy.dates.push(valueOf(node, 'dateTime'));
    if ((tagName === 'img' || tagName === 'source') && !within.isHidden) addPicture(node, within);
    if (tagName === 'br' || tagName === 'hr') {
      end();
      return;
    }
    const isLine = !inline.has(tagName);
    if (isLine) end();
    for (const child of node.children) read(child, within);
    if (isLine) end();
  };
  const addPicture = (node: Element, { link, aside }: Standing) => {
    // Pages that wait with their pictures have the addresses in attributes of their own.
    const addresses = Object.entries(node.properties).flatMap(([name, value]) =>
      /src|original|lazy/i.test(name) && (typeof value === 'string' || Array.isArray(value)) ? [String(value)] : [],
    );
    const [width, height] = [Number(node.properties['width'] ?? 99), Number(node.properties['height'] ?? 99)];
    const isDot = width < 33 || height < 33 || (addresses.length > 0 && addresses.every((one) => /^data:/.test(one)));
    const picture: CopyPicture = {
      alt: valueOf(node, 'alt'),
      addresses,
      at: copy.words.length + wordsAndSigns(text).length,
      block: -1,
      ...(aside && { aside }),
      isSmall: Boolean(link) || isDot,
    };
    pictures.push(picture);
    copy.pictures.push(picture);
  };
  visit(tree, 'element', (node) => {
    const { tagName } = node;
    const value = (name: string) => valueOf(node, name);
    if (/^(h[1-3]|title)$/.test(tagName)) copy.headings.push(toText(node));
    if (tagName === 'html' && value('lang')) copy.lang = value('lang');
    if (tagName === 'link' && value('rel').split(' ').includes('canonical')) page.canonical = value('href');
    if (tagName !== 'meta') return;
    const name = value('property') || value('name');
    if (name === 'og:title') copy.headings.push(value('content'));
    if (name === 'og:url') page.address = value('content');
    if (/^((og|twitter):)?description$/.test(name)) page.description += ` ${value('content')}`;
    if (/published_time|modified_time/.test(name)) copy.dates.push(value('content'));
    if (/^(robots|googlebot(-news)?)$/i.test(name)) page.robots += ` ${value('content')}`;
  });
  read(tree, { isHidden: false });
  end();
  return { ...copy, ...(isPage && { page }) };
}

const none = (): PublishedCopy => ({
  blocks: [],
  words: [],
  hidden: [],
  headings: [],
  links: [],
  pictures: [],
  dates: [],
  hasLinks: false,
});

/** Plain text has its addresses in brackets behind the words, and signs before items. */
function ofText(contents: string): PublishedCopy {
  const copy = none();
  copy.links = [...contents.matchAll(/https?:\/\/[^\s<>]+?(?=[),.;]*(?:\s|$))/g)].map(([address]) => address);
  for (const [index, line] of contents.split('\n').entries()) {
    const text = line.replace(/ \(https?:\/\/\S+\)/g, '').replace(/^[> ]*(?:- |\d+\. )?/, '');
    if (!text.trim()) continue;
    const block = copy.blocks.push({ text, place: { line: index + 1, column: 1 } }) - 1;
    copy.words.push(...wordsAndSigns(text).map((word) => ({ ...word, block })));
    if (block < 3) copy.headings.push(text);
  }
  return copy;
}
