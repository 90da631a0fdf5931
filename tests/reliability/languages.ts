/**
 * Looks at a story and a front page in every language of the interface, in a browser: axe in both schemes, on a phone
 * and a desktop, and whether anything goes over the edge.
 *
 *     npm run languages -- ../shared/corpora [--lang th,ur] [--pictures folder]
 *
 * Stories are by others where there are some in the language; a language without has the story in English.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../../src/strings/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { auditAxe, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { makeSite } from '../support/site.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string' }, pictures: { type: 'string' } },
});
const folder = join(resolve(positionals[0] ?? '../shared/corpora'), 'ntrex/explainers');
if (!existsSync(folder)) throw new Error(`Missing stories: expected them in ${folder}.`);
const asked = values.lang?.split(',') ?? [...languages.keys(), 'th'].sort();

const site = makeSite({
  'content/authors/explainer-desk.yaml': 'name: The Desk\n',
  'content/topics/united-states.yaml': 'name: United States\n',
});
const original = readFileSync(join(folder, 's000/index.mdx'), 'utf8');
site.write('content/explainers/s000.mdx', original);
for (const lang of asked.filter((one) => one !== 'en')) {
  const own = readdirSync(folder).find((name) => name === `s000-${lang}` || name.startsWith(`s000-${lang}-`));
  const text = own
    ? readFileSync(join(folder, own, 'index.mdx'), 'utf8')
    : original.replace('\npublished', `\nlang: ${lang}\ntranslationOf: s000\npublished`);
  site.write(`content/explainers/s000-${lang}.mdx`, text);
}
const { code, output } = await site.build();
if (code) throw new Error(output);

const [server, browser] = await Promise.all([serve(join(site.root, 'dist')), launchBrowser()]);
if (values.pictures) mkdirSync(values.pictures, { recursive: true });
let faults = 0;
for (const lang of asked) {
  const pages = { front: lang === 'en' ? '' : `${lang}/`, story: lang === 'en' ? 's000/' : `s000-${lang}/` };
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280])
      for (const [kind, path] of Object.entries(pages)) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
        await page.goto(server.url + path);
        const said = [
          ...(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])),
          ...(await overflows(page)),
        ];
        found.push(...said.map((one) => `${kind}, ${colorScheme}, ${width}: ${one}`));
        if (values.pictures && colorScheme === 'light')
          await page.screenshot({ path: join(values.pictures, `${lang}-${kind}-${width}.png`) });
        await page.close();
      }
  faults += found.length;
  console.log(`${lang.padEnd(4)} ${found.length} faults`);
  for (const one of found.slice(0, 4)) console.log(`  ${one}`);
}
await browser.close();
await server.close();
site.dispose();
process.exitCode = faults ? 1 : 0;
