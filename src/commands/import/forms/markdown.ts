import { basename } from 'node:path';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { rehype } from 'rehype';
import { parse as parseToml } from 'smol-toml';
import { isCrowded } from '../../../document/length.ts';
import { readYaml, splitStory } from '../../../document/frontmatter.ts';
import { slugOf } from '../../draft.ts';
import { textOf } from './bytes.ts';
import { fragmentOf, itsWords } from './html.ts';
import type { ForeignTopic, Form, Manuscript } from '../manuscript.ts';
import { namesIn } from '../preamble.ts';

const writer = rehype().data('settings', { allowDangerousHtml: true }).freeze();

/**
 * Markdown of any system, with or without frontmatter: that of Hugo, Jekyll, Eleventy, Astro and of most others says
 * the same by a few names. What is HTML in it is read as HTML; a short code of a system stays as words.
 */
export const markdown: Form = (bytes, name, id) => {
  const contents = textOf(bytes);
  return { items: [{ id, name, read: () => read(contents, name) }] };
};

/** The names under which systems keep a thing, the clearest first. */
const keys = {
  headline: ['headline', 'title'],
  description: ['description', 'summary', 'excerpt', 'subtitle', 'dek', 'deck', 'standfirst', 'lead'],
  authors: ['authors', 'author', 'byline'],
  published: ['published', 'date', 'pubDate', 'publishDate', 'datePublished'],
  updated: ['updated', 'lastmod', 'updatedDate', 'modified', 'last_modified_at', 'dateModified'],
  lang: ['lang', 'language', 'locale'],
  slug: ['slug'],
  topics: ['topics', 'categories', 'category', 'tags'],
  aliases: ['aliases', 'redirect_from', 'permalink', 'url'],
  draft: ['draft'],
} as const;

function read(contents: string, name: string): Manuscript {
  const { data, body, notes } = partsOf(contents);
  const valueOf = (of: keyof typeof keys): unknown =>
    keys[of].map((key) => data[key]).find((value) => value !== undefined);
  const wordsFor = (of: keyof typeof keys): string | undefined => textsIn(keys[of].map((key) => data[key]))[0];
  const reading = isCrowded(body) ? itsWords(body) : fragmentOf(markupOf(body));
  const codes = [...new Set(body.match(/\{\{[<%].*?[%>]\}\}|\{%.*?%\}/g))];
  if (codes.length) notes.push(`Short codes of another system are here as words: ${codes.slice(0, 5).join(' ')}`);
  const known: string[] = Object.values(keys).flat();
  const unused = Object.keys(data).filter((key) => !known.includes(key) && !ofMachines.has(key));
  if (unused.length) notes.push(`Left out of what stood above the text: ${unused.join(', ')}.`);
  const file = basename(name).replace(/\.\w+$/, '');
  // Jekyll has the date in the file’s name.
  const [, day, rest] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(file) ?? [];
  return {
    name,
    ...reading,
    headline: wordsFor('headline'),
    description: wordsFor('description'),
    authors: textsIn(valueOf('authors')).flatMap(namesIn),
    published: wordsFor('published') ?? day,
    updated: wordsFor('updated'),
    lang: wordsFor('lang')?.replace('_', '-'),
    slug: wordsFor('slug') ?? rest,
    topics: keys.topics
      .flatMap((key) => textsIn(data[key]))
      .map((topic): ForeignTopic => ({ id: slugOf(topic), name: topic })),
    aliases: keys.aliases
      .flatMap((key) => textsIn(data[key]))
      .filter((path) => /^(?:\/|https?:)/.test(path) && !/[:{]\w+/.test(path.slice(8))),
    draft: valueOf('draft') === true || data['published'] === false || undefined,
    notes: [...notes, ...(reading.notes ?? [])],
  };
}

/** What systems keep for themselves. */
const ofMachines = new Set([
  'layout',
  'type',
  'id',
  'uuid',
  'weight',
  'menu',
  'templateKey',
  'eleventyNavigation',
  'toc',
  'comments',
  'permalink',
]);

/** Texts in a value of frontmatter: one, a list, or things with a name. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value instanceof Date) return [value.toISOString().replace('T00:00:00.000Z', '').replace('.000', '')];
  if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
  if (value && typeof value === 'object' && 'name' in value) return textsIn(value.name);
  return [];
}

/** What stands above a text, in YAML, TOML (`+++`) or JSON, and the text. */
function partsOf(contents: string): { data: Record<string, unknown>; body: string; notes: string[] } {
  const [whole, toml = ''] = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(contents) ?? [];
  if (whole !== undefined) {
    const body = contents.slice(whole.length);
    try {
      return { data: parseToml(toml), body, notes: [] };
    } catch {
      return {
        data: {},
        body: `${toml}\n\n${body}`,
        notes: ['What stands above the text is no TOML: it is at the top as words.'],
      };
    }
  }
  const { yaml, body } = splitStory(contents);
  if (yaml === undefined) return { data: {}, body: contents, notes: [] };
  const { data } = readYaml(yaml, 2);
  return data && typeof data === 'object' && !Array.isArray(data)
    ? { data: data as Record<string, unknown>, body, notes: [] }
    : {
        data: {},
        body: `${yaml}\n\n${body}`,
        notes: /\S/.test(yaml) ? ['What stands above the text is no YAML: it is at the top as words.'] : [],
      };
}

/** Markdown as HTML. */
function markupOf(body: string): string {
  // Signs of quotations in one another, more than any text has, take minutes.
  const shallow = body.trimStart().replace(/^([ \t]*(?:>[ \t]*){8})[>\s]+/gm, '$1');
  const tree: Root = fromMarkdown(shallow, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  // The tree has raw HTML in it, as the setting allows; the writer’s type knows of none.
  return writer.stringify(toHast(tree, { allowDangerousHtml: true }) as never);
}
