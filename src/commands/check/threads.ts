import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EntryFile } from '../../newsroom/files.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { readWithDesk } from './read.ts';
import type { Desk, Kept } from './read.ts';
import type { Work } from './thread.ts';

const thread = new URL(`thread.${import.meta.url.slice(-2)}`, import.meta.url);

/** A thread takes about as long to begin as to read so many texts. */
const WORTH_A_THREAD = 150;

/**
 * Reads texts and asks the desk of them, in as many threads as there are processors and work for.
 *
 * @returns what was found, in the order of the files.
 */
export async function readInThreads(
  files: readonly EntryFile[],
  newsroom: Newsroom,
  { rules, ...desk }: Desk,
): Promise<Kept[]> {
  const count = Math.min(availableParallelism() - 1, Math.floor(files.length / WORTH_A_THREAD));
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const work: Work = { options: newsroom.options, root: newsroom.root, desk, files, taken };
  const others = Array.from({ length: Math.max(0, count) }, () => answerOf(new Worker(thread, { workerData: work })));
  const all: Kept[] = [];
  // A thread that fails must not be told of before this one is done.
  const theirs = Promise.allSettled(others);
  for (let index = Atomics.add(taken, 0, 1); index < files.length; index = Atomics.add(taken, 0, 1))
    all[index] = readWithDesk(files[index]!, newsroom, { ...desk, rules });
  for (const answer of await theirs) {
    if (answer.status === 'rejected') throw answer.reason;
    for (const [index, kept] of answer.value) all[index] = kept;
  }
  return all;
}

/** What a thread answers. */
function answerOf(worker: Worker): Promise<[index: number, kept: Kept][]> {
  const { promise, resolve, reject } = Promise.withResolvers<[number, Kept][]>();
  worker.once('message', resolve).once('error', reject);
  return promise;
}
