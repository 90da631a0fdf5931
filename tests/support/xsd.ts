import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const ours = (name: string) => readFileSync(new URL(`xsd/${name}.xsd`, import.meta.url), 'utf8');

/** The schema of sitemaps.org itself, and those that it leaves to others. */
const sitemap = readFileSync(new URL('../../node_modules/sitemap/schema/sitemap.xsd', import.meta.url), 'utf8');
const extensions: Record<string, string> = {
  'sitemap-image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'sitemap-news': 'http://www.google.com/schemas/sitemap-news/0.9',
  'xhtml-link': 'http://www.w3.org/1999/xhtml',
};
const imports = Object.entries({ ...extensions, sitemap: 'http://www.sitemaps.org/schemas/sitemap/0.9' }).map(
  ([file, namespace]) => `<import namespace="${namespace}" schemaLocation="${file}.xsd"/>`,
);
const all = `<schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">${imports.join('')}</schema>`;

/** What is wrong with a sitemap, or an index of sitemaps, by its schema. */
export async function schemaFaults(xml: string, kind: 'sitemap' | 'index'): Promise<string[]> {
  const preload = [
    ...Object.keys(extensions).map((name) => ({ fileName: `${name}.xsd`, contents: ours(name) })),
    { fileName: 'sitemap.xsd', contents: sitemap },
  ];
  const { errors } = await validateXML({
    xml: [{ fileName: 'given.xml', contents: xml }],
    schema: [kind === 'index' ? ours('siteindex') : all],
    preload: kind === 'index' ? [] : preload,
  });
  return errors.map(({ message }) => message);
}
