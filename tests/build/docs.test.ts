import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { optionsSchema } from '../../src/options.ts';
import { brokenLinks } from '../support/links.ts';
import { run } from '../support/site.ts';

/** The documentation as a site. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist-docs');

beforeAll(async () => {
  const { code, output } = await run(join(root, 'src/commands/docs.ts'), [], root);
  expect(code, output).toBe(0);
});

test('every text of docs/ has a page, and every link holds', () => {
  const texts = globSync('**/*.md', { cwd: join(root, 'docs') }).filter((path) => !path.startsWith('reliability/'));
  const pages = globSync('*/index.html', { cwd: dist }).map((path) => path.replace('/index.html', ''));
  const slugs = texts.map((path) => basename(path, '.md').replace(/^\d+-/, ''));
  expect(slugs.filter((slug) => !pages.includes(slug))).toEqual([]);
  // An address in an example of JSON is none of this site’s.
  expect(brokenLinks(dist).filter((link) => !link.includes('news.example'))).toEqual([]);
});

test('every setting is told of, with what it is for', () => {
  const { document } = parseHTML(readFileSync(join(dist, 'settings/index.html'), 'utf8'));
  const headings = [...document.querySelectorAll('article h2')].map((heading) => heading.textContent.trim());
  expect(headings).toEqual(expect.arrayContaining(Object.keys(optionsSchema.shape)));
  for (const { description } of Object.values(optionsSchema.shape)) expect(description).toBeTruthy();
});

test('leads with the first story, and code stays code', () => {
  const front = parseHTML(readFileSync(join(dist, 'index.html'), 'utf8')).document;
  expect(front.querySelector('.lead h2')?.textContent).toBe('Your first story, in ten minutes');
  const text = parseHTML(readFileSync(join(dist, 'newsrooms/index.html'), 'utf8')).document;
  expect([...text.querySelectorAll('pre')].map((code) => code.textContent).join('\n')).toContain(
    "defineRule({\n  name: 'house-style'",
  );
  expect(text.querySelector('.glance')).toBeNull();
});
