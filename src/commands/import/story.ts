import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import type { Image, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { sentencesIn } from '../../desk/prose.ts';
import { wordsFor } from '../../desk/words/index.ts';
import { checkName } from '../../newsroom/names.ts';
import { sitePath } from '../../schema/address.ts';
import { language, webAddress } from '../../schema/fields.ts';
import { stringsFor } from '../../strings/index.ts';
import { baseOf } from '../../strings/intl.ts';
import { slugOf } from '../draft.ts';
import { attribute, meetPeople } from './recognised/attributions.ts';
import type { Memory } from './recognised/attributions.ts';
import { cuesFor } from './cues.ts';
import { dateIn, dateOrMomentOf } from './dates.ts';
import type { Kit } from './recognised/kit.ts';
import { preambleOf } from './preamble.ts';
import type { Manuscript } from './manuscript.ts';
import { mdxOf, todo } from './mdx.ts';
import type { Registry } from './recognised/registry.ts';
import { sectionsOf } from './recognised/sections.ts';
import type { Headings } from './recognised/sections.ts';
import { Sources } from './recognised/sources.ts';
import { tame, wordsOnly } from './forms/tame.ts';

/** A story that was made of a manuscript. */
export interface Draft {
  slug: string;
  data: Record<string, unknown>;
  body: string;
  /** Files that stand beside it. */
  pictures: { name: string; bytes: Uint8Array }[];
  /** Words of the text that are data now. */
  became: string;
  todo: string[];
}

/** What an import is told, or knows of the newsroom. */
export interface Frame {
  registry: Registry;
  kit: Kit;
  /** The newsroom’s language. */
  lang: string;
  /** Who is named where a text names nobody. */
  author: string;
  /** The day of the import, for a text without a date. */
  today: string;
  /** The path of the file, absolute: pictures are looked for beside it. */
  path: string;
  /** What the text is called in its own system. */
  id: string;
}

/** How much of a text is recognised: all that can be, only what stands above it, or nothing but its words. */
export type Depth = 'all' | 'head' | 'words';

/**
 * Makes a story of a manuscript: what is recognised becomes frontmatter and components, and all
 * else stays as text. What is not sure is told in comments at the top.
 *
 */
export function toMdxStory(manuscript: Manuscript, frame: Frame, headings: Headings, depth: Depth): Draft {
  const { registry, kit, lang: newsroomLang, author, today, path } = frame;
  const lang = langOf(manuscript.lang, newsroomLang);
  const strings = stringsFor(lang);
  const cues = cuesFor(lang);
  const head = preambleOf(manuscript, cues, lang);
  const memory: Memory = {
    registry,
    sources: new Sources(registry),
    kit,
    cues,
    lang,
    text: manuscript.words,
    words: new Set(manuscript.words.match(/\p{L}[\p{L}\p{M}’'-]*/gu)),
    families: new Map(),
    hosts: manuscript.hosts ?? [],
    met: new Map(),
    outlets: [...registry.outlets]
      .map(([id, { name }]): [string, string] => [id, name])
      .filter(([, name]) => manuscript.words.includes(name.replace(/^The\s+/, '')))
      .sort(([, one], [, other]) => other.length - one.length),
    became: [...head.became],
    todo: [...(manuscript.notes ?? [])],
  };
  const pictures = new Map<string, Uint8Array>();

  let blocks: RootContent[] = wordsOnly(manuscript.words);
  if (depth === 'words')
    memory.todo.push('The form of this text could not be kept: its words are here, in paragraphs.');
  else {
    const clean = levelled(tame(head.blocks, manuscript, memory.todo));
    blocks = placePictures(clean, manuscript, path, pictures, memory).map((node) => postOf(node, memory));
  }
  if (depth === 'all') {
    for (const node of blocks) meetPeople(toString(node), memory);
    blocks = sectionsOf(blocks, memory, strings, headings);
    // Who spoke last in a section says nothing of the text above it.
    memory.last = undefined;
    attributeAll(blocks, memory);
  }

  const lede = blocks.find((node): node is Paragraph => node.type === 'paragraph');
  const [sentence] = lede ? sentencesIn(toString(lede), lang, wordsFor(lang)) : [];
  if (!head.published) memory.todo.push('No date was found: “published” is the day of the import.');
  if (head.besideByline.length) memory.todo.push(`Left out behind the byline: ${head.besideByline.join(', ')}.`);
  if (!head.authors.length) memory.todo.push('No byline was found: look at “authors”.');
  if (!head.headline) memory.todo.push('No headline was found.');
  if (!blocks.length) memory.todo.push('It has no text.');
  const proposed = [...new Set(registry.proposed.map(({ name }) => `“${name}”`))];
  if (proposed.length)
    memory.todo.push(`Not in the registries, and maybe sources or speakers here: ${proposed.join(', ')}.`);
  const headline = head.headline || basename(manuscript.name, extname(manuscript.name));
  const published = head.published ?? today;
  const updated = dateOrMomentOf(manuscript.updated, lang);
  const outlet = head.firstPublished && registry.outlet(head.firstPublished.outlet, true);
  const topics = [...new Set((manuscript.topics ?? []).map((topic) => registry.topic(topic)))];
  const aliases = formerAddresses(manuscript.aliases ?? []);
  const data = {
    headline,
    description: (head.description ?? sentence?.text ?? headline).replace(/\s+/g, ' ').trim() || headline,
    ...(baseOf(lang) !== baseOf(newsroomLang) && { lang }),
    published,
    ...(updated && updated > published && { updated }),
    // What readers could see there they can see here; all else waits for the writer.
    ...((manuscript.draft ?? (memory.todo.length > 0 || undefined)) && { draft: true }),
    authors: head.authors.length ? [...new Set(head.authors.map((name) => registry.author(name)))] : [author],
    topics,
    ...(aliases.length && { aliases }),
    ...(Object.keys(memory.sources.list).length && { sources: memory.sources.list }),
    ...(manuscript.corrections?.length && { corrections: manuscript.corrections }),
    ...(head.firstPublished && outlet && { firstPublished: { outlet, headline: head.firstPublished.headline } }),
  };
  return {
    slug: slugFor(manuscript, headline, frame.id),
    data,
    body: mdxOf([...memory.todo.map(todo), ...blocks]),
    pictures: [...pictures].map(([name, bytes]) => ({ name, bytes })),
    became: memory.became.join(' '),
    todo: memory.todo,
  };
}

/** A language tag as stories have it, or the newsroom’s. */
function langOf(given: string | undefined, newsroomLang: string): string {
  const tag = given?.replace('_', '-');
  return tag && language().safeParse(tag).success ? tag : newsroomLang;
}

function slugFor({ slug = '', name }: Manuscript, headline: string, id: string): string {
  const given = slug.toLowerCase();
  // Of any script: the address of a story is known.
  if (/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u.test(given) && given.length < 120 && !checkName(given).length)
    return given;
  const file = name.includes(':') ? '' : basename(name, extname(name));
  return (
    [given, headline, file].map(slugOf).find((one) => one && one.length < 120 && !checkName(one).length) ??
    `story-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`
  );
}

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
  return blocks;
}

/** A quotation that was the post of a platform, as one: its signature becomes the source. */
function postOf(node: RootContent, { kit, sources, registry, became, lang }: Memory): RootContent {
  const post = (node.data as { post?: Post } | undefined)?.post;
  if (node.type !== 'blockquote' || !post?.url || !webAddress().safeParse(post.url).success) return node;
  const { url, author, signed = '' } = post;
  became.push(signed);
  const date = dateIn(signed.slice(signed.indexOf(')') + 1), lang);
  const by = author && registry.personNamed(author.replace(/\s*\(.*$/, ''));
  return {
    type: 'mdxJsxFlowElement',
    name: kit.role('post'),
    attributes: [{ type: 'mdxJsxAttribute', name: 'source', value: sources.post(url, { author, by, date }) }],
    children: node.children,
  };
}

/** What is known of a post that a page embeds. */
interface Post {
  url?: string;
  author?: string;
  /** Its last line: who, and when. */
  signed?: string;
}

const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Pictures that are there become figures; of others, the words stay, with a note where they were. */
function placePictures(
  blocks: RootContent[],
  { pictures }: Manuscript,
  path: string,
  kept: Map<string, Uint8Array>,
  memory: Memory,
): RootContent[] {
  const { cues } = memory;
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
      result.push(...figureOf(image, at === 0 ? (caption ?? '') : '', pictures, path, kept, memory));
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
  { cues, kit, became, todo: notes }: Memory,
): RootContent[] {
  const [, credit = ''] = cues.credit.exec(caption) ?? [];
  const rest = caption
    .replace(cues.credit, '')
    .replace(/[\s(]+$/, '')
    .trim();
  if (credit) became.push(caption.slice(rest.length));
  const file = given.get(url) ?? fileAt(url, path);
  const words: RootContent[] = rest ? [{ type: 'paragraph', children: [{ type: 'text', value: rest }] }] : [];
  if (!file) {
    notes.push(
      `A picture has to be put beside this file: ${url.slice(0, 200)}${alt ? ` – ${alt}` : ''}${credit ? ` – ${credit}` : ''}`,
    );
    return words;
  }
  if (file.bytes.length > 30_000_000) {
    notes.push(`The picture ${file.name} is larger than 30 MB: make it smaller, and put it beside this file.`);
    return words;
  }
  kept.set(file.name, file.bytes);
  if (!alt) notes.push(`Say in “alt” what ${file.name} shows.`);
  if (!credit) notes.push(`Say in “credit” who made ${file.name}.`);
  const attributes = { src: file.name, alt: alt || 'A picture', credit: credit || 'Not known', rights: 'no-copies' };
  return [
    {
      type: 'mdxJsxFlowElement',
      name: kit.role('picture'),
      attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
      // Paragraphs, by their type anything that a tree may have.
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
  const own = [memory.kit.role('statement'), memory.kit.role('picture'), memory.kit.role('post')];
  for (const node of blocks) {
    if (node.type === 'paragraph') attribute(node, memory);
    else if (node.type === 'mdxJsxFlowElement' && own.includes(node.name ?? '')) continue;
    else if ('children' in node) attributeAll(node.children, memory);
  }
}

/** The paths of former addresses; what is none, such as the front page, leads to no story. */
const formerAddresses = (given: readonly string[]): string[] => [
  ...new Set(
    given
      .map((one) => (URL.canParse(one) ? new URL(one).pathname : one))
      .filter((path) => sitePath().safeParse(path).success),
  ),
];
