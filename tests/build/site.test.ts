import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { optionsSchema } from '../../src/options.ts';
import { anyOf } from '../../src/document/message.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const open: Site[] = [];

afterEach(() => {
  for (const site of open.splice(0)) site.dispose();
});

function siteOf(files: Record<string, string>, config?: string): Site {
  const site = makeSite({ ...files, ...(config && { 'astro.config.mjs': config }) });
  open.push(site);
  return site;
}

const configOf = (settings: string, astro = '') => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  ${astro}
  integrations: [nutgraf({ name: 'The Example', guide: false, ${settings} })],
});
`;

const documentOf = (site: Site, path: string) => parseHTML(site.read(`dist/${path}`)).document;

describe('a story’s page', () => {
  const licence = "licence: { name: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' }";
  const first =
    'firstPublished:\n  outlet: reuters\n  headline: The first headline\n  url: https://reuters.example/first\n';
  const moment = frontmatter('updated: 2026-01-09T03:30:00Z\n');
  let site: Site;

  beforeAll(async () => {
    site = makeSite({
      'astro.config.mjs': configOf(`timeZone: 'America/Los_Angeles', ${licence}`, 'security: { csp: true },'),
      'content/explainers/story.mdx': `${frontmatter()}\nWords.\n`,
      'content/explainers/first.mdx': `${frontmatter(first)}\nWords.\n`,
      'content/explainers/moment.mdx': `${moment}\nWords.\n`,
      'content/outlets/reuters.yaml': 'name: Reuters\nkind: agency\nurl: https://reuters.example/\n',
    });
    expect(await site.build()).toMatchObject({ code: 0 });
  });

  afterAll(() => site.dispose());

  test('says that it appeared first here, under the newsroom’s licence', () => {
    const document = documentOf(site, 'story/index.html');
    const credit = document.querySelector('.credit')!;
    expect(credit.textContent).toBe('The post A headline appeared first on The Example.');
    expect([...credit.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://news.example/story/',
      'https://news.example/',
    ]);
    expect(document.querySelector('a[rel=license]')!.outerHTML).toBe(
      '<a href="https://creativecommons.org/licenses/by-nd/4.0/" rel="license">CC BY-ND 4.0</a>',
    );
    expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe('https://news.example/story/');
  });

  test('first published elsewhere, credits the first publisher, and search engines are sent there', () => {
    const document = documentOf(site, 'first/index.html');
    const credit = document.querySelector('.credit')!;
    expect(credit.textContent).toBe(
      'The post The first headline appeared first on Reuters and is republished by The Example.',
    );
    expect([...credit.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://reuters.example/first',
      'https://reuters.example/',
      'https://news.example/first/',
    ]);
    expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe('https://reuters.example/first');
    expect(document.querySelector('.byline')!.textContent).toContain(
      'First published by Reuters · Republished January 8, 2026',
    );
  });

  test('has styles that are part of a content security policy of Astro’s', () => {
    const document = documentOf(site, 'story/index.html');
    const hash = createHash('sha256').update(document.querySelector('style')!.textContent).digest('base64');
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain(`sha256-${hash}`);
  });

  test('has a plain date as the writer has it in any zone, and a moment as the newsroom’s clock has it', async () => {
    const has = (updated: RegExp) => {
      const byline = documentOf(site, 'moment/index.html').querySelector('.byline')!;
      expect(byline.textContent).toMatch(updated);
      expect(byline.querySelector('time')!.getAttribute('datetime')).toBe('2026-01-09T03:30:00Z');
      const plain = documentOf(site, 'story/index.html').querySelector('.byline')!;
      expect(plain.textContent).toContain('Published January 8, 2026');
      expect(plain.querySelector('time')!.getAttribute('datetime')).toBe('2026-01-08');
    };
    has(/Updated January 8, 2026 at 7:30\sPM PST/);
    site.write('astro.config.mjs', configOf("timeZone: 'Asia/Tokyo'"));
    expect(await site.build()).toMatchObject({ code: 0 });
    has(/Updated January 9, 2026 at 12:30\sPM GMT\+9/);
  });
});

describe('settings', () => {
  test('each mistake names the setting, what was expected, and the nearest right one', async () => {
    const site = siteOf({}, configOf("timezone: 'UTC', lang: 'English', programs: 'no', licence: { url: 'nowhere' }"));
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain(
      `Unexpected setting “timezone”: expected ${anyOf(Object.keys(optionsSchema.shape))}. Did you mean “timeZone”?`,
    );
    expect(output).toContain('Unexpected “English” for “lang”: expected a language tag such as en or es-CO.');
    expect(output).toContain('Unexpected “no” for “programs”: expected true or false.');
    expect(output).toContain('Missing setting “licence.name”: expected the name of the licence.');
    expect(output).toContain(
      'Unexpected “nowhere” for “licence.url”: expected a web address such as https://example.org/page.',
    );
    expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  test('a site without the integration is told what is missing', async () => {
    const site = siteOf({}, "import { defineConfig } from 'astro/config';\n\nexport default defineConfig({});\n");
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('add nutgraf({ … }) to `integrations` in astro.config.mjs');
  });
});

/** A 40 × 30 picture. */
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

describe('a host of the theme', () => {
  test('has its own component, which joins the set, and one that replaces ours', async () => {
    const contract = (name: string) => `import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';

export default defineContract({
  name: '${name}',
  purpose: 'A test.',
  place: 'section',
  holds: 'flow',
  props: z.object({ mood: z.enum(['calm', 'loud']) }),
  example: '<${name} mood="calm" />',
});
`;
    const site = siteOf({
      'src/nutgraf/Mood/contract.ts': contract('Mood'),
      'src/nutgraf/Mood/Mood.astro': '<div class="mood">{Astro.props.mood}: <slot /></div>\n',
      'src/nutgraf/Mood/style.css': '.mood { color: rebeccapurple }\n',
      'src/nutgraf/Mood/plain.ts': 'export default (_props: object, children: object[]) => children;\n',
      'src/nutgraf/WhyItMatters/contract.ts': contract('WhyItMatters'),
      'src/nutgraf/WhyItMatters/WhyItMatters.astro': '<p class="ours">{Astro.props.mood}</p>\n',
      'src/nutgraf/WhyItMatters/plain.ts': 'export default (_props: object, children: object[]) => children;\n',
      'content/explainers/story.mdx': `${frontmatter()}\n<Mood mood="loud">\nWords.\n</Mood>\n\n<WhyItMatters mood="calm" />\n`,
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const document = documentOf(site, 'story/index.html');
    expect(document.querySelector('div.mood')!.textContent).toBe('loud: Words.');
    expect(document.querySelector('p.ours')!.textContent).toBe('calm');
    expect(document.querySelector('style')!.textContent).toMatch(/\.mood\{color:(rebeccapurple|#639)\}/);

    site.write('content/explainers/story.mdx', `${frontmatter()}\n<Mood mood="lowd" />\n`);
    expect((await site.build()).output).toContain(
      'content/explainers/story.mdx:9:7  error  Unexpected “lowd” for “mood” on <Mood>: expected calm or loud.\n  Did you mean “loud”?  [prop-valid]',
    );
  });

  test('keeps its own mdx(), its pages and its Markdown engine, beside documents and programs with pictures', async () => {
    const picture = '![A black field](./black.svg)';
    const site = siteOf(
      {
        'src/pages/about.md': '# About\n\nSome *words*.\n',
        'src/pages/own.mdx': '# {1 + 2} own\n',
        'src/pages/404.astro': '<p>The site’s own 404.</p>\n',
        'content/explainers/story.mdx': `${frontmatter()}\nWords and {2 * 3}.\n\n<WhyItMatters>Yes.</WhyItMatters>\n`,
        'content/explainers/document/index.mdx': `${frontmatter()}\n${picture}\n`,
        'content/explainers/document/black.svg': svg,
        'content/explainers/program/index.mdx': `${frontmatter()}\nexport const one = 1;\n\n${picture} {one}\n`,
        'content/explainers/program/black.svg': svg,
      },
      `import mdx from '@astrojs/mdx';\n${configOf('programs: true').replace('integrations: [', 'integrations: [mdx(), ')}`,
    );
    expect(await site.build()).toMatchObject({ code: 0 });
    expect(site.read('dist/about/index.html')).toContain('<em>words</em>');
    expect(site.read('dist/own/index.html')).toContain('3 own');
    expect(site.read('dist/404.html')).toContain('The site’s own 404.');
    const document = documentOf(site, 'story/index.html');
    expect(document.querySelector('article')!.textContent).toContain('Words and 6.');
    expect(document.querySelector('section.why')!.textContent).toContain('Yes.');
    for (const story of ['document', 'program']) {
      const image = documentOf(site, `${story}/index.html`).querySelector('article img')!;
      expect([image.getAttribute('alt'), image.getAttribute('width'), image.getAttribute('height')]).toEqual([
        'A black field',
        '40',
        '30',
      ]);
      expect(site.has(`dist${image.getAttribute('src')}`)).toBe(true);
    }
  });
});
