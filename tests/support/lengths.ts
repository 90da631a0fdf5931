import { frontmatter } from './site.ts';

/** A newsroom in which everything is as long as it can get. */

/** 61 letters. */
export const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter';
const longName = 'International Earth Rotation and Reference Systems Service of the World and its Oceans';
const longHeadline =
  `What the ${longName} says of the leap second, why ${longWord} has to be told of it in every port, and what a sailor, ` +
  'a banker and an astronomer would each lose if the clocks of the world were to be set by nothing but atoms for the next hundred years';
const url = `https://records.example/${'a-very-long-folder/'.repeat(12)}file.html`;

const sources = Array.from(
  { length: 30 },
  (_, index) =>
    `  s${index}: { name: "${index % 3 ? longName : longWord} ${index}", kind: ${['document', 'study', 'post'][index % 3]}, title: "${longHeadline}", url: "${url}" }`,
).join('\n');
const cited = Array.from({ length: 30 }, (_, index) => `The clock is right, says <Source id="s${index}" />.`).join(' ');

/** The head of a story with what is long, and a day of its own. */
const head = (headline: string, day: number, more = '') =>
  frontmatter(`sources:\n${sources}\nlabel: analysis\n${more}`)
    .replace('A headline', `"${headline}"`)
    .replace('A sentence about the story.', `"${longHeadline}."`)
    .replace('2026-01-08', `2026-01-${String(day).padStart(2, '0')}`)
    .replace('[desk]', '[desk, second, third]')
    .replace('[cities]', '[cities, long]');

const body = `
<KeyPoints>
- ${longWord}
- ${longHeadline}.
- One word.
</KeyPoints>

${cited}

<WhyItMatters title="${longHeadline}">
${longWord} ${longWord}.
</WhyItMatters>

<Officials>
<Statement by="long-person" source="s1" on="${longWord}">
“${longWord}, ${longHeadline}”
</Statement>
<Statement by="jane-doe" source="s2">
She said little.
</Statement>
</Officials>

## ${longHeadline}

| ${longWord} | Second | Third | Fourth | Fifth |
|---|--:|---|---|---|
| ${longWord} | 1 | ${longName} | ${longName} | ${longWord} |

<InNumbers>
<Number value="${longWord}" source="s3">
${longHeadline}
</Number>
<Number value="7" source="s3">
Short.
</Number>
</InNumbers>

<Timeline>
<Event when="${longWord}">
${longWord}
</Event>
</Timeline>

<KeyDates>
<Event when="${longWord}">
${longWord}
</Event>
</KeyDates>

<WhosWho>
<Profile person="long-person">
${longWord}
</Profile>
</WhosWho>

<WhatsNext>
<Step when="${longWord}">
${longHeadline} <Source id="s4" />
</Step>
</WhatsNext>

<Chart type="bars" data="long.csv" x="name" y="figure" title="${longHeadline}" summary="${longHeadline}." highlight="${longWord}" source="s5" />

<Chart type="slopes" data="moves.csv" x="year" y="figure" by="name" title="${longWord}" summary="${longHeadline}." source="s5" />
`;

export const lengthyNewsroom: Readonly<Record<string, string>> = {
  'content/topics/cities.yaml': `name: ${longWord}\ndescription: ${longHeadline}.\n`,
  'content/topics/long.yaml': `name: ${longName}\n`,
  'content/authors/second.yaml': `name: ${longWord}\n`,
  'content/authors/third.yaml': `name: ${longName}\n`,
  'content/outlets/reuters.yaml': `name: ${longWord} Agency\nkind: agency\nurl: ${url}\n`,
  'content/people/long-person.yaml': `name: ${longWord} ${longName}\nroles:\n  - { title: "Director of the ${longName}", from: 2020-01-01 }\n`,
  'content/explainers/long.csv': `name,figure\n"${longWord}",1234567890123\n"${longName}",3\n`,
  'content/explainers/moves.csv': `year,name,figure\n2000,"${longWord}",1\n2020,"${longWord}",2\n2000,"${longName}",2\n2020,"${longName}",1234567890123\n`,
  'content/explainers/long.mdx': `${head(longHeadline, 9)}${body}`,
  'content/explainers/word.mdx': `${head(longWord, 8)}${body}`,
  'content/explainers/none.mdx': `${frontmatter().replace('A headline', 'A story without a source')}\nWords.\n`,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((day) => [
      `content/explainers/more-${day}.mdx`,
      `${head(`${longHeadline} ${day}`, day)}${cited}\n`,
    ]),
  ),
};
