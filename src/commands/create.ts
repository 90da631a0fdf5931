#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { looks } from '../schema/looks.ts';
import { asker } from './ask.ts';
import { newsroomOf } from './create/newsroom.ts';
import type { Versions } from './create/newsroom.ts';

/** `npm create nutgraf`: a package of its own, `create-nutgraf`, which `npm run package` stages beside Nutgraf’s. */

export const help = `npm create nutgraf@latest <folder>

Makes the folder of a newsroom with one story, which builds. Asks for what is not given.

  --name <name>       the name of the newsroom
  --lang <language>   its language, such as en or es (en)
  --look <look>       daily, magazine or broadcaster (daily)
  --accent <colour>   the colour of links and marks, such as #0a5343
  --time-zone <zone>  the zone of its dates, such as America/Bogota (that of this machine)
  --install           installs what it needs
  --no-install        leaves that to you
  --yes               asks nothing`;

interface Manifest {
  version: string;
  newsroom: Versions;
}

/** @returns the code of the process: 0 when it was made, 2 when it could not be. */
async function create(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      name: { type: 'string' },
      lang: { type: 'string' },
      look: { type: 'string' },
      accent: { type: 'string' },
      'time-zone': { type: 'string' },
      install: { type: 'boolean' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
      version: { type: 'boolean' },
    },
  });
  const { version, newsroom } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Manifest;
  if (values.help || values.version) {
    console.log(values.help ? help : version);
    return 0;
  }
  const ask = asker();
  const wish = async (given: string | undefined, question: string, otherwise: string) =>
    given ?? ((values.yes ? '' : await ask(`${question} (${otherwise})`)) || otherwise);
  try {
    const folder = resolve(await wish(positionals[0], 'Folder?', 'newsroom'));
    if (existsSync(folder) && readdirSync(folder).some((name) => name !== '.git'))
      throw new Error(
        `Unexpected files in ${relative('', folder) || folder}: expected a new folder, or an empty one. For a site that there is: npx nutgraf init.`,
      );
    const name = await wish(values.name, 'Name of the newsroom?', 'The Explainer Desk');
    const lang = await wish(values.lang, 'Language?', 'en');
    if (!isLanguage(lang)) throw new Error(`Unexpected --lang ${lang}: expected a language tag such as en or es-CO.`);
    const look = await wish(values.look, 'How it looks: daily, magazine or broadcaster?', looks[0]);
    if (!looks.some((one) => one === look)) throw new Error(`Unexpected --look ${look}: expected ${looks.join(', ')}.`);
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const wishes = { name, lang, look, accent: values.accent, timeZone: values['time-zone'] ?? here };
    const id = basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const files = newsroomOf(wishes, id || 'newsroom', newsroom);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, { flag: 'wx' });
    }
    const manager = /^(npm|pnpm|yarn|bun)\//.exec(process.env['npm_config_user_agent'] ?? '')?.[1] ?? 'npm';
    const answer = values.install ?? (ask.isAnswered && !values.yes ? await ask('Install what it needs? (yes)') : 'no');
    const installs = answer === true || answer === '' || /^y/i.test(String(answer));
    const isInstalled =
      installs &&
      spawnSync(manager, ['install'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }).status ===
        0;
    const steps = [`cd ${relative('', folder)}`, ...(isInstalled ? [] : [`${manager} install`]), `${manager} run dev`];
    console.log(
      `Made ${name} in ${relative('', folder)}, with one story. Next:\n\n${steps.map((step) => `    ${step}`).join('\n')}\n`,
    );
    return installs && !isInstalled ? 2 : 0;
  } finally {
    ask.close();
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

try {
  process.exitCode = await create(process.argv.slice(2));
} catch (error) {
  // A mistake has a sentence, and never a stack.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
