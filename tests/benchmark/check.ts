/**
 * `node tests/benchmark/check.ts --stories 1000 --runs 3`: what `nutgraf check` takes over a whole
 * newsroom, first without its cache and then with it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { USAGE } from './build.ts';
import { makeSites } from './sites.ts';

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } },
});
const usage = new URL('usage.ts', import.meta.url).href;
const command = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));

const sites = makeSites(Number(values.stories));
try {
  for (let run = 1; run <= Number(values.runs); run += 1) {
    sites.nutgraf.clean();
    const [cold, warm] = [measure(), measure()];
    console.log(`run ${run}: cold ${cold}, warm ${warm}`);
  }
} finally {
  sites.nutgraf.dispose();
  sites.plain.dispose();
}

/** What one run takes, in seconds; the stories have to have been looked at. */
function measure(): string {
  const start = performance.now();
  const { stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--import', usage, command, 'check', '--format', 'json'],
    {
      cwd: sites.nutgraf.root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const wall = (performance.now() - start) / 1000;
  if (!stdout) throw new Error(stderr);
  const { errors, warnings } = JSON.parse(stdout) as { errors: number; warnings: number };
  if (errors || !warnings)
    throw new Error(`Unexpected ${errors} errors and ${warnings} warnings: expected warnings only.`);
  const { userCPUTime, systemCPUTime } = JSON.parse(output[USAGE]!) as NodeJS.ResourceUsage;
  return `${wall.toFixed(1)} s (${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of processor)`;
}
