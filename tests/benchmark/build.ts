import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import type { Site } from './sites.ts';

/** What one build took. */
export interface Cost {
  /** From the start of the process to its end, in seconds. */
  wall: number;
  /** Time on a processor, in seconds: what other programs on the machine disturb least. */
  processor: number;
  /** The most memory that the process held at once, in MB. */
  memory: number;
}

/** The stream on which a build tells its usage. */
export const USAGE = 3;

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
const usage = new URL('usage.ts', import.meta.url).href;

/**
 * Runs `astro build` in a process of its own, as a newsroom would.
 *
 * @throws when the build fails, or a story has no page.
 */
export async function build({ name, root, pages }: Site, stories: number): Promise<Cost> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', usage, astro, 'build', '--root', root], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [output, errors, used] = await Promise.all(
    [child.stdout, child.stderr, child.stdio[USAGE] as Readable].map((stream) => text(stream!)),
  );
  const wall = (performance.now() - start) / 1000;
  if (!used) throw new Error(`${name}: the build told nothing.\n${output}${errors}`);
  if (child.exitCode || pages() !== stories) throw new Error(`${name}: the build failed.\n${output}${errors}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(used) as NodeJS.ResourceUsage;
  return { wall, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}
