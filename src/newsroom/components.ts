import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsIn } from '../document/contract-check.ts';
import type { Contract, Contracts } from '../document/contract.ts';
import type { Options } from '../options.ts';
import { defaultOf, ownFile } from './own-code.ts';
import { useOwnFields } from './own-fields.ts';
import { useOwnPlugins } from './own-plugins.ts';

/** A component of the newsroom, with the files that make it. */
export interface Component {
  contract: Contract;
  /** Paths of its files; the style sheet is optional. */
  contractFile: string;
  drawing: string;
  plain: string;
  styles?: string;
}

/**
 * All components of a newsroom, Nutgraf’s and its own; takes fields and plugins of its own on the way.
 *
 * @param root the root of its site.
 * @returns the files of those fields and plugins as well.
 */
export async function componentsOf(
  options: Options,
  root: URL,
): Promise<{ components: Map<string, Component>; contracts: Contracts; ownFiles: string[] }> {
  const own = new URL(options.components, root);
  const folders = [new URL('../components', import.meta.url), own];
  const folder = fileURLToPath(own);
  const ownFiles = [await useOwnFields(folder), await useOwnPlugins(folder)];
  const components = await findComponents(folders.map((folder) => fileURLToPath(folder)));
  return {
    components,
    contracts: new Map([...components].map(([name, { contract }]) => [name, contract])),
    ownFiles: ownFiles.filter((file) => file !== undefined),
  };
}

const firstOf = (folder: string, names: string[]) =>
  names.map((name) => join(folder, name)).find((path) => existsSync(path));

/**
 * Finds components: each folder with a contract. A later folder replaces an earlier component of
 * the same name, so a newsroom’s own come last.
 *
 * @throws when a component’s folder misses a file, its contract is of another name, or lacks what its role asks for.
 */
export async function findComponents(folders: readonly string[]): Promise<Map<string, Component>> {
  const components = new Map<string, Component>();
  for (const folder of folders.filter((path) => existsSync(path))) {
    for (const name of readdirSync(folder).sort()) {
      const contractFile = ownFile(join(folder, name), 'contract');
      if (!contractFile) continue;
      const before = components.get(name)?.contract;
      components.set(name, await componentAt(join(folder, name), name, contractFile, before));
    }
  }
  return components;
}

/** @param before the contract that it replaces: what that was for the rest, it is too, unless it says otherwise. */
async function componentAt(
  folder: string,
  name: string,
  contractFile: string,
  before: Contract | undefined,
): Promise<Component> {
  const given = (await defaultOf(contractFile)) as Contract | undefined;
  if (given?.name !== name) {
    throw new Error(
      `Unexpected contract in ${contractFile}: expected its default export to be defineContract({ name: '${name}', … }).`,
    );
  }
  const contract = {
    // With a role of ours it does not take our way of filling it: its words may all be in its props.
    ...(before?.role && { role: before.role, mayBeEmpty: true }),
    ...(before?.heading && { heading: before.heading }),
    ...given,
  };
  const faults = faultsIn(contract);
  if (faults.length) throw new Error(faults.map((fault) => `${fault} (${contractFile})`).join('\n'));
  const drawing = firstOf(folder, [`${name}.astro`]);
  const plain = ownFile(folder, 'plain');
  if (!drawing || !plain)
    throw new Error(`Missing ${drawing ? 'plain.ts' : `${name}.astro`} in ${folder}: expected it beside the contract.`);
  const styles = firstOf(folder, ['style.css']);
  return { contract, contractFile, drawing, plain, ...(styles && { styles }) };
}
