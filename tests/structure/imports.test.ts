import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ownNames, problemsIn, readGraph } from '../support/graph.ts';

type Tree = Record<string, string>;

/** What is wrong in a `src/` made of these files. */
function problemsOf(tree: Tree, self?: Map<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-graph-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const files = Object.entries({ 'package.json': '{}', ...under('src', tree) });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return problemsIn(readGraph(join(root, 'src'), self));
}

const under = (folder: string, tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).map(([file, text]) => [`${folder}/${file}`, text]));

describe('the house', () => {
  test('has no circle, no upward arrow and nothing outside its order', () => {
    const src = fileURLToPath(new URL('../../src/', import.meta.url));
    const manifest = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as Parameters<typeof ownNames>[0];
    expect(problemsIn(readGraph(src, ownNames(manifest)))).toEqual([]);
  });

  test('has nothing but layouts in layouts/, and nothing but parts in parts/', () => {
    const { files } = readGraph(fileURLToPath(new URL('../../src/', import.meta.url)));
    expect(files.filter((file) => /^(layouts|parts)\//.test(file) && !file.endsWith('.astro'))).toEqual([]);
  });
});

describe('the graph', () => {
  test('lets imports go down, and around in one folder', () => {
    const tree = {
      'index.ts': `import './integration/integration.ts';\nimport manifest from '../package.json' with { type: 'json' };`,
      'integration/integration.ts': `import { read } from '../document/read.ts';`,
      'routes/feed.xml.ts': `import '../stories/stories.ts';\nimport site from 'virtual:nutgraf/site';`,
      'components/Fact/Fact.astro': `---\nimport { plain } from './plain.ts';\n---\n<p />\n<style>p { color: red }</style>`,
      'components/Fact/plain.ts': `import { z } from 'astro/zod';\nimport { pick } from '../pick.ts';`,
      'components/pick.ts': '',
      'stories/stories.ts': `import { getCollection } from 'astro:content';\nimport '../styles/base.css?inline';`,
      'document/read.ts': `import { parse } from './parse.ts';\nimport { join } from 'node:path';`,
      'document/parse.ts': '',
      'styles/base.css': '',
    };
    expect(problemsOf(tree)).toEqual([]);
  });

  test('sees a circle through `import type`', () => {
    const tree = {
      'document/read.ts': `import { parse } from './parse.ts';`,
      'document/parse.ts': `import { step } from './step.ts';`,
      'document/step.ts': `import type { Options } from './read.ts';`,
    };
    expect(problemsOf(tree)).toEqual([
      'src/document/parse.ts imports src/document/step.ts imports src/document/read.ts imports src/document/parse.ts: ' +
        'a circle, and imports go down only.',
    ]);
  });

  test('tells of each circle once', () => {
    const tree = {
      'document/a.ts': `import './b.ts';`,
      'document/b.ts': `import './a.ts';\nimport './c.ts';`,
      'document/c.ts': `import './c.ts';`,
    };
    expect(problemsOf(tree)).toEqual([
      'src/document/a.ts imports src/document/b.ts imports src/document/a.ts: a circle, and imports go down only.',
      'src/document/c.ts imports src/document/c.ts: a circle, and imports go down only.',
    ]);
  });

  test.each([
    ['an import of a type', `import type { Story } from '../stories/story.ts';`],
    ['a re-export', `export * from '../stories/story.ts';`],
    ['a dynamic import', `const load = () => import('../stories/story.ts');`],
    ['a type from import()', `type Story = import('../stories/story.ts').Story;`],
    ['a glob', `const all = import.meta.glob('../stories/*.ts');`],
    ['the name of the package', `import { story } from 'nutgraf/story';`],
  ])('sees %s that goes up', (_, code) => {
    const tree = { 'schema/person.ts': `// first line\n${code}`, 'stories/story.ts': '' };
    expect(problemsOf(tree, new Map([['nutgraf/story', 'stories/story.ts']]))).toEqual([
      'src/schema/person.ts:2 imports src/stories/story.ts: stories/ is above schema/, and imports go down only.',
    ]);
  });

  test('takes no string or comment for an import', () => {
    const tree = {
      'schema/person.ts':
        "// import '../stories/story.ts';\nconst text = `import '../stories/story.ts'`;\nconst rule = /'/;",
      'stories/story.ts': '',
    };
    expect(problemsOf(tree)).toEqual([]);
  });

  test('reads the frontmatter and the scripts of an Astro file', () => {
    const astro = `---
import type { Props } from '../layouts/frame.ts';
const tag = '<script src="../layouts/none.ts">';
---
<!-- <script src="../layouts/none.ts"></script> -->
<p>import '../layouts/none.ts'</p>
<script data-open="a > b">
  import { open } from '../layouts/open.ts';
</script>
<script src="../layouts/close.ts"></script>
`;
    const tree = { 'parts/Byline.astro': astro, 'layouts/frame.ts': '', 'layouts/open.ts': '', 'layouts/close.ts': '' };
    expect(problemsOf(tree)).toEqual([
      'src/parts/Byline.astro:2 imports src/layouts/frame.ts: layouts/ is above parts/, and imports go down only.',
      'src/parts/Byline.astro:8 imports src/layouts/open.ts: layouts/ is above parts/, and imports go down only.',
      'src/parts/Byline.astro:10 imports src/layouts/close.ts: layouts/ is above parts/, and imports go down only.',
    ]);
  });

  test('keeps apart what stands side by side', () => {
    const tree = { 'renderings/text.ts': `import '../metadata/head.ts';`, 'metadata/head.ts': '' };
    expect(problemsOf(tree)).toEqual([
      'src/renderings/text.ts:1 imports src/metadata/head.ts: ' +
        'renderings/ and metadata/ stand side by side, and do not import each other.',
    ]);
  });

  test('lets a component know the contract of what stands in it', () => {
    const tree = {
      'components/Facts/facts.ts': `import type fact from '../Fact/contract.ts';`,
      'components/Fact/contract.ts': '',
    };
    expect(problemsOf(tree)).toEqual([]);
  });

  test('keeps components apart', () => {
    const tree = { 'components/Fact/plain.ts': `import '../Source/plain.ts';`, 'components/Source/plain.ts': '' };
    expect(problemsOf(tree)).toEqual([
      'src/components/Fact/plain.ts:1 imports src/components/Source/plain.ts: a component does not import another one.',
    ]);
  });

  test('names a file that has no place', () => {
    const [problem, ...others] = problemsOf({ 'utils/date.ts': '', '.DS_Store': '' });
    expect(problem).toMatch(/^src\/utils\/date\.ts has no place in the house: expected one of content\.config\.ts, /);
    expect(others).toEqual([]);
  });

  test.each(['./perso.ts', './person', '.', '../../content/person.ts'])(
    'names an import of nothing: %s',
    (specifier) => {
      const tree = { 'schema/story.ts': `import '${specifier}';`, 'schema/person.ts': '' };
      expect(problemsOf(tree)).toEqual([
        `src/schema/story.ts:1 imports “${specifier}”, which is no file in src/: expected its whole name, with the extension.`,
      ]);
    },
  );
});

test('the names of the package are those of its files in src/', () => {
  const exports = {
    '.': './src/index.ts',
    './contract': './src/document/contract.ts',
    './package.json': './package.json',
  };
  expect([...ownNames({ name: 'nutgraf', exports })]).toEqual([
    ['nutgraf', 'index.ts'],
    ['nutgraf/contract', 'document/contract.ts'],
  ]);
});
