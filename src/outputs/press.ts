import { parentPort } from 'node:worker_threads';
import type { Story } from '../stories/story.ts';
import { print } from './copies.ts';
import type { OutputKind } from './table.ts';
import { writeOut } from './write-out.ts';

/** What is to be printed of a story, and into which files. */
export interface PrintJob {
  story: Story;
  files: { kind: OutputKind; path: string }[];
}

/** Prints files of a story, and writes them. @returns how many. */
export async function printJob({ story, files }: PrintJob): Promise<number> {
  await Promise.all(files.map(async ({ kind, path }) => writeOut(path, await print(story, kind))));
  return files.length;
}

/**
 * A thread that prints. A build gives it stories, some at a time; it answers each time with the
 * number of files that it wrote. It is part of the code that Astro builds, so that it prints by the
 * same modules that answer in dev.
 */
parentPort?.on('message', (jobs: PrintJob[]) => {
  void Promise.all(jobs.map(printJob)).then((written) =>
    parentPort?.postMessage(written.reduce((sum, count) => sum + count, 0)),
  );
});
