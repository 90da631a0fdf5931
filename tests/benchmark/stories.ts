import { names } from './plain/src/names.ts';

/**
 * Stories to measure with. Their words are made up, syllable by syllable, and so are their names:
 * nothing in them is news. The same number always gives the same story.
 */

/** The id of a story, from 1; also its file’s name. */
export const idOf = (number: number): string => `story-${number}`;

/** One story of about 600 words, as a writer’s file. */
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

  const sources = Array.from({ length: range(6, 9) }, (_, index) => `source-${index + 1}`);
  const citing = () => `${sentences(4, range(1, 3))}\n`;
  const plain = () => `${sentences(4)}\n`;

  return `---
headline: ${title(range(6, 9))}
description: ${sentences(1).replaceAll(/[*[\]]|\(.*?\)/g, '')}
published: 2026-${two(range(1, 9))}-${two(range(1, 28))}
authors: [${some(Object.keys(names.authors))}]
topics: [${some(Object.keys(names.topics))}]
sources:
${sources
  .map(
    (id) =>
      `  ${id}:\n    outlet: ${some(Object.keys(names.outlets))}\n    title: ${title(6)}\n    published: 2025-${two(range(1, 12))}-${two(range(1, 28))}\n    url: https://sources.example/${number}/${id}`,
  )
  .join('\n')}
---

<KeyPoints>
${[1, 2, 3].map(() => `- ${sentence(12)}`).join('\n')}
</KeyPoints>

${citing()}
${citing()}
<WhyItMatters title="Why ${phrase(3)} matters">
${sentences(3)}
</WhyItMatters>

## ${title(4)}

${citing()}
${plain()}
## ${title(5)}

${citing()}
<Timeline title="${title(4)}">
${[1, 2, 3, 4].map((index) => `<Event date="202${index}-0${range(1, 9)}">\n${sentence(15, index % 2 === 0)}\n</Event>`).join('\n')}
</Timeline>

<Officials title="${title(4)}">
${[1, 2, 3].map(() => `<Statement by="${some(Object.keys(names.people))}" source="${some(sources)}">\n${sentences(1)}\n</Statement>`).join('\n')}
</Officials>

## ${title(4)}

${citing()}
${plain()}
${sources.map((id) => `<Source id="${id}" />`).join(', ')}: ${phrase(6)}.
`;
}

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
