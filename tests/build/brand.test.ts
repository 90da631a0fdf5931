import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
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
  integrations: [nutgraf({ name: 'The Example', guide: false, ${settings} })],
});
`;

const logo = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40"><rect width="160" height="40" fill="${colour}"/></svg>`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': configOf(`
      logo: './src/light.svg',
      logoDark: './src/dark.svg',
      icon: './src/mark.svg',
      hub: 'https://hub.example/',
      fediverse: '@desk@news.social',
      aiCrawlers: 'no-training',
      accent: '#7a1f00',
      fonts: { heading: { name: 'Signs', files: ['./src/signs.ttf'] } },
      accounts: ['https://social.example/@example'],
      navigation: [{ label: 'Cities', to: '/topics/cities' }, { label: 'Help', to: 'https://help.example/' }],
    `),
    'src/light.svg': logo('#000'),
    'src/dark.svg': logo('#fff'),
    'src/mark.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#7a1f00"/></svg>',
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
  const [, newsroom] = (JSON.parse(story().querySelector('script[type$=json]')!.textContent) as { '@graph': object[] })[
    '@graph'
  ];
  expect(newsroom).toMatchObject({
    logo: { url: `https://news.example${image.getAttribute('src')}` },
    sameAs: ['https://social.example/@example'],
  });
});

test('its accent is on the page in both schemes, with a lighter one for dark', () => {
  expect(site.read('dist/story/index.html')).toMatch(/--accent:light-dark\(#7a1f00,#[\da-f]{6}\)/);
});

test('the bars of a browser have the colour of the page’s top, in both schemes', () => {
  const metas = [...story().querySelectorAll('meta[name=theme-color]')];
  expect(metas.map((meta) => [meta.getAttribute('media'), meta.getAttribute('content')])).toEqual([
    ['(prefers-color-scheme:light)', '#fbfbf8'],
    ['(prefers-color-scheme:dark)', '#121615'],
  ]);
  expect(site.read('dist/story/index.html')).toContain('--paper:light-dark(#fbfbf8,#121615)');
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

test('its mark is the icon of every page, of phones, of the manifest and of feeds', async () => {
  const hrefOf = (rel: string) => story().querySelector(`link[rel="${rel}"]`)?.getAttribute('href');
  expect([hrefOf('icon'), hrefOf('apple-touch-icon')]).toEqual(['/news/icon-192.png', '/news/icon-180.png']);
  const colourAt = async (size: number, x: number) => {
    const { data, info } = await sharp(`${site.root}/dist/icon-${size}.png`)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([size, size]);
    const at = (Math.floor(size / 2) * size + x) * 4;
    return [...data.subarray(at, at + 4)];
  };
  for (const size of [180, 192, 512]) expect(await colourAt(size, size / 2)).toEqual([0x7a, 0x1f, 0, 255]);
  const corner = async (size: number) =>
    (await sharp(`${site.root}/dist/icon-${size}.png`).ensureAlpha().raw().toBuffer()).subarray(0, 4);
  // Apple’s phones would draw black where nothing is.
  expect([...(await corner(180))]).toEqual([255, 255, 255, 255]);
  expect((await corner(192))[3]).toBe(0);
  const front = parseHTML(site.read('dist/index.html')).document;
  const manifest = JSON.parse(site.read(fileAt(front.querySelector('link[rel=manifest]')?.getAttribute('href')))) as {
    icons: { src: string }[];
  };
  for (const { src } of manifest.icons) expect(site.read(fileAt(src))).toBeTruthy();
  expect(manifest).toMatchObject({ name: 'The Example', start_url: '/news/', scope: '/news/', theme_color: '#7a1f00' });
  const icon = 'https://news.example/news/icon-512.png';
  expect(site.read('dist/rss.xml')).toContain(`<image><url>${icon}</url>`);
  expect(site.read('dist/atom.xml')).toContain(`<icon>${icon}</icon><`);
  expect(JSON.parse(site.read('dist/feed.json'))).toMatchObject({ icon });
});

test('its feeds name the hub, its pages its account, and robots.txt the licence for machines', () => {
  for (const file of ['rss.xml', 'atom.xml', 'feed.json', 'corrections.xml', 'corrections.json'])
    expect(site.read(`dist/${file}`), file).toContain('https://hub.example/');
  expect(story().querySelector('meta[name="fediverse:creator"]')?.getAttribute('content')).toBe('@desk@news.social');
  expect(site.read('dist/robots.txt')).toContain('License: https://news.example/news/rsl.xml\n');
  expect(site.read('dist/rsl.xml')).toContain('<prohibits type="usage">ai-train</prohibits>');
  const front = parseHTML(site.read('dist/index.html')).document;
  const search = fileAt(front.querySelector('link[rel=search]')?.getAttribute('href'));
  expect(site.read(search)).toContain('template="https://news.example/news/search/?q={searchTerms}"');
});
