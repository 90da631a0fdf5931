import { globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleFrontmatter } from '../../src/integration/examples.ts';
import { contracts } from '../support/newsroom.ts';

/** The repository: its content is the demonstration newsroom. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => readFileSync(join(root, file), 'utf8'));

/** A story as several shorter ones, each with all that stands above it: small texts are read often. */
function parts(story: string): string[] {
  const [, above = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(story) ?? [];
  const blocks = body.trim().split(/\n\n(?=[^\n]*)/);
  const pieces: string[] = [];
  for (let at = 0; at < blocks.length; at += 5) pieces.push(blocks.slice(at, at + 5).join('\n\n'));
  return pieces.map((piece) => `${above}\n${piece}\n`);
}

/** Stories of the demonstration newsroom, whole and in parts, and each component’s example. */
export const stories: readonly string[] = [
  ...read('content/explainers/*/index.mdx').flatMap((story) => [...parts(story), ...parts(story), story]),
  ...[...contracts.values()].map(({ example }) => `${exampleFrontmatter}\nA sentence before it.\n\n${example}\n`),
];

/** Its registries. */
export const records = read('content/{outlets,people,authors,topics,terms}/*.yaml');

/** The texts of a folder of one’s own, in place of ours. @param ending such as `html`. */
export const textsIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && statSync(join(folder, file)).size < 200_000)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
