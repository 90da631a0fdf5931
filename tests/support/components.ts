import { fileURLToPath } from 'node:url';
import type { Component } from '../../src/newsroom/components.ts';
import { componentNames, contracts } from './newsroom.ts';

/**
 * In the place of `newsroom/components.ts` where tests run in Vitest, which cannot import a file by a
 * name that changes with its time.
 */

const fileOf = (name: string, file: string) =>
  fileURLToPath(new URL(`../../src/components/${name}/${file}`, import.meta.url));

const components = new Map(
  componentNames.map((name): [string, Component] => [
    name,
    {
      contract: contracts.get(name)!,
      contractFile: fileOf(name, 'contract.ts'),
      drawing: fileOf(name, `${name}.astro`),
      plain: fileOf(name, 'plain.ts'),
    },
  ]),
);

export const componentsOf = () => Promise.resolve({ components, contracts, ownFiles: [] });
