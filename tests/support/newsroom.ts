import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contract, Contracts } from '../../src/document/contract.ts';
import { exampleFiles, exampleFrontmatter, exampleRecords } from '../../src/integration/examples.ts';
import type { Registries } from '../../src/stories/story.ts';

export { exampleFrontmatter };

/** The components, and the newsroom in which each example of them is a story without a fault. */

const folder = new URL('../../src/components/', import.meta.url);

export const componentNames = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a file of a component exports by default. */
export const load = async <Shape>(name: string, file: string) =>
  ((await import(fileURLToPath(new URL(`${name}/${file}`, folder)))) as { default: Shape }).default;

export const contracts: Contracts = new Map(
  await Promise.all(componentNames.map(async (name) => [name, await load<Contract>(name, 'contract.ts')] as const)),
);

/** The ids that examples use. */
export const ids = [
  ...Object.values(exampleRecords).flatMap(Object.keys),
  ...[...exampleFrontmatter.matchAll(/^ {2}([a-z-]+): \{/gm)].map(([, id]) => id!),
];

/** The example newsroom’s registries, as drawings see them. */
export const exampleRegistries = Object.fromEntries(
  Object.entries(exampleRecords).map(([name, records]) => [name, new Map(Object.entries(records))]),
) as unknown as Registries;

/** The example newsroom as the files of a site; for stories in a folder of this name. */
export const newsroomFiles = (folder = 'content/explainers'): Record<string, string | Buffer> => ({
  ...Object.fromEntries(
    Object.entries(exampleRecords).flatMap(([name, records]) =>
      Object.entries(records).map(([id, record]) => [`content/${name}/${id}.yaml`, JSON.stringify(record)]),
    ),
  ),
  ...Object.fromEntries(Object.entries(exampleFiles).map(([name, path]) => [`${folder}/${name}`, readFileSync(path)])),
});
