import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../clock.ts';
import { exposureOf } from '../integration/keys.ts';
import { settingsIn } from '../integration/settings.ts';
import { KEY_VARIABLE } from '../outputs/signing.ts';
import { keyIdOf, publicPartOf } from '../renderings/signature.ts';

export const help = `nutgraf keys

Makes a pair of keys, by which others can tell that a copy is yours. The private one is written to a file that Git
ignores; a build signs the records of republish kits with it. The public one belongs into the settings, and is
published at /.well-known/nutgraf.json.

  --out <file>   where the private key is written (nutgraf.key)`;

/** `nutgraf keys`. @returns the code of the process: 1 where there is such a file, or it would become public. */
export async function keys(args: string[], folder = process.cwd()): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: 'string', default: 'nutgraf.key' } } });
  const { root: url, options, outDir } = await settingsIn(folder);
  const root = fileURLToPath(url);
  const file = resolve(root, values.out);
  const folders = ['public', 'src', options.content].map((name) => join(root, name)).concat(fileURLToPath(outDir));
  const problem = existsSync(file)
    ? `Unexpected file ${values.out}: expected none. A key that is lost is lost: move it away first, or name another with --out.`
    : exposureOf(file, { folders, root });
  if (problem) {
    console.error(problem);
    return 1;
  }
  ignore(file, root);
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const publicKey = publicPartOf(privateKey);
  const since = dayIn(options.timeZone);
  console.log(
    `Wrote the private key ${keyIdOf(publicKey)} to ${relative(root, file)}. Keep a copy where only you can read it.

Add to nutgraf({ … }) in astro.config.mjs:

    keys: [{ publicKey: '${publicKey}', since: '${since}' }],

and build with it:

    ${KEY_VARIABLE}=${relative(root, file)} npx astro build`,
  );
  return 0;
}

/** Before the key is there, Git is told to ignore it. */
function ignore(file: string, root: string): void {
  if (!file.startsWith(root)) return;
  const line = `/${relative(root, file).split(sep).join('/')}`;
  const path = join(root, '.gitignore');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before.split(/\r?\n/).includes(line)) return;
  appendFileSync(path, `${before && !before.endsWith('\n') ? '\n' : ''}${line}\n`);
}
