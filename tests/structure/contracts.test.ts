import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../support/site.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Props of contracts, each with another name that only the contract has. */
const renamed: [file: string, from: string, to: string][] = [
  ['src/components/Question/contract.ts', 'ask: text', 'asked: text'],
  ['src/components/Event/contract.ts', 'until: partialDate', 'lastDay: partialDate'],
  // What a contract derives: `{ drawn }`.
  [
    'src/components/Chart/contract.ts',
    'drawnBy({ type, data, x, y, by, highlight, level, levelName, note, noteAt }, reader)',
    'renamed(drawnBy({ type, data, x, y, by, highlight, level, levelName, note, noteAt }, reader))',
  ],
];

test(
  'a prop renamed in a contract is a type error in its drawing and its plain form',
  { timeout: 180_000 },
  async () => {
    mkdirSync(join(repository, 'tests/.sites'), { recursive: true });
    const root = mkdtempSync(join(repository, 'tests/.sites/renamed-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    // Nothing in `content`: the stories use the names that props have now.
    for (const name of ['src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
      cpSync(join(repository, name), join(root, name), { recursive: true });
    mkdirSync(join(root, 'content'));
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    for (const [file, from, to] of renamed) {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text, file).toContain(from);
      writeFileSync(join(root, file), text.replace(from, to));
    }
    const chart = join(root, 'src/components/Chart/contract.ts');
    const helper = `const renamed = <Drawn>(derived: { drawn: Drawn } | undefined) => derived && { sketched: derived.drawn };\n`;
    writeFileSync(chart, readFileSync(chart, 'utf8').replace('export default', `${helper}\nexport default`));

    const { code, output } = await run(join(repository, 'node_modules/astro/bin/astro.mjs'), ['check'], root);
    expect(code).toBe(1);
    const faulty = new Set([...output.matchAll(/^.*components\/(\w+\/[\w.]+).*error/gm)].map(([, file]) => file));
    for (const name of ['Question', 'Event', 'Chart']) {
      expect(faulty).toContain(`${name}/${name}.astro`);
      expect(faulty).toContain(`${name}/plain.ts`);
    }
  },
);
