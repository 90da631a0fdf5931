import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseHTML } from 'linkedom';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import type { Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scriptsOf } from '../support/scripts.ts';
import { dependenciesOf, packAll } from '../support/packed.ts';
import { run } from '../support/site.ts';
import { stepsIn } from '../support/steps.ts';

/**
 * What is published is not what the repository runs: JavaScript instead of TypeScript, in
 * `node_modules`, beside the dependencies that it names and no others. So it is packed, installed
 * in a site outside of the repository, and built there.
 */

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  [field: string]: unknown;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'nutgraf-elsewhere-'));
const installed = join(site, 'node_modules/nutgraf');
const astro = join(site, 'node_modules/astro/bin/astro.mjs');
const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');

const manifestAt = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const npm = (args: string[], cwd: string) => promisify(execFile)('npm', args, { cwd, shell: process.platform === 'win32' });

/** An import of anything but a file of the package; types are gone when the code runs. */
const bareImport = /^(?:import|export)\b(?! type\b)[\w\s{},*$]*(['"])([^'".][^'"]*)\1;/gm;
const packageOf = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** What cannot be otherwise: Astro is for modules alone, not for `require` or Node 10; TypeScript reads no `.astro`. */
const isElsewhere = (problem: Problem) =>
  ('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)) ||
  ('entrypoint' in problem && problem.entrypoint.endsWith('.astro'));

let packed: ReturnType<typeof packAll>;

beforeAll(async () => {
  packed = packAll(site);
  cpSync(fileURLToPath(new URL('site', import.meta.url)), site, { recursive: true });
  const { version } = manifestAt(join(repository, 'node_modules/astro'));
  const dependencies = { astro: version, ...dependenciesOf(packed) };
  writeFileSync(join(site, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  await npm(['install', '--install-strategy=linked', '--prefer-offline', '--no-audit', '--no-fund'], site);
  // On a busy machine, an installation takes minutes.
}, 400_000);

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('the package', () => {
  test('has code, types and styles, and nothing that only the repository needs', () => {
    const { paths, size } = packed.nutgraf;
    const allowed = /^(lib\/[\w/.-]+(\.js|\.d\.ts|\.astro|\.css)|lib\/components\/\w+\/example\/[\w-]+\.(csv|svg)|lib\/commands\/(new|create)\/[\w-]+\.mdx|package\.json|README\.md|LICENSE)$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths.filter((path) => /content\.config|commands\/(package|snippets)/.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
    expect(size).toBeLessThan(400_000);
  });

  test('asks of a newsroom what it needs, and nothing for working on it', () => {
    const { dependencies, ...manifest } = manifestAt(installed);
    expect(manifest).toMatchObject({ engines: { node: '>=22.18' }, peerDependencies: manifestAt(repository).peerDependencies });
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(dependencies).not.toHaveProperty('node');
  });

  test('has the commands, which read its own settings and components', async () => {
    const nutgraf = (...args: string[]) => run(join(installed, 'lib/commands/nutgraf.js'), args, site);
    const checked = await nutgraf('check', '--format', 'json');
    expect(checked.code, checked.output).toBe(0);
    expect(checked.output).toContain('Unexpected “the city”: expected its name.');
    writeFileSync(join(site, 'notes.txt'), 'The bridge is open\nBy Jane Doe\nJanuary 6, 2026\n\nIt is open, Reuters reported.\n');
    const imported = await nutgraf('import', 'notes.txt');
    expect(imported.output).toContain('notes.txt → content/explainers/the-bridge-is-open/index.mdx');
    expect((await nutgraf('new', 'The bridge is closed', '--topics', 'none', '--author', 'jane-doe')).output).toContain('Made content/explainers/the-bridge-is-closed/index.mdx');
  });

  test('is right to publint and to Are The Types Wrong, for whoever imports it as a module', async () => {
    for (const folder of ['nutgraf', 'nutgraf-languages', 'nutgraf-import', 'nutgraf-verify', 'create-nutgraf']) {
      const { messages } = await publint({ pkgDir: join(repository, 'package', folder), strict: true, pack: false });
      expect([folder, messages]).toEqual([folder, []]);
    }
    const result = await checkPackage(createPackageFromTarballData(readFileSync(packed.nutgraf.file)));
    if (!result.types) throw new Error('The package has no types.');
    expect(result.problems.filter((problem) => !isElsewhere(problem))).toEqual([]);
  });

  test('leaves to packages of their own what no build needs, and says so where they are not', async () => {
    const alone = join(repository, 'package/nutgraf/lib/commands/nutgraf.js');
    for (const command of ['import', 'verify']) {
      const sentence = `nutgraf ${command}\n\nIs a package of its own: npm install --save-dev nutgraf-${command}\n`;
      expect(await run(alone, [command, 'story.txt'], site)).toEqual({ code: 2, output: sentence });
    }
    const { dependencies } = manifestAt(installed);
    expect(['mammoth', '@mozilla/readability'].filter((name) => name in dependencies)).toEqual([]);
  });

  test('names every package that its code imports', () => {
    const { dependencies, peerDependencies } = manifestAt(installed);
    const given = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
    const code = filesIn(installed).filter((file) => /\.(js|astro)$/.test(file)).map((file) => readFileSync(file, 'utf8'));
    const imports = code.flatMap((text) => [...text.matchAll(bareImport)].map(([, , name = '']) => name));
    const packages = new Set(imports.filter((name) => !/^((node|astro|virtual):|#)/.test(name)).map(packageOf));
    expect(packages).toContain('astro');
    expect([...packages].filter((name) => !given.includes(name) && name !== 'nutgraf')).toEqual([]);
  });
});

describe('the extension for VS Code', () => {
  const folder = join(repository, 'package/vscode');

  test('is one file that starts the newsroom’s own language server, and a manifest that names it', () => {
    const { main, activationEvents } = manifestAt(folder) as unknown as Record<string, unknown>;
    expect({ main, activationEvents }).toEqual({ main: './extension.js', activationEvents: ['workspaceContains:**/astro.config.mjs'] });
    expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'extension.js', 'package.json']);
    const code = readFileSync(join(folder, 'extension.js'), 'utf8');
    expect(code).toContain('"lsp","--stdio"');
  });

  test('is loaded by an editor', async () => {
    const editor = mkdtempSync(join(tmpdir(), 'nutgraf-editor-'));
    cpSync(join(folder, 'extension.js'), join(editor, 'extension.js'));
    mkdirSync(join(editor, 'node_modules/vscode'), { recursive: true });
    // What the editor gives it is whatever is asked of it.
    const anything = 'const any = new Proxy(class {}, { get: (of, name) => (name in of ? of[name] : any) });\nmodule.exports = any;\n';
    writeFileSync(join(editor, 'node_modules/vscode/index.js'), anything);
    writeFileSync(join(editor, 'run.cjs'), "console.log(Object.keys(require('./extension.js')).join());\n");
    expect(await run(join(editor, 'run.cjs'), [], editor)).toMatchObject({ code: 0, output: 'activate,deactivate\n' });
    rmSync(editor, { recursive: true, force: true });
  });
});

describe('a site elsewhere', () => {
  let story: string;
  let program: string;

  beforeAll(async () => {
    const { code, output } = await run(astro, ['build'], site);
    expect(code, output).toBe(0);
    story = readFileSync(join(site, 'dist/2026/bridge/index.html'), 'utf8');
    program = readFileSync(join(site, 'dist/2026/closure/index.html'), 'utf8');
  });

  test('draws the components of Nutgraf', () => {
    expect(story).toMatch(/<label[^>]*><span>Reuters<\/span><sup>1<\/sup><button/);
    expect(story).toMatch(/<h2[^>]*>Why it matters<\/h2><p>Half of the city/);
    expect(story).toMatch(/<time datetime="2026-01-05">[^<]*<\/time><\/h3><p>The bridge is closed\./);
    expect(story).toMatch(/<b><a href="\/people\/jane-doe\/">Jane Doe<\/a><\/b> Mayor.*<blockquote><p>“It will last another century\.”/);
    expect(story).toMatch(/<h3>In spring<\/h3><p>The railings are painted\./);
    expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toContain('The bridge is open again');
  });

  test('draws charts and maps with the libraries that it brings', () => {
    expect(story).toMatch(/<svg class="wide" [^>]*aria-label="Bar chart: Trams over the bridge">.*>Morning<\/text>/);
    expect(story).toMatch(/aria-label="Map of Portugal, with Porto">.*>Porto<\/text>/);
  });

  test('draws a component of its own, and one in the place of Nutgraf’s', () => {
    expect(story).toMatch(/<section class="verdict"><h2>The bridge was closed for a month\.<\/h2><p>Not true<\/p><p>It was closed for two days/);
    expect(story).toMatch(/<aside class="in-short"><h2>In short<\/h2><ul>\s*<li>The bridge is open\.<\/li>/);
    expect(story).not.toContain('Key points');
  });

  test('has parts, words, styles, tokens, fields, addresses, plugins and heads of its own, and does without what it wants not', () => {
    expect(story).toMatch(/<aside class="join">Join us \(en\)<\/aside>\s*<footer class="foot"/);
    expect(story).toMatch(/\.join\s*\{\s*color:\s*var\(--accent\)/);
    expect(story).toContain('>Where it is from</h2>');
    expect(story).toContain('<title>The bridge is open again – Bridges</title>');
    expect(story).toMatch(/<meta [^>]*name="verify"/);
    expect(story).toContain('<p class="series">BRIDGES</p>');
    for (const form of [story, readFileSync(join(site, 'dist/2026/bridge.md'), 'utf8')]) expect(form).toContain('Trams cross the Old Bridge again');
    expect(story).toContain('--accent:light-dark(#0a5343,');
    expect(existsSync(join(site, 'dist/labels'))).toBe(false);
    expect(existsSync(join(site, 'dist/lite'))).toBe(false);
    expect(story).not.toContain('/labels/');
  });

  test('shows its own component in the writer’s guide, beside those of Nutgraf', () => {
    const guide = readFileSync(join(site, 'dist/guide/index.html'), 'utf8');
    expect(guide).toMatch(/What the newsroom found out about a claim\..*<p>It was closed for two days\.<\/p>/s);
    expect(guide).toContain('The story in two points.');
    expect(guide).toContain('id="LocatorMap"');
    expect(guide).not.toContain('It cannot be drawn');
  });

  test('compiles a story that is a program', () => {
    expect(program).toContain('<p>The bridge was closed for 2 days.</p>');
    expect(program).toMatch(/<section class="verdict"><h2>Everybody stayed at home\.<\/h2>/);
  });

  test('has its styles in the page, and no script', () => {
    for (const page of [story, program]) {
      expect(page).toMatch(/<style>@layer nutgraf\..*\.verdict\s*\{.*<\/style>/s);
      expect(page).not.toMatch(/<link[^>]*rel="?stylesheet/);
      expect(scriptsOf(parseHTML(page).document)).toEqual([]);
    }
    // Of feeds, republish kits and the search.
    const files = filesIn(join(site, 'dist')).filter((file) => /\.(css|m?js)$/.test(file));
    expect(files.map((file) => basename(file)).sort()).toEqual(['feed.css', 'pagefind-worker.js', 'pagefind.js', 'republish.js', 'search.js']);
  });

  test('has copies that are judged by the verifier alone', async () => {
    const verify = (...args: string[]) => run(join(site, 'node_modules/nutgraf-verify/bin.js'), args, site);
    const kit = join(site, 'dist/republish/bridge');
    const record = join(kit, 'story.json');
    expect(await verify(join(kit, 'story.html'), '--record', record)).toMatchObject({ code: 0, output: expect.stringContaining('a faithful copy') as string });
    writeFileSync(join(site, 'altered.html'), readFileSync(join(kit, 'story.html'), 'utf8').replace('Half of the city', 'All of the city'));
    expect(await verify('altered.html', '--record', record)).toMatchObject({ code: 1, output: expect.stringContaining('an altered copy') as string });
    expect(await verify()).toMatchObject({ code: 0, output: expect.stringMatching(/^nutgraf-verify <file or address>/) as string });
  });

  test('is told by the types what is wrong, and nothing else', async () => {
    // The package’s declarations are checked as well; so are Astro’s, but those are not ours to mend.
    const { output } = await run(tsc, ['--noEmit', '--skipLibCheck', 'false'], site);
    expect(output.split('\n').filter((line) => /^src\/|\bnode_modules\/nutgraf\//.test(line))).toEqual([]);
    expect(output).not.toMatch(/error TS5\d{3}:/);
  });
});

describe('a newsroom made anew', () => {
  const home = join(site, 'made');
  const file = join(home, 'content/explainers/council-votes-to-close-the-old-bridge/index.mdx');

  /** Runs the script of a line, `npm run check -- a-story`, as npm would; npm itself takes a second for each. */
  const type = (line: string) => {
    const [, script = '', rest = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(line) ?? [];
    const { scripts } = manifestAt(home) as unknown as { scripts: Record<string, string> };
    const [program = '', ...args] = `${scripts[script]} ${rest}`.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''));
    return run({ nutgraf: join(installed, 'lib/commands/nutgraf.js'), astro }[program]!, args, home);
  };

  beforeAll(async () => {
    const create = join(repository, 'package/create-nutgraf');
    expect(packed['create-nutgraf'].paths.sort()).toEqual(['LICENSE', 'lib/commands/ask.js', 'lib/commands/create.js', 'lib/commands/create/newsroom.js', 'lib/commands/create/story.mdx', 'lib/schema/looks.js', 'package.json']);
    const given = ['made', '--name', 'The “New” Desk', '--lang', 'en', '--look', 'magazine', '--accent', '#0a5343', '--yes'];
    const { code, output } = await run(join(create, 'lib/commands/create.js'), given, site);
    expect(code, output).toBe(0);
    expect(output).toContain('cd made\n    npm install\n    npm run dev');
  });

  test('asks for what is there to be installed, and is never made over another', async () => {
    const { version } = manifestAt(join(repository, 'package/create-nutgraf'));
    expect(manifestAt(home).dependencies).toEqual({ astro: manifestAt(repository).peerDependencies['astro'], nutgraf: `^${version}` });
    const again = await run(join(repository, 'package/create-nutgraf/lib/commands/create.js'), ['made', '--yes'], site);
    expect(again).toMatchObject({ code: 2, output: expect.stringMatching(/^Unexpected files in made: .* npx nutgraf init\.\n$/) as string });
  });

  test('has a first story, typed as the guide for writers has it, corrections and ledger included', async () => {
    const guide = readFileSync(join(repository, 'docs/writers/first-story.md'), 'utf8');
    const story = { above: '', text: '' };
    const write = () => writeFileSync(file, `---\n${story.above}---\n\n${story.text}`);
    for (const step of stepsIn(guide)) {
      if (step.kind === 'type') {
        if (step.line === 'npm run dev') continue;
        // “Take out the line”, it says before it.
        if (step.line === 'npm run build') story.above = story.above.replace('draft: true\n', '');
        if (story.above) write();
        const { code, output } = await type(step.line);
        expect(code, `${step.line}\n${output}`).toBe(0);
        for (const line of step.says) expect(output).toContain(line);
      } else if (step.kind === 'text') story.text = step.lines;
      else story.above = step.kind === 'above' ? step.lines : story.above + step.lines;
    }
    const page = readFileSync(join(home, 'dist/council-votes-to-close-the-old-bridge/index.html'), 'utf8');
    expect(page).toContain('We cannot wait for a cable to snap.');
    expect(page).toContain('Mayor of Riverton');
    expect(page).toContain('14 kilometres');
    expect(readFileSync(join(home, 'dist/index.html'), 'utf8')).toContain('How a story here is made');
    const { document } = parseHTML(readFileSync(join(home, 'dist/how-a-story-is-made/index.html'), 'utf8'));
    expect(document.querySelectorAll('.points li')).toHaveLength(3);
    story.above = story.above.replace(/^corrections:\n(?:[ -].*\n)*/m, '');
    write();
    expect(await type('npm run check')).toMatchObject({ code: 1, output: expect.stringContaining('[correction-kept]') as string });
  }, 400_000);
});
