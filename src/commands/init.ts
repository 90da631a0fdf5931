import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { configFileIn } from '../integration/settings.ts';
import { schemas } from '../schema/index.ts';
import { toType } from './advice.ts';
import { CONTENT_CONFIG, firstContent, quoted, settingsOf } from './create/newsroom.ts';
import { withCollections, withIntegration } from './init/edit.ts';
import { propose, readerOf } from './proposal.ts';
import type { Changes } from './proposal.ts';

export const help = `nutgraf init

Puts Nutgraf into an Astro site that there is: shows what it would change, and changes it on yes.

  --name <name>      the name of the newsroom
  --prefix <path>    where its pages begin (/explainers/)
  --lang <language>  where it is not en
  --yes              changes it without asking
  --dry-run          only shows it`;

interface Manifest {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const manifestIn = (text: string) => JSON.parse(text) as Manifest;

/** `nutgraf init`. @returns the code of the process: 2 when the site is one that it cannot change. */
export async function init(args: string[], folder = process.cwd()): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      prefix: { type: 'string', default: '/explainers/' },
      lang: { type: 'string', default: 'en' },
      yes: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
  });
  const config = configFileIn(folder);
  if (!config)
    throw new Error(
      `Missing astro.config.mjs in ${folder}: expected the folder of an Astro site. For a new one: npm create nutgraf@latest.`,
    );
  const read = readerOf(folder);
  const site = manifestIn(read('package.json') || '{}');
  const name = values.name ?? site.name?.replace(/^@[^/]*\//, '') ?? basename(resolve(folder));
  const changes = changesIn({ read, config: basename(config), site, ...values, name });

  if (!Object.keys(changes).length) {
    console.log('Nothing to change: the site has Nutgraf.');
    return 0;
  }
  if (!(await propose(folder, changes, { yes: values.yes, dryRun: values['dry-run'] }))) return 0;
  console.log(`Changed. Next: npm install, then ${toType('dev', '', folder)}, and open ${values.prefix}.`);
  return 0;
}

interface Given {
  read: (path: string) => string;
  /** The name of Astro’s settings. */
  config: string;
  site: Manifest;
  name: string;
  prefix: string;
  lang: string;
}

function changesIn({ read, config, site, name, prefix, lang }: Given): Changes {
  const own = manifestIn(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const dependencies = { nutgraf: `^${own.version ?? ''}`, ...site.dependencies };
  const manifest = site.dependencies?.['nutgraf']
    ? read('package.json')
    : `${JSON.stringify({ ...site, dependencies: Object.fromEntries(Object.entries(dependencies).sort()) }, null, 2)}\n`;

  const settings = [...settingsOf({ name, lang, timeZone: 'UTC' }), `prefix: ${quoted(prefix)}`];
  const isThere = /['"]nutgraf['"]/.test(read(config));
  const astro = isThere ? read(config) : withIntegration(read(config), `nutgraf({ ${settings.join(', ')} })`);
  const places = ['src/content.config.ts', 'src/content.config.mjs', 'src/content.config.js'];
  const content = places.find((path) => read(path)) ?? places[0]!;
  const collections = /nutgraf\/collections/.test(read(content))
    ? read(content)
    : read(content)
      ? withCollections(read(content), Object.keys(schemas))
      : CONTENT_CONFIG;
  if (astro === undefined || collections === undefined) {
    const [file, wanted] =
      astro === undefined
        ? [config, `nutgraf({ ${settings.join(', ')} }) in a list “integrations”`]
        : [content, '…collections of nutgraf/collections in “export const collections = { … }”'];
    throw new Error(
      `Unexpected form of ${file}: expected to find where to put ${wanted}. Put it there, and run this again.`,
    );
  }
  const story = read('content/authors/desk.yaml') || isThere ? {} : firstContent('content', { name, lang });
  const wanted = { 'package.json': manifest, [config]: astro, [content]: collections, ...story };
  return Object.fromEntries(Object.entries(wanted).filter(([path, text]) => read(path) !== text));
}
