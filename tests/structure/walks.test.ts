import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Strings } from '../../src/strings/strings.ts';
import { run } from '../support/site.ts';

/**
 * The walks of CONTRIBUTING.md: in a copy of the house, the files that each says are written, and nothing else. A walk
 * that needs another file, because a list has to be told of something, fails.
 */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const replaced = (path: string, from: string, to: string) => {
  const text = read(path);
  expect(text, `${path} has no ${from}`).toContain(from);
  return text.replace(from, to);
};

/** What each walk writes. */
const walks: Record<string, Record<string, string>> = {
  component: {
    'src/components/Motto/contract.ts': `import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Motto',
  purpose: 'A line to remember.',
  place: 'part',
  holds: 'flow',
  props: z.object({ by: text('a name').describe('Whose it is.') }),
  example: '<Motto by="Jane Doe">\\nWrite it down.\\n</Motto>',
});
`,
    'src/components/Motto/Motto.astro': `---
import type { PropsOf } from '../../document/contract.ts';
import type contract from './contract.ts';

type Props = PropsOf<typeof contract>;

const { by } = Astro.props;
---

<blockquote><slot /><footer>{by}</footer></blockquote>
`,
    'src/components/Motto/plain.ts': `import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ by }, children) => [h('blockquote', children), h('p', by)];

export default plain;
`,
  },
  'rule of the desk': {
    'src/desk/rules/no-shouting.ts': `import { messageAt } from '../../document/message.ts';
import type { Rule } from '../rule.ts';

/** A headline does not shout. */
export default {
  name: 'no-shouting',
  severity: 'warning',
  check: ({ data: { headline }, placeOf }) =>
    headline.endsWith('!')
      ? [messageAt(placeOf(['headline'], 'value'), 'Unexpected “!” in the headline: expected none.')]
      : [],
} satisfies Rule;
`,
  },
  output: {
    'src/outputs/printers/teletext.ts': `import type { Printer } from '../output.ts';

export const print: Printer = ({ story }) => story.headline.toUpperCase();
`,
    'src/outputs/table.ts': replaced(
      'src/outputs/table.ts',
      '  markdown: {',
      `  teletext: {
    what: 'A headline for teletext',
    pattern: '[story]/teletext.txt',
    type: 'text/plain',
    shows: 'none',
    printer: () => import('./printers/teletext.ts'),
  },
  markdown: {`,
    ),
  },
  language: {
    'src/strings/eo.ts': replaced('src/strings/fr.ts', "home: 'Accueil'", "home: 'Hejmo'"),
  },
  'language of the desk': {
    'src/desk/words/eo.ts': read('src/desk/words/en.ts'),
  },
  page: {
    'src/stories/address.ts': replaced(
      'src/stories/address.ts',
      "  labels: 'labels',",
      "  labels: 'labels',\n  imprint: 'imprint',",
    ),
    'src/layouts/ImprintPage.astro': '<h1>Imprint</h1>\n',
    'src/routes/imprint.astro': `---
import ImprintPage from '../layouts/ImprintPage.astro';
---

<ImprintPage />
`,
  },
};

let root: string;
/** What the copy knows, as its commands do: read by Node. */
let found: {
  components: string[];
  rules: string[];
  outputs: string[];
  routes: { pattern: string; entrypoint: string }[];
  home: string;
  speech: string[];
};

beforeAll(async () => {
  mkdirSync(join(repository, 'tests/.sites'), { recursive: true });
  root = mkdtempSync(join(repository, 'tests/.sites/walks-'));
  for (const name of ['src', 'package.json']) cpSync(join(repository, name), join(root, name), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  const probe = `
    import { rules } from './src/desk/desk.ts';
    import { wordsFor } from './src/desk/words/index.ts';
    import { routesOf } from './src/integration/routes.ts';
    import { findComponents } from './src/newsroom/components.ts';
    import { outputKinds } from './src/outputs/table.ts';
    import { stringsFor } from './src/strings/index.ts';

    const components = await findComponents([new URL('./src/components', import.meta.url).pathname]);
    console.log(JSON.stringify({
      components: [...components.keys()],
      rules: rules.map(({ name }) => name),
      outputs: outputKinds,
      routes: routesOf({ prefix: '/', permalink: '/:slug/', guide: true, search: true, keys: [], without: [] }),
      home: stringsFor('eo').home,
      speech: wordsFor('eo')?.speech ?? [],
    }));
  `;
  for (const [path, text] of [...Object.values(walks).flatMap(Object.entries<string>), ['probe.ts', probe]]) {
    mkdirSync(dirname(join(root, path!)), { recursive: true });
    writeFileSync(join(root, path!), text!);
  }
  const { code, output } = await run(join(root, 'probe.ts'), [], root);
  expect(code, output).toBe(0);
  found = JSON.parse(output) as typeof found;
  return () => rmSync(root, { recursive: true, force: true });
});

test('each writes as many files as CONTRIBUTING.md says', () => {
  const told = [...read('CONTRIBUTING.md').matchAll(/^\*\*An? ([\w ]+)\.\*\* .* Files: (\d)/gm)];
  const written = Object.entries(walks).map(([name, files]) => [name, Object.keys(files).length]);
  expect(told.map(([, name, files]) => [name, Number(files)])).toEqual(written);
});

test('a component is in the set of its folder', () => expect(found.components).toContain('Motto'));

test('a rule is one of the desk’s', () => expect(found.rules).toContain('no-shouting'));

test('an output has its route', () => {
  expect(found.outputs).toContain('teletext');
  expect(found.routes).toContainEqual({ pattern: '/[id]/teletext.txt', entrypoint: 'routes/output.ts' });
});

test('a page has its route', () =>
  expect(found.routes).toContainEqual({ pattern: '/imprint', entrypoint: 'routes/imprint.astro' }));

describe('a language', () => {
  test('is known to commands, and to the desk where it has words for it', () => {
    expect(found.home).toBe('Hejmo');
    expect(found.speech).not.toEqual([]);
  });

  test('is known to pages, which Vite makes', async () => {
    const { stringsFor } = (await import(join(root, 'src/strings/index.ts'))) as {
      stringsFor: (lang: string) => Strings;
    };
    expect(stringsFor('eo').home).toBe('Hejmo');
  });

  test('that lacks a phrase is a type error, which names it', () => {
    const path = join(root, 'src/strings/eo.ts');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n {2}home: .*/, ''));
    const program = ts.createProgram([path], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ESNext,
      types: [],
    });
    const told = program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(told).toEqual([expect.stringContaining("Property 'home' is missing")]);
  });
});
