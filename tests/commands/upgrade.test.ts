import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isEarlierVersion } from '../../src/commands/upgrade/steps.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A newsroom as 0.1 had it: stories may compute, and no setting says so. */

let site: Site;

const manifest = `{
    "name": "desk",
    "scripts": { "import": "nutgraf import" },
    "dependencies": { "astro": "^6.0.0", "nutgraf": "^0.1.0", "nutgraf-helper": "1.0.0" }
}
`;

beforeAll(() => {
  site = makeSite({
    'package.json': manifest,
    'content/explainers/plain.mdx': `${frontmatter()}\nWords.\n`,
    'content/explainers/program.mdx': `${frontmatter()}\nexport const days = 2;\n\nIt took {days} days.\n`,
  });
  // With a manifest of its own, its folder is no part of this package.
  mkdirSync(join(site.root, 'node_modules'));
  symlinkSync(fileURLToPath(new URL('../../', import.meta.url)), join(site.root, 'node_modules/nutgraf'));
});

afterAll(() => site.dispose());

test('is shown, and changed on yes, and then it builds', async () => {
  const refused = await site.build();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('[program]');

  const shown = await site.nutgraf('upgrade', '--dry-run');
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.output).toContain('0.2.0: Stories that compute are refused');
  expect(shown.output).toContain('0.2.0: Taking texts in and judging copies are packages of their own');
  expect(shown.output).toMatch(/^\+.*programs: true/m);
  expect(site.read('package.json')).toBe(manifest);

  const made = await site.nutgraf('upgrade', '--yes');
  expect(made.output).toContain('Changed. Next: npm install, npx nutgraf ledger, and npx nutgraf check.');
  expect(site.read('package.json')).toMatch(
    /^ {4}"dependencies": \{ "astro": "~7\.\d+\.\d+", "nutgraf": "(\^0\.\d+\.\d+)", "nutgraf-import": "\1", "nutgraf-helper": "1\.0\.0" \}$/m,
  );
  expect((await site.build()).code).toBe(0);
  expect(site.read('dist/program/index.html')).toContain('It took 2 days.');

  expect(await site.nutgraf('upgrade')).toEqual({
    code: 0,
    output: 'Nothing to change: the newsroom is up to date.\n',
  });
});

test.each([
  ['0.1.0', '0.2.0', true],
  ['^0.1.9', '0.2.0', true],
  ['0.2.0', '0.2.0', false],
  ['~1.0.0', '0.2.0', false],
  ['0.9', '0.10.0', true],
])('%s before %s: %s', (version, other, answer) => expect(isEarlierVersion(version, other)).toBe(answer));
