import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import { outFile } from '../astro/out-file.ts';
import { tellOfPages } from '../astro/page-names.ts';
import type { Options } from '../options.ts';
import type { PrintJob } from '../outputs/press.ts';
import { outputs } from '../outputs/table.ts';
import type { Story } from '../stories/story.ts';
import { inOrder, printedAmong } from './order.ts';
import type { Path } from './order.ts';
import { Pressroom } from './pressroom.ts';
import type { Progress } from './progress.ts';

/** The modules that the integration has built along with pages: see `astro/bundle-entries.ts`. */
export const entries = { desk: 'outputs/desk', press: 'outputs/press' } as const;

interface Desk {
  allStories(): Promise<Story[]>;
}

interface Surroundings {
  /** The folder of the code that Astro built, known when pages are asked for. */
  bundle: () => URL;
  /** Is shown all paths before anything is made of them. */
  look: (paths: readonly Path[]) => void;
  progress: Progress;
}

/** Astro’s own prerenderer, which draws pages, beside threads that print copies. */
export function prerenderer(options: Options, config: AstroConfig, { bundle, look, progress }: Surroundings) {
  return (standard: AstroPrerenderer): AstroPrerenderer => {
    let pressroom: Pressroom | undefined;
    let printed: Promise<number> | undefined;

    const fileOf = (path: Path) => new URL(outFile(path, config.build.format), config.outDir);
    const inPublic = (path: Path) => existsSync(new URL(outFile(path, config.build.format), config.publicDir));
    // Pictures in copies have addresses that only Astro knows.
    const isInWords = (kind: keyof typeof outputs, story: Story) => {
      const output = outputs[kind];
      return 'shows' in output && (output.shows === 'none' || !story.document.images.length);
    };

    return {
      ...standard,
      name: 'nutgraf',
      async getStaticPaths() {
        const paths = await standard.getStaticPaths();
        look(paths);
        const { allStories } = (await import(new URL('desk.mjs', bundle()).href)) as Desk;
        const stories = new Map((await allStories()).map((story) => [story.id, story]));
        const jobs = [...printedAmong(paths, options)].flatMap(([id, outputsOfStory]) => {
          const story = stories.get(id);
          const files = outputsOfStory.filter(({ kind, path }) => story && isInWords(kind, story) && !inPublic(path));
          return story && files.length ? [{ story, files }] : [];
        });
        const taken = new Set(jobs.flatMap(({ files }) => files.map(({ path }) => path)));
        tellOfPages(
          standard,
          [...taken].map((path) => ({ path, file: fileOf(path) })),
        );
        function* printJobs(): Generator<PrintJob> {
          for (const { story, files } of jobs)
            yield { story, files: files.map(({ kind, path }) => ({ kind, path: fileURLToPath(fileOf(path)) })) };
        }
        progress.begin(stories.size, { pages: paths.length - taken.size, copies: taken.size });
        if (jobs.length) {
          pressroom = new Pressroom(new URL('press.mjs', bundle()));
          printed = pressroom.print(printJobs(), (files) => progress.made('copies', files));
          // Told of when pages are drawn: an error in between must not end the process.
          printed.catch(() => undefined);
        }
        return inOrder(
          paths.filter((path) => !taken.has(path)),
          options,
        );
      },
      async teardown() {
        await standard.teardown?.();
        try {
          await printed;
        } finally {
          await pressroom?.close();
        }
      },
    };
  };
}
