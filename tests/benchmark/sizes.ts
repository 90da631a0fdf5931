import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildDemonstration } from '../support/demonstration.ts';
import { packAll } from '../support/packed.ts';

/**
 * `npm run sizes` prints bytes as JSON: of each page of the demonstration as brotli, and of the packed packages.
 * `--compare before.json after.json` prints what differs as a table in Markdown.
 */

type Sizes = Record<string, number>;

async function measured(): Promise<Sizes> {
  const { dist, dispose } = await buildDemonstration();
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:[\w-]+\/)?index\.html$/.test(file),
  );
  const sizes = pages
    .sort()
    .map((page) => [`/${page.replace('index.html', '')}`, brotliCompressSync(readFileSync(join(dist, page))).length]);
  dispose();
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-sizes-'));
  const packages = Object.entries(packAll(folder)).map(([name, { size }]) => [name, size]);
  rmSync(folder, { recursive: true });
  return Object.fromEntries([...sizes, ...packages]) as Sizes;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Sizes;

function compared(before: Sizes, after: Sizes): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name]);
  const of = (size: number | undefined) => (size === undefined ? '–' : size.toLocaleString('en'));
  const rows = changed.map((name) => {
    const [a, b] = [before[name], after[name]];
    const more = a !== undefined && b !== undefined ? `${b > a ? '+' : ''}${b - a}` : '';
    return `| ${name} | ${of(a)} | ${of(b)} | ${more} |`;
  });
  return rows.length
    ? ['| bytes | before | after | |', '|---|---|---|---|', ...rows].join('\n')
    : 'No page and no package changed its size.';
}

const [mode, before, after] = process.argv.slice(2);
console.log(
  mode === '--compare' && before && after
    ? compared(read(before), read(after))
    : JSON.stringify(await measured(), null, 2),
);
