import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import type { Image, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { sentencesIn } from '../../desk/prose.ts';
import { wordsFor } from '../../desk/words/index.ts';
import { language } from '../../schema/fields.ts';
import { stringsFor } from '../../strings/index.ts';
import { slugOf } from '../draft.ts';
import { attribute, meetPeople } from './attributions.ts';
import type { Memory } from './attributions.ts';
import { cuesFor } from './cues.ts';
import { preambleOf } from './preamble.ts';
import type { Manuscript } from './manuscript.ts';
import { mdxOf, todo } from './mdx.ts';
import type { Registry } from './registry.ts';
import { sectionsOf } from './sections.ts';
import { Sources } from './sources.ts';

/** A story that was made of a manuscript. */
export interface Draft {
  slug: string;
  data: Record<string, unknown>;
  body: string;
  /** Files that stand beside it. */
  pictures: { name: string; bytes: Uint8Array }[];
  todo: string[];
}

/** What an import is told, or knows of the newsroom. */
export interface Frame {
  registry: Registry;
  /** The newsroom’s language. */
  lang: string;
  /** Who is named where a text names nobody. */
  author: string;
  /** The day of the import, for a text without a date. */
  today: string;
  /** The path of the file, absolute: pictures are looked for beside it. */
  path: string;
}

/**
 * Makes a story of a manuscript: what is recognised becomes frontmatter and components, and all
 * else stays as text. What is not sure is told in comments at the top.
 *
 * @param isPlain whether a short line may be a heading: plain text has no other sign for it.
 * @param recognise without it, only what stands above the text is recognised.
 */
export function toMdxStory(
  manuscript: Manuscript,
  { registry, lang: newsroomLang, author, today, path }: Frame,
  isPlain: boolean,
  recognise = true,
): Draft {
  const lang = manuscript.lang && language().safeParse(manuscript.lang).success ? manuscript.lang : newsroomLang;
  const strings = stringsFor(lang);
  const cues = cuesFor(lang);
  const head = preambleOf(manuscript, cues, lang);
  const sources = new Sources(registry);
  const memory: Memory = { registry, sources, cues, lang, todo: [] };
  const pictures = new Map<string, Uint8Array>();

  const clean = levelled(head.blocks.map(copied));
  const illustrated = placePictures(clean, manuscript, path, pictures, cues, memory.todo);
  let blocks = illustrated;
  if (recognise) {
    for (const node of illustrated) meetPeople(toString(node), memory);
    blocks = sectionsOf(illustrated, memory, strings, isPlain);
    attributeAll(blocks, memory);
  }

  const lede = blocks.find((node): node is Paragraph => node.type === 'paragraph');
  const [sentence] = lede ? sentencesIn(toString(lede), lang, wordsFor(lang)) : [];
  if (!head.published) memory.todo.push('No date was found: “published” is the day of the import.');
  if (!head.authors.length) memory.todo.push('No byline was found: look at “authors”.');
  if (!head.headline) memory.todo.push('No headline was found.');
  const headline = head.headline || basename(manuscript.name, extname(manuscript.name));
  const firstPublished = head.firstPublished && {
    outlet: registry.outlet(head.firstPublished.outlet),
    headline: head.firstPublished.headline,
  };
  const notes = memory.todo.map((words) => words);
  const data = {
    headline,
    description: (head.description ?? sentence?.text ?? headline).replace(/\s+/g, ' ').trim() || headline,
    ...(lang !== newsroomLang && { lang }),
    published: head.published ?? today,
    ...((manuscript.draft || notes.length) && { draft: true }),
    authors: head.authors.length ? head.authors.map((name) => registry.author(name)) : [author],
    topics: [],
    ...(Object.keys(sources.list).length && { sources: sources.list }),
    ...(firstPublished && { firstPublished }),
  };
  return {
    slug: slugOf(manuscript.slug ?? headline) || slugOf(basename(manuscript.name)) || 'story',
    data,
    body: mdxOf([...notes.map(todo), ...blocks]),
    pictures: [...pictures].map(([name, bytes]) => ({ name, bytes })),
    todo: notes,
  };
}

const copied = (node: RootContent): RootContent => structuredClone(node);

/** Headings begin at the second level: the headline is the first. */
function levelled(blocks: RootContent[]): RootContent[] {
  const depths = blocks.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const shift = 2 - Math.min(...depths, 6);
  let last = 1;
  for (const node of blocks) {
    if (node.type !== 'heading') continue;
    node.depth = Math.min(Math.max(2, node.depth + shift), last + 1, 6) as 2;
    last = node.depth;
  }
  // Raw HTML that no reader of HTML took: its signs are words. Code becomes words as well, a definition goes with its link.
  return blocks
    .filter(({ type }) => type !== 'definition')
    .map((node) =>
      node.type === 'html' ? { type: 'paragraph', children: [{ type: 'text', value: node.value }] } : node,
    );
}

const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Pictures that are there become figures; of others, the words stay, with a note where they were. */
function placePictures(
  blocks: RootContent[],
  { pictures }: Manuscript,
  path: string,
  kept: Map<string, Uint8Array>,
  cues: Memory['cues'],
  notes: string[],
): RootContent[] {
  const result: RootContent[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const node = blocks[index]!;
    const images: Image[] = [];
    visit(node as Paragraph, 'image', (image: Image) => void images.push(image));
    if (!images.length) {
      result.push(node);
      continue;
    }
    let caption = (node.data as { caption?: string } | undefined)?.caption;
    const next = blocks[index + 1];
    if (
      caption === undefined &&
      next?.type === 'paragraph' &&
      cues.credit.test(toString(next)) &&
      toString(next).length < 300
    ) {
      caption = toString(next);
      index += 1;
    }
    const words = withoutImages(node);
    if (words) result.push(words);
    for (const [at, image] of images.entries())
      result.push(...figureOf(image, at === 0 ? (caption ?? '') : '', pictures, path, kept, cues, notes));
  }
  return result;
}

function withoutImages(node: RootContent): RootContent | undefined {
  const strip = (one: RootContent): RootContent | undefined => {
    if (one.type === 'image') return undefined;
    if (!('children' in one)) return one;
    const children = (one.children as RootContent[]).flatMap((child) => strip(child) ?? []);
    return children.length ? ({ ...one, children } as RootContent) : undefined;
  };
  const rest = strip(node);
  return rest && toString(rest).trim() ? rest : undefined;
}

function figureOf(
  { url, alt }: Image,
  caption: string,
  given: Manuscript['pictures'],
  path: string,
  kept: Map<string, Uint8Array>,
  cues: Memory['cues'],
  notes: string[],
): RootContent[] {
  const [, credit = ''] = cues.credit.exec(caption) ?? [];
  const rest = caption
    .replace(cues.credit, '')
    .replace(/[\s(]+$/, '')
    .trim();
  const file = given.get(url) ?? fileAt(url, path);
  const words: RootContent[] = rest ? [{ type: 'paragraph', children: [{ type: 'text', value: rest }] }] : [];
  if (!file) {
    notes.push(
      `A picture has to be put beside this file: ${url.slice(0, 200)}${alt ? ` – ${alt}` : ''}${credit ? ` – ${credit}` : ''}`,
    );
    return words;
  }
  kept.set(file.name, file.bytes);
  if (!alt) notes.push(`Say in “alt” what ${file.name} shows.`);
  if (!credit) notes.push(`Say in “credit” who made ${file.name}.`);
  const attributes = { src: file.name, alt: alt || 'A picture', credit: credit || 'Not known', rights: 'no-copies' };
  return [
    {
      type: 'mdxJsxFlowElement',
      name: 'Figure',
      attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
      children: words as never,
    },
  ];
}

/** A picture beside the file, or below it: nothing else on the machine is read. */
function fileAt(url: string, path: string): { name: string; bytes: Uint8Array } | undefined {
  if (/^[a-z][\w+.-]*:|^\//i.test(url) || !isPicture.test(url)) return undefined;
  const whole = resolve(dirname(path), safely(url));
  if (relative(dirname(path), whole).startsWith('..') || !existsSync(whole)) return undefined;
  return {
    name: `${slugOf(basename(whole, extname(whole))) || 'picture'}${extname(whole).toLowerCase()}`,
    bytes: readFileSync(whole),
  };
}

function safely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Badges in every paragraph but those of statements, which have their source already. */
function attributeAll(blocks: RootContent[], memory: Memory): void {
  for (const node of blocks) {
    if (node.type === 'paragraph') attribute(node, memory);
    else if (node.type === 'mdxJsxFlowElement' && ['Statement', 'Figure'].includes(node.name ?? '')) continue;
    else if ('children' in node) attributeAll(node.children as RootContent[], memory);
  }
}
