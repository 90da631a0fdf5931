import { launchBrowser } from '../support/browser.ts';
import { hostileNewsroom, strings } from '../support/hostile.ts';
import { makeSite } from '../support/site.ts';
import { visitAll } from '../support/visits.ts';

/**
 * `npm run xss`: every string with which people try to run something, in every place that takes words,
 * opened in a browser: with the pages’ policies, and without.
 */

const newsroom = hostileNewsroom(strings);
const site = makeSite(newsroom.files);
let faults = 0;
try {
  const { code, output } = await site.build({ NUTGRAF_NOW: '2026-02-01' });
  if (code) throw new Error(output);
  console.log(
    `${strings.length} strings, ${newsroom.placements} placements in content; ${newsroom.refused.length} ways of writing them were refused with a message.`,
  );
  const browser = await launchBrowser();
  for (const bypassCSP of [false, true]) {
    const { opened, ...found } = await visitAll(browser, `${site.root}/dist`, 'Findable', bypassCSP);
    const counts = Object.entries(found).map(([name, all]) => `${all.length} ${name}`);
    console.log(`${bypassCSP ? 'Without' : 'With'} policies: ${opened} files opened, ${counts.join(', ')}.`);
    for (const line of Object.values(found).flat().slice(0, 40)) console.log(`  ${line}`);
    faults += Object.values(found).flat().length;
  }
  await browser.close();
} finally {
  site.dispose();
}
process.exitCode = faults ? 1 : 0;
