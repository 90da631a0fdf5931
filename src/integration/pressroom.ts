import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PrintJob } from '../outputs/press.ts';

/** So many stories go to a thread at a time: enough that none waits, few enough that none has the rest alone. */
const BATCH = 20;

/** Most threads: with more, they would wait for the disk, and each holds some 100 MB. */
const MOST = 8;

/** Of its heap, in MB: without them, a thread holds on to what it no longer needs. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/**
 * Threads that print the copies of stories, while Astro draws pages in its own.
 */
export class Pressroom {
  readonly #threads: Worker[];
  #jobs: Iterator<PrintJob> | undefined;

  /**
   * @param press the file that a thread runs: `outputs/press.ts`, as it was built.
   * @param stories how many there are to print: no thread is started for nothing.
   */
  constructor(press: URL, stories: number) {
    const threads = Math.min(MOST, Math.max(1, availableParallelism() - 1), Math.ceil(stories / BATCH));
    this.#threads = Array.from({ length: threads }, () => new Worker(press, { resourceLimits: LIMITS }));
  }

  /**
   * Prints stories.
   *
   * @param jobs asked for when a thread is free, so that an archive is not in memory at once.
   * @param made told of each few files that were written.
   * @throws what a printer throws.
   */
  async print(jobs: Iterable<PrintJob>, made: (files: number) => void): Promise<void> {
    this.#jobs = jobs[Symbol.iterator]();
    await Promise.all(this.#threads.map((thread) => this.#printOn(thread, made)));
  }

  /** Takes on, one by one, what no thread has begun: for whoever has nothing else to do. */
  async help(printJob: (job: PrintJob) => Promise<number>, made: (files: number) => void): Promise<void> {
    for (let [job] = this.#next(1); job; [job] = this.#next(1)) made(await printJob(job));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  /** Gives a thread work until there is none; it has the next batch before it is done with one. */
  #printOn(thread: Worker, made: (files: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      let open = 0;
      const give = () => {
        const batch = this.#next();
        if (batch.length) {
          open += 1;
          thread.postMessage(batch);
        } else if (!open) resolve();
      };
      thread.on('message', (count: number) => {
        made(count);
        open -= 1;
        give();
      });
      thread.on('error', reject);
      give();
      give();
    });
  }

  #next(most = BATCH): PrintJob[] {
    const batch: PrintJob[] = [];
    while (batch.length < most) {
      const next = this.#jobs?.next();
      if (!next || next.done) break;
      batch.push(next.value);
    }
    return batch;
  }
}
