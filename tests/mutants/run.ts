/**
 * `npm run mutants`: changes the code in each folder and sees whether a test notices; `npm run mutants -- schema` in
 * one. What was tried before and has not changed is not tried again: its results are in `reports/mutants/`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { folders } from './folders.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const known = Object.keys(folders);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`Unexpected folder “${unknown}”: expected one of ${known.join(', ')}.`);
  process.exit(2);
}

for (const folder of asked.length ? asked : known) {
  const { status } = spawnSync('stryker', ['run', 'tests/mutants/stryker.config.js'], {
    cwd: root,
    env: { ...process.env, FOLDER: folder },
    stdio: 'inherit',
  });
  if (status) process.exitCode = status;
}
