import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { configFileIn, settingsIn } from '../integration/settings.ts';
import { componentsOf } from '../newsroom/components.ts';
import { toType } from './advice.ts';
import { propose, readerOf } from './proposal.ts';
import type { Changes } from './proposal.ts';
import { isEarlierVersion, steps } from './upgrade/steps.ts';
import type { Outdated } from './upgrade/steps.ts';

export const help = `nutgraf upgrade

Brings a newsroom along to the version that is installed: shows what it would change, and changes it on yes.

  --from <version>   the version that it comes from (that of package.json)
  --yes              changes it without asking
  --dry-run          only shows it`;

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const own = () => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;

/** `nutgraf upgrade`. @returns the code of the process: 2 where there is no newsroom. */
export async function upgrade(args: string[], folder = process.cwd()): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, yes: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  });
  const config = configFileIn(folder);
  if (!config) throw new Error(`Missing astro.config.mjs in ${folder}: expected the folder of a newsroom.`);
  const read = readerOf(folder);
  const site = JSON.parse(read('package.json') || '{}') as Manifest;
  const from = values.from ?? site.dependencies?.['nutgraf'] ?? own().version;
  const { options } = await settingsIn(folder);
  const { contracts } = await componentsOf(options, pathToFileURL(`${resolve(folder)}/`));
  const { changes, whys } = changesFrom(from, { root: folder, config: basename(config), options, contracts, read });
  const wanted = { ...changes, ...versionsIn(changes['package.json'] ?? read('package.json')) };
  if (!Object.keys(wanted).length) {
    console.log('Nothing to change: the newsroom is up to date.');
    return 0;
  }
  for (const why of whys) console.log(why);
  if (await propose(folder, wanted, { yes: values.yes, dryRun: values['dry-run'] }))
    console.log(`Changed. Next: npm install, ${toType('ledger', '', folder)}, and ${toType('check', '', folder)}.`);
  return 0;
}

/** What the steps since a version change, one after the other. */
function changesFrom(from: string, newsroom: Outdated): { changes: Changes; whys: string[] } {
  let changes: Changes = {};
  const whys: string[] = [];
  for (const step of steps.filter(({ since }) => isEarlierVersion(from, since))) {
    const before = changes;
    const more = step.changes({ ...newsroom, read: (path) => before[path] ?? newsroom.read(path) });
    if (Object.keys(more).length) whys.push(`${step.since}: ${step.why}`);
    changes = { ...changes, ...more };
  }
  return { changes, whys };
}

/** `package.json` with the versions that this one goes with, where it names others. */
function versionsIn(text: string): Changes {
  const { version, peerDependencies } = own();
  const ours = { nutgraf: `^${version}`, 'nutgraf-import': `^${version}`, 'nutgraf-verify': `^${version}` };
  const wanted = { ...peerDependencies, ...ours };
  // Line by line, so that the rest of the file stays as its owner has it.
  const changed = Object.entries(wanted).reduce(
    (all, [name, range]) => all.replace(new RegExp(`("${name}":\\s*")[~^<>=\\d][^"]*(")`), `$1${range}$2`),
    text,
  );
  return changed === text ? {} : { 'package.json': changed };
}
