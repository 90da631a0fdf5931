import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { rulesWith } from '../../desk/desk.ts';
import type { DeskContext } from '../../desk/prose.ts';
import { componentsOf } from '../../newsroom/components.ts';
import type { EntryFile } from '../../newsroom/files.ts';
import { Newsroom } from '../../newsroom/newsroom.ts';
import type { Options } from '../../options.ts';
import { ownRulesOf, readWithDesk } from './read.ts';
import type { Kept } from './read.ts';

/** What a thread is given. */
export interface Work {
  options: Options;
  root: string;
  desk: DeskContext;
  files: readonly EntryFile[];
  /** How many of the files somebody has taken, whoever it is. */
  taken: Int32Array;
}

/** A thread that reads texts and asks the desk of them, one after the other, until all are taken. */
const { options, root, desk, files, taken } = workerData as Work;
const { contracts } = await componentsOf(options, pathToFileURL(`${root}/`));
const newsroom = new Newsroom({ root, options, contracts });
const { rules } = await ownRulesOf(newsroom);

const done: [index: number, kept: Kept][] = [];
for (let index = Atomics.add(taken, 0, 1); index < files.length; index = Atomics.add(taken, 0, 1))
  done.push([index, readWithDesk(files[index]!, newsroom, { ...desk, rules: rulesWith(rules) })]);
parentPort?.postMessage(done);
