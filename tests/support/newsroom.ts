import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contract, Contracts } from '../../src/document/contract.ts';

/** What the examples of components are about: the newsroom in which each of them is a story without a fault. */

const folder = new URL('../../src/components/', import.meta.url);

export const componentNames = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** What a file of a component exports by default. */
export const load = async <Shape>(name: string, file: string) => ((await import(fileURLToPath(new URL(`${name}/${file}`, folder)))) as { default: Shape }).default;

export const contracts: Contracts = new Map(await Promise.all(componentNames.map(async (name) => [name, await load<Contract>(name, 'contract.ts')] as const)));

export const petro = { name: 'Gustavo Petro', roles: [{ title: 'President of Colombia', from: '2022-08-07' }] };

/** The ids that examples use. */
export const ids = ['gustavo-petro', 'petro-speech', 'petro-remark', 'us-official', 'presidency', 'reuters-visa'];

export const exampleFrontmatter = `---
headline: An example
description: A sentence about it.
published: 2026-01-08
authors: [desk]
sources:
  petro-speech: { by: gustavo-petro, kind: speech }
  petro-remark: { by: gustavo-petro, kind: person }
  us-official: { name: A U.S. official, kind: person, unnamed: true }
  presidency: { name: Colombian presidency, kind: statement }
  reuters-visa: { outlet: reuters, url: https://reuters.example/visa }
---
`;
