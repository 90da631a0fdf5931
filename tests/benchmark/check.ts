import { fileURLToPath } from 'node:url';
import { run } from './build.ts';
import type { Cost } from './build.ts';
import type { Site } from './sites.ts';

const command = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));

/** What `nutgraf check` takes over a whole newsroom. @throws when it has something against the stories. */
export async function check({ root }: Site): Promise<Cost> {
  const { output, ...cost } = await run([command, 'check', '--format', 'json'], root);
  const { errors, warnings } = JSON.parse(output) as { errors: number; warnings: number };
  if (errors || !warnings)
    throw new Error(`Unexpected ${errors} errors and ${warnings} warnings: expected warnings only.`);
  return cost;
}
