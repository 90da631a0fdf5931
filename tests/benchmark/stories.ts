import { RARE, names } from './plain/src/names.ts';

/**
 * Stories to measure with. Their words are made up, syllable by syllable, and so are their names:
 * nothing in them is news. The same number always gives the same story.
 */

/** The id of a story, from 1; also its file’s name. */
export const idOf = (number: number): string => `story-${number}`;

/** Of so many stories, one has what few have: the outlet whose name is changed, a chart, a map, a picture, an aside. */
const ONE_OF = 10;

/** What lies beside the stories. */
export const files: Record<string, string> = {
  'figures.csv': `year,count\n${Array.from({ length: 12 }, (_, year) => `${2010 + year},${(year * 37) % 50}`).join('\n')}\n`,
  'picture.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><path d="M0 360 320 0l320 360z" fill="#456"/></svg>\n',
};

/** One story of 300 to 2,500 words with 4 to 30 sources, as a writer’s file: most are short, as in a newsroom. */
export function storyOf(number: number): string {
  const random = randomFrom(number);
  const some = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const range = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const word = () => some(vocabulary);
  const phrase = (length: number) => Array.from({ length }, word).join(' ');
  const title = (length: number) => capital(phrase(length));
  const badge = () => `<Source id="${some(sources)}" />`;

  function sentence(length: number, isCited = false): string {
    const parts = phrase(length).split(' ');
    const at = range(2, length - 3);
    if (random() < 0.2) parts[at] = `**${parts[at]}**`;
    else if (random() < 0.1) parts[at] = `[${parts[at]}](https://pages.example/${parts[at]})`;
    return `${capital(parts.join(' '))}${isCited ? `, according to ${badge()}` : ''}.`;
  }
  const sentences = (count: number, cited = -1) =>
    Array.from({ length: count }, (_, index) => sentence(range(12, 16), index === cited)).join(' ');

  // From 0 to 1, and small for most.
  const size = random() ** 2;
  const isRare = number % ONE_OF === 0;
  const outlets = Object.keys(names.outlets).filter((outlet) => outlet !== RARE);
  const sources = Array.from({ length: 4 + Math.round(size * 26) }, (_, index) => `source-${index + 1}`);
  const paragraph = () => `${sentences(4, random() < 0.7 ? range(1, 3) : -1)}\n`;
  const section = () => `## ${title(range(3, 6))}\n\n${paragraph()}\n${paragraph()}`;
  const sections = (count: number) => Array.from({ length: count }, section).join('\n');

  return `---
headline: ${title(range(6, 9))}
description: ${sentences(1).replaceAll(/[*[\]]|\(.*?\)/g, '')}
published: ${range(2019, 2025)}-${two(range(1, 12))}-${two(range(1, 28))}
authors: [${some(Object.keys(names.authors))}]
topics: [${some(Object.keys(names.topics))}]
sources:
${sources
  .map(
    (id, index) =>
      `  ${id}:\n    outlet: ${isRare && !index ? RARE : some(outlets)}\n    title: ${title(6)}\n    published: 2018-${two(range(1, 12))}-${two(range(1, 28))}\n    url: https://sources.example/${number}/${id}`,
  )
  .join('\n')}
---

${paragraph()}
<WhyItMatters title="Why ${phrase(3)} matters">
${sentences(3)}
</WhyItMatters>

${sections(Math.round(size * 8))}
<Timeline title="${title(4)}">
${[1, 2, 3, 4].map((index) => `<Event date="200${index}-0${range(1, 9)}">\n${sentence(15, index % 2 === 0)}\n</Event>`).join('\n')}
</Timeline>

<Officials title="${title(4)}">
${[1, 2, 3].map(() => `<Statement by="${some(Object.keys(names.people))}" source="${some(sources)}">\n${sentences(1)}\n</Statement>`).join('\n')}
</Officials>

${isRare ? rare(title(4), sentence(12)) : ''}
${sections(Math.round(size * 8))}
${sources.map((id) => `<Source id="${id}" />`).join(', ')}: ${phrase(6)}.
`;
}

const rare = (title: string, sentence: string) => `<Aside>
${sentence}
</Aside>

<Chart type="bars" data="figures.csv" x="year" y="count" title="${title}" summary="${sentence}" source="source-1" />

<LocatorMap title="${title}" countries={["Colombia"]}>
<Place lat={4.71} lon={-74.07}>Bogotá</Place>
</LocatorMap>

<Figure src="picture.svg" alt="${title}" credit="The Example" rights="ours">
${sentence}
</Figure>
`;

/** A story for those that know Markdown alone: the same words, without what components draw. */
export const asMarkdown = (story: string): string =>
  story
    .replaceAll(/<Source id="(.*?)" \/>/g, '[$1](#$1)')
    .replaceAll(/^<\w+ title="(.*?)"[^>]*>$/gm, '## $1\n')
    .replaceAll(/^<Place .*$\n/gm, '')
    .replaceAll(/^<[^>]*>$/gm, '');

const two = (value: number) => String(value).padStart(2, '0');
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** mulberry32: the same numbers from the same seed, everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabulary = makeVocabulary();

function makeVocabulary(): string[] {
  const random = randomFrom(0);
  const pick = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  const syllable = () => pick('bdfgklmnprstvz') + pick('aeiou');
  return Array.from(
    { length: 2000 },
    () => Array.from({ length: 1 + Math.floor(random() * 3) }, syllable).join('') + pick('  lnrst').trim(),
  );
}
