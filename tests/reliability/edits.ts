/**
 * `npm run edits`: edits a small site at random, and after each edit holds what an incremental build
 * published against a build without any cache, byte for byte; and counts what was reused.
 *
 *     npm run edits -- --edits 200 --seed 1
 *
 * The same seed makes the same edits. A failure tells the seed and the edit at which it came.
 */
import { parseArgs } from 'node:util';
import { editSite } from './site-edits.ts';

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});

const report = await editSite(Number(values.edits), Number(values.seed), (line) => console.log(line));
console.log(
  `${report.edits} edits with seed ${values.seed}: ${report.stopped} stopped both builds, ${report.different.length} differ. ` +
    `Of ${report.files} files that were there before, ${report.reused} were neither drawn nor printed again.`,
);
if (report.different.length) process.exitCode = 1;
