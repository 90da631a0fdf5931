import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A newsroom that has set everything, under a base and with a content security policy. */

let site: Site;

const configOf = (settings: string) => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  base: '/news',
  security: { csp: true },
  integrations: [nutgraf({ name: 'The Example', ${settings} })],
});
`;

const logo = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40"><rect width="160" height="40" fill="${colour}"/></svg>`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': configOf(`
      logo: './src/light.svg',
      logoDark: './src/dark.svg',
      accent: '#7a1f00',
      fonts: { heading: { name: 'Signs', files: ['./src/signs.ttf'] } },
      accounts: ['https://social.example/@example'],
      navigation: [{ label: 'Cities', to: '/topics/cities' }, { label: 'Help', to: 'https://help.example/' }],
    `),
    'src/light.svg': logo('#000'),
    'src/dark.svg': logo('#fff'),
    'content/explainers/story.mdx': `${frontmatter()}\nWords.\n`,
  });
  mkdirSync(`${site.root}/src`, { recursive: true });
  copyFileSync(globSync('node_modules/playwright-core/lib/**/*.ttf')[0]!, `${site.root}/src/signs.ttf`);
  expect(await site.build()).toMatchObject({ code: 0 });
});

afterAll(() => site?.dispose());

const story = () => parseHTML(site.read('dist/story/index.html')).document;

/** The path in `dist/` of an address on the site. */
const fileAt = (address: string | null | undefined) => (address ?? '').replace(/^\/news\//, 'dist/');

test('its logo stands at the head with its size, the other one on dark, and in what search engines read', () => {
  const image = story().querySelector('.mast img')!;
  expect([image.getAttribute('alt'), image.getAttribute('width'), image.getAttribute('height')]).toEqual([
    'The Example',
    '160',
    '40',
  ]);
  const source = story().querySelector('.mast source')!;
  expect(source.getAttribute('media')).toBe('(prefers-color-scheme:dark)');
  expect(site.read(fileAt(image.getAttribute('src')))).toContain('#000');
  expect(site.read(fileAt(source.getAttribute('srcset')))).toContain('#fff');
  const [article] = (
    JSON.parse(story().querySelector('script[type$=json]')!.textContent) as { '@graph': { publisher: object }[] }
  )['@graph'];
  expect(article!.publisher).toMatchObject({
    logo: { url: `https://news.example${image.getAttribute('src')}`, width: 160, height: 40 },
    sameAs: ['https://social.example/@example'],
  });
});

test('its accent is on the page in both schemes, with a lighter one for dark', () => {
  expect(site.read('dist/story/index.html')).toMatch(/--accent:light-dark\(#7a1f00,#[\da-f]{6}\)/);
});

test('its font is a file of the site, asked for at once', () => {
  const preload = story().querySelector('link[rel=preload][as=font]')!;
  expect(site.has(fileAt(preload.getAttribute('href')))).toBe(true);
  expect(site.read('dist/story/index.html')).toContain('--head:var(--font-heading)');
});

test('its links are at the head, its accounts at the foot', () => {
  expect(
    [...story().querySelectorAll('.mast nav a')].map((link) => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['Cities', '/news/topics/cities/'],
    ['Help', 'https://help.example/'],
  ]);
  expect(story().querySelector('.foot a[rel=me]')!.textContent).toBe('social.example');
});

test('every style is part of the policy', () => {
  const policy = story().querySelector('meta[http-equiv]')!.getAttribute('content')!;
  for (const style of story().querySelectorAll('style')) {
    expect(policy).toContain(createHash('sha256').update(style.textContent).digest('base64'));
  }
});

test('each mistake names the setting, and what was expected', async () => {
  site.write('astro.config.mjs', configOf("logo: './src/nowhere.svg', accounts: []"));
  expect((await site.build()).output).toContain(
    'Unknown file “./src/nowhere.svg” for “logo”: expected a file of the site, such as ./src/brand/logo.svg.',
  );
  site.write(
    'astro.config.mjs',
    configOf("accent: 'green', fonts: { headings: {} }, navigation: [{ label: 'Topics', to: 'topics' }]"),
  );
  const { output } = await site.build();
  expect(output).toContain('Unexpected “green” for “accent”: expected a colour such as #0a5343.');
  expect(output).toContain('Unexpected setting “fonts.headings”: expected text or heading. Did you mean “heading”?');
  expect(output).toContain(
    'Unexpected “topics” for “navigation.to”: expected an address such as /topics/ or https://example.org/.',
  );
});
