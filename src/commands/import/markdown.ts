import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import { readYaml, splitStory } from '../../document/frontmatter.ts';
import { rehype } from 'rehype';
import { fragmentOf } from './html.ts';
import { textOf } from './manuscript.ts';
import type { Form } from './manuscript.ts';

const writer = rehype().data('settings', { allowDangerousHtml: true }).freeze();

/** Markdown of any system, with or without frontmatter. What is HTML in it is read as HTML. */
export const markdown: Form = (bytes, name) => {
  const contents = textOf(bytes);
  const { yaml, body } = splitStory(contents);
  const data = ((yaml !== undefined && readYaml(yaml, 2).data) || {}) as Record<string, unknown>;
  const tree: Root = fromMarkdown(body.trimStart(), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const markup = writer.stringify(toHast(tree, { allowDangerousHtml: true }) as never);
  const text = (...keys: string[]) =>
    keys.map((key) => data[key]).find((value): value is string => typeof value === 'string' && value.trim() !== '');
  const author = data['author'] ?? data['authors'] ?? data['byline'];
  const authors = [author]
    .flat()
    .flatMap((one) =>
      typeof one === 'string' ? [one] : one && typeof one === 'object' && 'name' in one ? [String(one.name)] : [],
    );
  return [
    {
      name,
      ...fragmentOf(markup),
      headline: text('headline', 'title'),
      description: text('description', 'summary', 'excerpt', 'subtitle', 'dek'),
      authors: authors.length ? authors : undefined,
      published: text('published', 'date', 'pubDate', 'publishDate'),
      lang: text('lang', 'language'),
      slug: text('slug'),
      draft: data['draft'] === true || undefined,
    },
  ];
};
