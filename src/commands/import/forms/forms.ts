import { extname } from 'node:path';
import { docx } from './docx.ts';
import { feed } from './feed.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import type { Form } from '../manuscript.ts';
import { markdown } from './markdown.ts';
import type { Headings } from '../recognised/sections.ts';
import { plainText } from './text.ts';

/** How files are read, by their endings. What is called a Word file may be an old one: that says so itself. */
export const forms: Readonly<Record<string, Form>> = {
  '.txt': plainText,
  '.text': plainText,
  '.md': markdown,
  '.markdown': markdown,
  '.mdx': markdown,
  '.html': html,
  '.htm': html,
  '.xhtml': html,
  '.docx': docx,
  '.docm': docx,
  '.dotx': docx,
  '.doc': docx,
  '.xml': feed,
  '.rss': feed,
  '.atom': feed,
  '.rdf': feed,
  '.wxr': feed,
  '.json': json,
};

/** What may be a heading in a file, beside what its form calls one. */
export function headingsIn(name: string): Headings {
  const form = forms[extname(name).toLowerCase()];
  if (form === plainText) return 'short lines';
  return form === docx || form === html ? 'bold lines' : 'marked';
}
