import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { hashOf, speculation } from '../../src/browser/comfort.ts';
import { pagePolicy } from '../../src/browser/policy.ts';
import { headersFor, hosts } from '../../src/outputs/hosting/headers.ts';
import { fencesIn } from '../support/fences.ts';
import { headerRules, headersAt } from '../support/serve.ts';

/** What a page says of itself, and what hosts are to send with it. Real servers: `npm run hosts`. */

const site = { site: 'https://news.example', base: '/', prefix: '/' };

test('a page’s policy names the hash of each thing that stands in it, and nothing is let in unseen', () => {
  const next = speculation('/');
  expect(pagePolicy({ styles: ['p{}'], scripts: [next], runsWasm: true }, ['https://cdn.example'])).toBe(
    [
      "default-src 'self' https://cdn.example",
      `script-src 'self' https://cdn.example 'wasm-unsafe-eval' '${next.hash}'`,
      `style-src 'self' https://cdn.example '${hashOf('p{}')}'`,
      "img-src 'self' https://cdn.example data:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ].join(';'),
  );
});

test('the file _headers fits what its hosts take: at most 100 rules, 2,000 characters a line, one * a rule', () => {
  const lines = headersFor('_headers', site, '_astro').split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
  const rules = lines.filter((line) => line.startsWith('/'));
  expect(rules).toEqual(['/_astro/*.svg', '/_astro/*', '/*.json', '/*.md', '/*.txt', '/*.xml', '/*']);
});

test('beside another site, headers hold below the prefix, and none speaks for the whole host', () => {
  for (const host of hosts) {
    const text = headersFor(host, { ...site, base: '/news', prefix: '/explainers' }, 'assets');
    expect(text).not.toContain('Strict-Transport-Security');
    expect(text).toContain('/news/explainers/');
    expect(text).toContain('/news/assets/');
  }
  expect(headersFor('nginx', { ...site, site: 'http://intranet.example' }, '_astro')).not.toContain('Strict');
  expect(headersFor('nginx', site, '_astro')).toContain('add_header Strict-Transport-Security');
});

interface Event {
  request: { uri: string };
  response?: { headers: Record<string, { value: string }> };
}

const functionOf = (code: string) => runInNewContext(`${code}; handler`) as (event: Event) => unknown;

test.each(['/', '/story/', '/story.md', '/rss.xml', '/feed.json', '/_astro/a.svg', '/_astro/b.js'])(
  'a function of CloudFront’s sends with %s what other hosts do',
  (uri) => {
    const event = { request: { uri }, response: { headers: {} as Record<string, { value: string }> } };
    functionOf(headersFor('cloudfront', site, '_astro'))(event);
    const wanted = headersAt(headerRules(headersFor('_headers', site, '_astro')), uri);
    // Where two rules say the same, the first holds.
    expect(
      Object.entries(event.response.headers)
        .map(([name, { value }]) => [name, value])
        .sort(),
    ).toEqual(
      [...wanted]
        .map(([name, value]) => [name.toLowerCase(), value.replace(/^(script-src 'none'.*?), .*/, '$1')])
        .sort(),
    );
  },
);

test('the function for requests in docs/hosting.md finds the page of a folder', () => {
  const recipes = fencesIn(readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8'));
  const find = functionOf(recipes.find(({ lang }) => lang === 'js')!.code);
  expect(find({ request: { uri: '/story/' } })).toEqual({ uri: '/story/index.html' });
  expect(find({ request: { uri: '/story.md' } })).toEqual({ uri: '/story.md' });
  expect(find({ request: { uri: '/es/story' } })).toMatchObject({
    statusCode: 301,
    headers: { location: { value: '/es/story/' } },
  });
});
