import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, isApart, stageImport, stageLanguages, stageVerify } from './package/beside.ts';
import { compile, copy, removeUnreachable } from './package/compile.ts';
import { stageCreate, stageExtension } from './package/newcomers.ts';
import { common, finish, home, isDeclaration, lib, manifest, root, source, stage, write } from './package/stage.ts';

/**
 * `npm run package`: stages in `package/` what is published to npm. The repository runs its
 * TypeScript as it stands; inside `node_modules` Node does not, and `tsc` would check it as the
 * newsroom’s own code. So the package has `lib/`: `src/` in JavaScript, with types beside it.
 */

/** Files of `src/` that only the repository needs. */
const ours = [
  'content.config.ts',
  'commands/docs.ts',
  'commands/package.ts',
  'commands/package/',
  'commands/quotation-marks.ts',
  'commands/snippets.ts',
  'commands/vscode/',
].map((name) => join(source, name));

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !ours.some((one) => file.startsWith(one)) && !isApart(file));

rmSync(stage, { recursive: true, force: true });
compile(files.filter((file) => file.endsWith('.ts')));
for (const file of files.filter((file) => !file.endsWith('.ts') || isDeclaration(file))) copy(file);
removeUnreachable();
stageCreate();
const elsewhere = [...(await stageImport()), ...(await stageVerify())];
stageLanguages();
stageExtension();
write(join(home, 'README.md'), readFileSync(join(root, 'README.md'), 'utf8'));
finish(home, ofNutgraf());
console.log(
  'Staged in package/, each under its name: look through them, then `npm publish` nutgraf-languages, nutgraf, nutgraf-import, nutgraf-verify and create-nutgraf. In package/vscode, `npx @vscode/vsce package` makes the extension.',
);

/** The repository’s package.json, less what is only for working on it and what only the packages beside it import. */
function ofNutgraf(): object {
  const { dependencies, exports, ...rest } = manifest();
  const code = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|astro|ts|css)$/.test(file))
    .map((file) => readFileSync(join(lib, file), 'utf8'))
    .join('\n');
  const needed = Object.entries(dependencies).filter(
    // The Node that the repository is worked on with is not a newsroom’s.
    ([name]) => name !== 'node' && (!elsewhere.includes(name) || new RegExp(`["'\`]${name}["'\`/]`).test(code)),
  );
  const { version } = rest;
  const apart = { 'nutgraf-import': version, 'nutgraf-verify': version };
  return {
    ...rest,
    ...common(),
    private: undefined,
    // For the importer of the same version, and nobody else.
    exports: { ...exports, './internal/*': './lib/*.js' },
    imports: importsOf,
    files: ['lib'],
    scripts: undefined,
    dependencies: { ...Object.fromEntries(needed), 'nutgraf-languages': `^${version}` },
    peerDependencies: { ...rest.peerDependencies, ...apart },
    peerDependenciesMeta: { 'nutgraf-import': { optional: true }, 'nutgraf-verify': { optional: true } },
    devDependencies: undefined,
  };
}
