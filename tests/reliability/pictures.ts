import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { looks } from '../../src/schema/looks.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildDemonstration } from '../support/demonstration.ts';
import { serve } from '../support/serve.ts';

/**
 * `npm run pictures -- <folder>`: the demonstration in its three looks, each kind of page in five widths, both schemes,
 * forced colours and as a PDF, to be looked at; tells of pages that scroll sideways. `--docs` makes those of
 * `docs/looks.md` anew.
 */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { docs: { type: 'boolean' } } });
const [folder] = positionals;
const repository = fileURLToPath(new URL('../../', import.meta.url));
const sites = join(repository, 'tests/.sites');

const pages = {
  front: '',
  story: 'trump-petro-white-house-meeting/',
  charts: 'ranked-choice-voting/',
  map: 'earthquake-magnitude/',
  arabic: 'al-thaniya-al-kabisa/',
  topic: 'topics/colombia/',
  person: 'people/gustavo-petro/',
  outlet: 'outlets/reuters/',
  corrections: 'corrections/',
  search: 'search/',
  archive: 'archive/',
  notFound: '404.html',
  lite: 'lite/trump-petro-white-house-meeting/',
};

/** Builds the demonstration in a look. */
async function buildIn(look: string): ReturnType<typeof buildDemonstration> {
  mkdirSync(sites, { recursive: true });
  const config = join(sites, `${look}.config.mjs`);
  const settings = readFileSync(join(repository, 'astro.config.mjs'), 'utf8');
  writeFileSync(config, settings.replace('nutgraf({', `nutgraf({\n      look: '${look}',`));
  try {
    return await buildDemonstration('--config', `./tests/.sites/${look}.config.mjs`);
  } finally {
    rmSync(config);
  }
}

/** Takes a picture of what a reader sees first. @returns by how many pixels the page scrolls sideways. */
async function picture(browser: Browser, url: string, options: BrowserContextOptions, to: string): Promise<number> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url);
  await page.screenshot({ path: to });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await context.close();
  return over;
}

let faults = 0;
const browser = await launchBrowser();
for (const look of looks) {
  const built = await buildIn(look);
  const server = await serve(built.dist);
  if (values.docs) await sheetOf(look, server.url);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const [name, path] of Object.entries(pages)) {
      const shots: [string, BrowserContextOptions][] = [
        ...[320, 360, 768, 1280, 1600].flatMap((width) =>
          (['light', 'dark'] as const).map((colorScheme): [string, BrowserContextOptions] => [
            `${width}-${colorScheme}`,
            { viewport: { width, height: 900 }, colorScheme },
          ]),
        ),
        ['forced', { viewport: { width: 768, height: 900 }, forcedColors: 'active' }],
      ];
      for (const [kind, options] of shots) {
        const over = await picture(browser, server.url + path, options, join(folder, `${look}-${name}-${kind}.png`));
        if (over <= 0) continue;
        faults += 1;
        console.log(`${look}, /${path}, ${kind}: ${over} px too wide`);
      }
      const page = await browser.newPage();
      await page.goto(server.url + path);
      await page.pdf({ path: join(folder, `${look}-${name}.pdf`), format: 'A4' });
      await page.close();
    }
  }
  await server.close();
  built.dispose();
}
await browser.close();
process.exitCode = faults ? 1 : 0;

/** Puts a front page, and a story on two phones, beside each other. */
async function sheetOf(look: string, url: string): Promise<void> {
  const shots = [
    { path: pages.front, width: 1280, height: 1180, colorScheme: 'light', left: 24, shown: 712 },
    { path: pages.front, width: 360, height: 740, colorScheme: 'dark', left: 760, shown: 320 },
    { path: pages.story, width: 360, height: 740, colorScheme: 'light', left: 1104, shown: 320 },
  ] as const;
  const layers = [];
  for (const { path, width, height, colorScheme, left, shown } of shots) {
    const file = join(sites, 'shot.png');
    await picture(browser, url + path, { viewport: { width, height }, deviceScaleFactor: 2, colorScheme }, file);
    layers.push({ input: await sharp(file).resize({ width: shown }).toBuffer(), left, top: 24 });
    rmSync(file);
  }
  await sharp({ create: { width: 1448, height: 706, channels: 3, background: '#c9cec9' } })
    .composite(layers)
    .webp({ quality: 82 })
    .toFile(join(repository, `docs/images/look-${look}.webp`));
}
