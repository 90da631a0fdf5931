import { readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { parse } from 'yaml';
import { isError } from '../../src/document/message.ts';
import { parseBody } from '../../src/document/parse.ts';
import { readStory } from '../../src/document/read.ts';
import { exampleFileAt as fileAt, exampleFiles } from '../../src/integration/examples.ts';
import { storySchema } from '../../src/schema/story.ts';
import { componentNames, contracts, exampleFrontmatter, ids, newsroomFiles } from './newsroom.ts';

/**
 * What people write in the hope that a page runs it, in every place that takes a writer’s words.
 * `window.fired` is set by what runs.
 */

/** Ways to run something (after OWASP’s cheat sheet on filters of cross-site scripting, and what browsers do). */
const ways = [
  '<script>fired=1</script>',
  '<ScRiPt/x>fired=1</sCrIpT >',
  '<script src=//127.0.0.1:9/x.js></script>',
  '<img src=x onerror=fired=1>',
  '<img/src="x"/onerror=fired=1//',
  '<svg onload=fired=1>',
  '<svg><script>fired=1</script></svg>',
  '<svg><animate onbegin=fired=1 attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><img src=x onerror=fired=1>',
  '<iframe src="javascript:parent.fired=1"></iframe>',
  '<iframe srcdoc="<script>parent.fired=1</script>">',
  '<object data="javascript:fired=1"></object>',
  '<details open ontoggle=fired=1>',
  '<input autofocus onfocus=fired=1>',
  '<video><source onerror=fired=1></video>',
  '<style>@import"javascript:fired=1";*{background:url(//127.0.0.1:9/)}</style>',
  '<link rel=stylesheet href=//127.0.0.1:9/x.css>',
  '<base href=//127.0.0.1:9/>',
  '<meta http-equiv=refresh content="0;url=javascript:fired=1">',
  '<a href="javascript:fired=1" id=x tabindex=1 onfocus=fired=1>x</a>',
  ' onmouseover=fired=1 style=color:red autofocus onfocus=fired=1 x=',
  'javascript:fired=1',
  'data:text/html,<script>opener.fired=1</script>',
  '${fired=1}{{fired=1}}{fired=1}<%=fired=1%>#{fired=1}',
];

/** What would end the place in which it stands. */
const ends = ['', '"', "'", '">', "'>", '</title>', '</style>', '</script>', '</textarea></xmp>', '--><!--', ']]>'];

/** 264 strings, the first twelve of which have each end and different ways. */
export const strings: readonly string[] = ends
  .flatMap((end, row) => ways.map((_, column) => end + ways[(column + row * 3) % ways.length]!))
  .map((_, index, all) => all[(index * (ways.length + 1)) % all.length]!);

/** A place in the example of a component that takes any words: a prop’s value, or text. */
interface Spot {
  start: number;
  end: number;
  isProp: boolean;
}

const inProp = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** As text of MDX: a literal in braces, which is not read as markup. */
const inBraces = (text: string) => `{${JSON.stringify(text)}}`;

function fill(body: string, spots: readonly Spot[], text: string): string {
  return spots
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (filled, { start, end, isProp }) =>
        filled.slice(0, start) + (isProp ? inProp(text) : inBraces(text)) + filled.slice(end),
      body,
    );
}

/** Whether a build would take it: no error, and whatever it names is there. */
function isSound(body: string): boolean {
  const {
    messages,
    references,
    pictures = [],
    links = [],
  } = readStory(exampleFrontmatter + body, storySchema, contracts, { fileAt });
  return (
    !messages.some(isError) &&
    references.every(({ id }) => ids.includes(id)) &&
    // A link to nowhere within the site stops a build.
    links.every(({ url }) => url.startsWith('#')) &&
    pictures.every(({ src }) => src.replace('./', '') in exampleFiles)
  );
}

const { sources: exampleSources } = parse(exampleFrontmatter.replaceAll('---\n', '')) as { sources: object };

/** JSON is YAML, too. */
const above = (data: object) => `---\n${JSON.stringify(data)}\n---\n`;

/** The places in a component’s example where words may stand that mean nothing. */
function spotsIn(example: string): Spot[] {
  const props = [...example.matchAll(/\w+="([^"]*)"/g)].map(({ index, 0: { length }, 1: value = '' }) => {
    const end = index + length - 1;
    return { start: end - value.length, end, isProp: true };
  });
  const texts: Spot[] = [];
  const visit = (node: Nodes) => {
    const { start, end } = node.position ?? {};
    if (node.type === 'text' && /\w/.test(node.value))
      texts.push({ start: start!.offset!, end: end!.offset!, isProp: false });
    if ('children' in node) node.children.forEach(visit);
  };
  const tree = parseBody(example, contracts);
  if ('type' in tree) visit(tree);
  return [...props, ...texts].filter((spot) => isSound(fill(example, [spot], '"><i>x')));
}

const spots = new Map(componentNames.map((name) => [name, spotsIn(contracts.get(name)!.example)]));

/** How many places of components, and which props, are filled. */
export const filled = [...spots].flatMap(([name, all]) =>
  all.map(({ isProp }) => `${name} ${isProp ? 'prop' : 'text'}`),
);

/** All components, with a text in every place that takes it. */
const bodyOf = (text: string) =>
  componentNames
    .map((name) => fill(contracts.get(name)!.example, spots.get(name)!, text))
    .filter((body) => isSound(body))
    .join('\n\n');

/** Markdown of its own, in which a text stands in other ways than as text. */
const waysToWrite = (text: string): string[] => [
  text,
  `[words](${text})`,
  `[words](<${text}>)`,
  `[words](https://example.org/${text})`,
  `[words](https://example.org/ "${text.replaceAll('"', '&quot;')}")`,
  `<a href="${inProp(text)}">words</a>`,
  `<a href="https://example.org/" title="${inProp(text)}">words</a>`,
  `\`${text}\``,
  `## ${text}`,
  `\`\`\`\n${text}\n\`\`\``,
  `    ${text}`,
  `- ${inBraces(text)}`,
  `| a | b |\n|---|---|\n| ${inBraces(text)} | ${inBraces(text)} |`,
  `> ${inBraces(text)}`,
];

/** A newsroom that says nothing else than these texts, and what it was refused. */
export interface HostileNewsroom {
  files: Record<string, string | Buffer>;
  /** How often a text stands in a file. */
  placements: number;
  /** Ways of writing that are refused with a message, before anything is built. */
  refused: string[];
}

export function hostileNewsroom(texts: readonly string[]): HostileNewsroom {
  const files: Record<string, string | Buffer> = {};
  const refused: string[] = [];
  let placements = 0;
  const write = (path: string, contents: string) => (files[path] = contents);
  const record = (path: string, data: object) => write(`content/${path}.yaml`, JSON.stringify(data));
  for (const [index, text] of texts.entries()) {
    const id = `x${index}`;
    const es = (...keys: string[]) => ({ es: Object.fromEntries(keys.map((key) => [key, text])) });
    const url = `https://example.org/?${encodeURIComponent(text)}#${text.replace(/\s/g, '')}`;
    record(`outlets/${id}`, { name: text, kind: 'platform', url, translations: es('name') });
    record(`people/${id}`, {
      name: text,
      roles: [{ title: text, translations: es('title') }],
      translations: es('name'),
    });
    record(`authors/${id}`, { name: text, url, translations: es('name') });
    record(`topics/${id}`, { name: text, description: text, translations: es('name', 'description') });
    record(`terms/${id}`, {
      name: text,
      definition: text,
      from: text,
      url,
      translations: es('name', 'definition', 'from'),
    });
    const sources = {
      wire: {
        outlet: id,
        by: id,
        title: text,
        author: text,
        description: text,
        pages: text,
        url,
        archived: url,
        note: text,
      },
      name: { name: text, kind: 'person', description: text, unnamed: true, anonymity: text },
    };
    const paper = { title: text, published: '2026-01-01', sources };
    const cited = `${inBraces(text)} <Source id="wire">${inBraces(text)}</Source>, <Source id="name" />.\n`;
    for (const kind of ['notes', 'policies', 'pages'])
      write(
        `content/${kind}/${kind}-${id}.mdx`,
        above({ ...paper, ...(kind === 'notes' ? {} : { description: text }) }) + cited,
      );
    const data = {
      headline: text,
      description: text,
      published: '2026-01-08',
      updated: '2026-01-09',
      authors: [id],
      topics: [id],
      sources: { ...sources, ...exampleSources },
      corrections: [
        { date: '2026-01-08', kind: 'correction', severity: 'serious', was: text, now: `${text} now`, note: text },
        { date: '2026-01-09', kind: 'update', note: text },
      ],
      licence: { name: text, url, republish: true },
      allow: { hedges: text },
    };
    const own = `${cited}<Background use="notes-${id}" />\n\n<Officials>\n<Statement by="${id}" source="wire" side="${inProp(text)}">\n${inBraces(text + text)}\n</Statement>\n</Officials>\n\nA <Term id="${id}">${inBraces(text)}</Term>.\n\n<Chart type="bars" data="figures.csv" x="what" y="how many" by="whose" title="${inProp(text)}" summary="${inProp(text)}" unit="${inProp(text)}" source="wire" />\n\n<DataTable title="${inProp(text)}" source="wire" data="figures.csv" />\n\n![${text.replace(/[[\]<>\\*_`{}]/g, '\\$&')}](clock.svg)\n`;
    const folder = `content/explainers/${id}`;
    for (const [name, path] of Object.entries(exampleFiles)) files[`${folder}/${name}`] = readFileSync(path);
    const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
    write(
      `${folder}/figures.csv`,
      `what,how many,whose\n${cell(text)},3,${cell(text)}\n${cell(text + text)},4,${cell(text)}\n`,
    );
    write(`${folder}/index.mdx`, `${above(data)}Findable words.\n\n${own}\n${bodyOf(text)}\n`);
    const taken: string[] = [];
    for (const [way, written] of waysToWrite(text).entries()) {
      if (isSound(`\n${written}\n`)) taken.push(written);
      else refused.push(`${way}: ${text}`);
    }
    write(
      `content/explainers/raw-${id}.mdx`,
      `${above({ ...data, sources: {}, firstPublished: { outlet: id, headline: text, url }, lang: 'es' })}Palabras.\n\n${taken.join('\n\n')}\n`,
    );
  }
  for (const contents of Object.values(files)) placements += typeof contents === 'string' ? countIn(contents) : 0;
  return { files: { ...newsroomFiles(), ...files }, placements, refused };

  function countIn(contents: string): number {
    return contents.split('fired=1').length - 1;
  }
}
