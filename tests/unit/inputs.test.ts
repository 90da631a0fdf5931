import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { formatMessage } from '../../src/document/reporter.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { readAll } from '../../src/newsroom/stories.ts';
import { optionsSchema } from '../../src/options.ts';
import { contracts } from '../support/newsroom.ts';
import { inputs } from './inputs.ts';

/** Bad inputs, each planted in a newsroom of its own; what each gets is what docs/reliability/inputs.md says. */

const root = mkdtempSync(join(tmpdir(), 'nutgraf-inputs-'));
beforeAll(() => void vi.stubEnv('NUTGRAF_NOW', '2026-01-20'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const least: Record<string, string> = {
  'authors/desk.yaml': 'name: The Desk\n',
  'outlets/reuters.yaml': 'name: Reuters\nkind: agency\n',
  'people/jane-doe.yaml': 'name: Jane Doe\nroles:\n  - { title: Mayor, from: 2020-01-01 }\n',
  'topics/cities.yaml': 'name: Cities\n',
};

const options = optionsSchema.parse({ name: 'The Example' });

/** What a build says of a newsroom with these files. */
function toldOf(number: number, files: Readonly<Record<string, string | Buffer>>): string[] {
  const site = join(root, String(number));
  for (const [name, contents] of Object.entries({ ...least, ...files })) {
    const path = join(site, 'content', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  const newsroom = new Newsroom({ root: site, options: { ...options, programs: false }, contracts });
  readAll(newsroom);
  return newsroom.messages().map(formatMessage);
}

const told = inputs.map(([what, files], number) => ({ what, says: toldOf(number, files) }));

test('there are many, and each has its own words', () => {
  expect(inputs.length).toBeGreaterThanOrEqual(150);
  expect(new Set(inputs.map(([what]) => what)).size).toBe(inputs.length);
});

test.each(told)('$what: a message with its place, in words', ({ says }) => {
  expect(says).not.toEqual([]);
  for (const message of says) {
    expect(message).toMatch(/^content\/[^\n]+:\d+:\d+ {2}(error|warning) {2}[^]+\[[a-z-]+\]$/);
    expect(message).not.toMatch(/\bat \S+ \(|node_modules|undefined|\[object/);
  }
});

test('what each gets is what docs/reliability/inputs.md says', async () => {
  const cell = (text: string) =>
    text
      .replace(/^content\//, '')
      .replaceAll('\n  Did you mean', ' Did you mean')
      .replace(/[\\|<>*_`[\]]/g, '\\$&')
      .replace(
        /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
        (sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      )
      .replace(/ {2,}/g, ' ');
  /** A list of all keys, which is another with each new one, is not what the page is about. */
  const shortened = (message: string) =>
    message.length > 220 ? message.replace(/^([^]{170}\S*)[^]*(?= {2}\[[a-z-]+\]$)/, '$1 …') : message;
  const rows = told.map(({ what, says }, index) => {
    const [first = '', ...others] = says;
    return `| ${index + 1} | ${cell(what)} | ${cell(shortened(first))}${others.length ? ` (and ${others.length} more)` : ''} |`;
  });
  const top = `# What a bad input gets

Each line is a mistake that is planted in a small newsroom and read as a build reads it, by \`tests/unit/inputs.test.ts\`, which wrote this page: it fails when one of them gets anything else. An error stops the build, and the last good site stays; all are told in one run.

| | What is wrong | What is told |
|---|---|---|`;
  await expect(`${[top, ...rows].join('\n')}\n`).toMatchFileSnapshot('../../docs/reliability/inputs.md');
});
