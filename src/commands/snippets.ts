import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contracts } from '../document/contract.ts';
import { snippetsOf } from '../document/snippets.ts';
import { findComponents } from '../integration/contracts.ts';

/** `npm run snippets`: writes every component’s example as a snippet for VS Code. */

const home = new URL('../', import.meta.url);
const components = await findComponents([fileURLToPath(new URL('components', home))]);
const contracts: Contracts = new Map([...components].map(([name, { contract }]) => [name, contract]));
const folder = new URL('../.vscode/', home);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('nutgraf.code-snippets', folder), `${JSON.stringify(snippetsOf(contracts), null, 2)}\n`);
