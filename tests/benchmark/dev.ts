import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { startDev } from '../support/dev.ts';
import type { Cost } from './build.ts';
import type { Site } from './sites.ts';
import { idOf } from './stories.ts';

/** How long a writer waits in `npm run dev`. */
interface Waits {
  /** Until the server says that it is ready. */
  ready: Cost;
  /** From there to the first page. */
  page: Cost;
  /** From saving a story to a page that has it. */
  save: Cost;
}

/** Starts the dev server of a site, asks for a page, and saves a story. */
export async function dev(site: Site): Promise<Waits> {
  const started = performance.now();
  const server = await startDev(site);
  try {
    const ready = { wall: since(started), ...memoryOf(server.pid) };
    const asked = performance.now();
    await until(() => server.page(`/${idOf(1)}/`), '<h1');
    const page = { wall: since(asked), ...memoryOf(server.pid) };
    // Astro writes its store, and forgets for a moment what it had.
    await setTimeout(3_000);
    site.change(2);
    const saved = performance.now();
    await until(() => server.page(`/${idOf(2)}/`), /Changed [\d.]+/.exec(site.read(2))![0]);
    return { ready, page, save: { wall: since(saved), ...memoryOf(server.pid) } };
  } finally {
    await server.stop();
  }
}

/** Asks for a page until it has these words. */
async function until(page: () => Promise<string>, words: string): Promise<void> {
  while (!(await page()).includes(words)) await setTimeout(20);
}

const since = (start: number) => (performance.now() - start) / 1000;

/** The most that a process has held so far, where the system tells: Linux does. */
function memoryOf(pid: number): Pick<Cost, 'memory'> {
  if (process.platform !== 'linux') return {};
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { memory: Number(kilobytes) / 1024 };
}
