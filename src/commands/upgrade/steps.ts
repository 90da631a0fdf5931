import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Contracts } from '../../document/contract.ts';
import { readStory } from '../../document/read.ts';
import type { Options } from '../../options.ts';
import { storySchema } from '../../schema/story.ts';
import { withSetting } from '../init/edit.ts';
import type { Changes } from '../proposal.ts';

/** A newsroom of an earlier version, as far as a step looks at it. */
export interface Outdated {
  /** The site’s folder, absolute. */
  root: string;
  /** The name of Astro’s settings. */
  config: string;
  options: Options;
  contracts: Contracts;
  read: (path: string) => string;
}

/** What a version asks of a newsroom that comes from one before it. */
export interface UpgradeStep {
  /** The version that asks it. */
  since: string;
  /** Why, in a sentence. */
  why: string;
  /** The files that are to change; none where nothing has to. */
  changes(newsroom: Outdated): Changes;
}

/** All steps, the oldest first. A version that changes what is in `docs/api.md` brings one. */
export const steps: readonly UpgradeStep[] = [
  {
    since: '0.2.0',
    why: 'Stories that compute are refused unless the newsroom allows them: “programs”.',
    changes({ root, config, options, contracts, read }) {
      const stories = globSync('explainers/**/*.mdx', { cwd: join(root, options.content) });
      const isProgram = (path: string) =>
        readStory(read(join(options.content, path)), storySchema, contracts).facts?.kind === 'program';
      const text =
        options.programs || !stories.some(isProgram) ? undefined : withSetting(read(config), 'programs: true');
      return text === undefined ? {} : { [config]: text };
    },
  },
  {
    since: '0.2.0',
    why: 'Taking texts in and judging copies are packages of their own: “nutgraf-import” and “nutgraf-verify”.',
    changes({ read }) {
      const before = read('package.json');
      const text = ['import', 'verify'].reduce(withPackageOf, before);
      return text === before ? {} : { 'package.json': text };
    },
  },
];

/** A manifest whose scripts have a command, with its package after Nutgraf’s, of the same range. */
const withPackageOf = (text: string, command: string): string =>
  text.includes(`nutgraf ${command}`) && !text.includes(`"nutgraf-${command}"`)
    ? text.replace(/(\s*)"nutgraf":(\s*)("[^"]*")/, `$&,$1"nutgraf-${command}":$2$3`)
    : text;

/** The numbers of a version, or of the least that a range allows: `^0.1.0`. */
const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** Whether a version is before another (Semantic Versioning 2.0.0, 11). */
export function isEarlierVersion(version: string, other: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(other)];
  const at = a.findIndex((number, index) => number !== (b[index] ?? 0));
  return at >= 0 && a[at]! < (b[at] ?? 0);
}
