/**
 * `node tests/benchmark/dev.ts --stories 5000`: how long a writer waits in `npm run dev`: from “ready” to the first
 * page, and from saving a story to the page that has it; and how much memory the server holds.
 */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startDev } from '../support/dev.ts';
import { makeSites } from './sites.ts';
import { idOf } from './stories.ts';

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '1000' }, saves: { type: 'string', default: '3' } },
});
const stories = Number(values.stories);

const sites = makeSites(stories);
const site = sites.nutgraf;
let stop: (() => Promise<void>) | undefined;
try {
  const started = performance.now();
  const server = await startDev(site);
  stop = server.stop;
  console.log(`${stories} stories: ready after ${since(started)}, ${memoryOf(server.pid)}`);
  const asked = performance.now();
  await until(() => server.page(`/${idOf(1)}/`), '<h1');
  console.log(`first page: ${since(asked)} after ready, ${memoryOf(server.pid)}`);
  for (let save = 1; save <= Number(values.saves); save += 1) {
    await setTimeout(3_000);
    site.change(save);
    const saved = performance.now();
    await until(() => server.page(`/${idOf(save)}/`), /Changed [\d.]+/.exec(site.read(save))![0]);
    console.log(`save ${save}: on the page after ${since(saved)}`);
  }
  const asked2 = performance.now();
  await until(() => server.page('/'), '<h1');
  console.log(`front page: ${since(asked2)}, ${memoryOf(server.pid)}`);
} finally {
  await stop?.();
  for (const one of Object.values(sites)) one.dispose();
}

/** Asks for a page until it has these words. */
async function until(page: () => Promise<string>, words: string): Promise<void> {
  while (!(await page()).includes(words)) await setTimeout(20);
}

function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(2)} s`;
}

/** The most that a process ever held, where the system tells. */
function memoryOf(pid: number): string {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return `${Math.round(Number(kilobytes) / 1024)} MB at most`;
}
