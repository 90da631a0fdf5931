import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Site } from './sites.ts';

/** What one run of a command took. */
export interface Cost {
  /** From the start of the process to its end, in seconds. */
  wall: number;
  /** Time on a processor, in seconds: what other programs on the machine disturb least. Unknown of what is not Node. */
  processor?: number;
  /** The most memory that the process held at once, in MB. */
  memory?: number;
  /** How many files the site has. */
  files?: number;
}

/** The stream on which a process of Node tells its usage. */
export const USAGE = 3;

const usage = new URL('usage.ts', import.meta.url).href;

/**
 * Runs a command in a process of its own, as a newsroom would.
 *
 * @param command a script for Node, or a program, and what it is given.
 * @throws with what it printed, when it fails.
 */
export async function run(command: readonly string[], folder: string): Promise<Cost & { output: string }> {
  const [program = '', ...args] = command;
  const isScript = /\.[cm]?[jt]s$/.test(program);
  const start = performance.now();
  const child = spawn(isScript ? process.execPath : program, isScript ? ['--import', usage, program, ...args] : args, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [output, errors, used] = await Promise.all(
    [child.stdout, child.stderr, child.stdio[USAGE] as Readable].map((stream) => text(stream!)),
  );
  const wall = (performance.now() - start) / 1000;
  if (child.exitCode) throw new Error(`${command.join(' ')} failed.\n${output}${errors}`);
  if (!used) return { wall, output: output! };
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(used) as NodeJS.ResourceUsage;
  return { wall, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024, output: output! };
}

/** Builds a site. @throws when the build fails, or a story has no page. */
export async function build(site: Site, stories: number): Promise<Cost> {
  const { output, ...cost } = await run(site.command, site.root);
  if (site.pages() !== stories)
    throw new Error(`${site.name}: ${site.pages()} of ${stories} stories have a page.\n${output}`);
  return { ...cost, files: site.files() };
}
