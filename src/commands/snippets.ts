import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contracts } from '../document/contract.ts';
import { snippetsOf } from '../document/snippets.ts';
import { recordSchemas } from '../schema/index.ts';
import { jsonSchemaOf } from '../schema/json.ts';
import { findComponents } from '../newsroom/components.ts';

/**
 * `npm run snippets`: writes what VS Code needs to help a writer: every component’s example as a
 * snippet, and the shapes of registries.
 */

const home = new URL('../', import.meta.url);
const components = await findComponents([fileURLToPath(new URL('components', home))]);
const contracts: Contracts = new Map([...components].map(([name, { contract }]) => [name, contract]));
const folder = new URL('../.vscode/', home);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('nutgraf.code-snippets', folder), `${JSON.stringify(snippetsOf(contracts), null, 2)}\n`);

mkdirSync(new URL('schemas/', folder), { recursive: true });
for (const name of Object.keys(recordSchemas) as (keyof typeof recordSchemas)[]) {
  writeFileSync(new URL(`schemas/${name}.json`, folder), `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
}
