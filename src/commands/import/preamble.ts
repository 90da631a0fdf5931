import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Cues } from './cues.ts';
import { dateOrMomentOf, publishedIn } from './dates.ts';
import type { Manuscript } from './manuscript.ts';
import { wordsOf } from './words.ts';

/** What stands above a text: found in the form itself, or in its first and last lines. */
export interface Preamble {
  headline: string;
  description?: string | undefined;
  authors: string[];
  published?: string | undefined;
  firstPublished?: { headline: string; outlet: string } | undefined;
  /** The text without all that. */
  blocks: RootContent[];
  /** Words that became data. */
  became: string[];
  /** What stood behind the names of a byline and is no date, such as what an author does. */
  besideByline: string[];
}

const isLine = (node: RootContent | undefined): node is RootContent =>
  node?.type === 'paragraph' || node?.type === 'heading';
/** Whether two lines have the same words, in any script; lines without words are never the same. */
const same = (one: string, other: string) => {
  const words = wordsOf(one);
  return words.length > 0 && words.join(' ') === wordsOf(other).join(' ');
};

/** “Jane Doe and John Roe” */
export const namesIn = (byline: string): string[] =>
  byline.split(/\s*,\s*|\s+(?:and|y|&)\s+/).filter((name) => /\p{L}/u.test(name));

/** Takes headline, description, byline, date and credit out of a text’s blocks. */
export function preambleOf({ blocks: all, ...given }: Manuscript, cues: Cues, lang: string): Preamble {
  const blocks = [...all];
  const textAt = (index: number) => (isLine(blocks[index]) ? toString(blocks[index]).trim() : '');
  const became: string[] = [];
  const besideByline: string[] = [];
  const take = (index: number) => {
    const line = toString(blocks.splice(index, 1)[0]).trim();
    became.push(line);
    return line;
  };
  const top = blocks.findIndex((node) => node.type === 'heading' && node.depth === 1);
  let { headline, description } = given;
  let authors = given.authors ?? [];
  let published = dateOrMomentOf(given.published, lang);

  if (top >= 0 && top < 4 && (!headline || same(headline, textAt(top)))) headline = take(top);
  else if (headline && same(headline, textAt(0))) take(0);
  else headline ??= isLine(blocks[0]) ? take(0) : '';

  // A byline and a date are among the first lines; what stands between headline and byline is the description.
  for (let index = 0; index < Math.min(5, blocks.length); index += 1) {
    const line = textAt(index);
    const [, names] = line.length < 120 ? (cues.byline.exec(line) ?? []) : [];
    const [, marked] = cues.description.exec(line) ?? [];
    const [byline = '', ...after] = names ? names.split(/\s*[|•·]+\s*/) : [];
    if (names && /^\p{Lu}/u.test(byline) && !/[.!?]$/.test(line)) {
      const named = namesIn(byline);
      // Whoever is named beside the authors that are known already would be lost with the line.
      if (authors.length && !named.every((name) => authors.some((author) => same(author, name)))) continue;
      if (!authors.length) authors = named;
      const day = after.map((part) => publishedIn(part, lang));
      published ??= day.find((found) => found !== undefined);
      besideByline.push(...after.filter((part, at) => part && day[at] === undefined));
      take(index);
      if (index > 0 && !description && textAt(index - 1).length < 300) description = take(index - 1);
      index = -1;
    } else if (marked) {
      description ??= marked;
      take(index);
      index -= 1;
    } else if (line.length < 60 && publishedIn(line, lang)) {
      published ??= publishedIn(line, lang);
      take(index);
      index -= 1;
    }
  }

  let firstPublished: Preamble['firstPublished'];
  const last = blocks.findLastIndex((node) => cues.appearedFirst.test(toString(node).trim()));
  if (last >= 0) {
    const [, there = '', outlet = ''] = cues.appearedFirst.exec(take(last)) ?? [];
    firstPublished = { headline: there, outlet };
  }
  return { headline, description, authors, published, firstPublished, blocks, became, besideByline };
}
