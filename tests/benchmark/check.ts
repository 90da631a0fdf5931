/**
 * `node tests/benchmark/check.ts --stories 1000 --runs 3`: what `nutgraf check` takes over a whole
 * newsroom, first without its cache and then with it.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeSites } from './sites.ts';

const { values } = parseArgs({ options: { stories: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } } });
const command = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));

const sites = makeSites(Number(values.stories));
try {
  for (let run = 1; run <= Number(values.runs); run += 1) {
    sites.nutgraf.clean();
    const [cold, warm] = [measure(), measure()];
    console.log(`run ${run}: cold ${cold.toFixed(1)} s, warm ${warm.toFixed(1)} s`);
  }
} finally {
  sites.nutgraf.dispose();
  sites.plain.dispose();
}

/** Seconds from start to end; the stories have to have been looked at. */
function measure(): number {
  const start = performance.now();
  const output = execFileSync(process.execPath, [command, 'check', '--format', 'json'], { cwd: sites.nutgraf.root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { errors, warnings } = JSON.parse(output) as { errors: number; warnings: number };
  if (errors || !warnings) throw new Error(`Unexpected ${errors} errors and ${warnings} warnings: expected warnings only.`);
  return (performance.now() - start) / 1000;
}
