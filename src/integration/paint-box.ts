import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { PaintBox } from '../outputs/output.ts';

const require = createRequire(import.meta.url);

/** Our fonts, each with its subsets; for what scripts they are is said in `metadata/card.ts`. */
const fonts = [
  {
    manifest: require.resolve('@fontsource/noto-sans/package.json'),
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'devanagari'],
  },
  { manifest: require.resolve('@fontsource/noto-sans-arabic/package.json'), subsets: ['arabic'] },
];

/**
 * What cards are painted with. Pango reads fonts that are TrueType, and packages of fonts bring WOFF.
 *
 * @param cache the folder of what can be made again.
 */
export const paintBox = (cache: string): PaintBox => ({
  sharp: require.resolve('sharp'),
  fonts: fonts.flatMap(({ manifest, subsets }) => {
    const folder = dirname(manifest);
    return subsets.map((subset) =>
      trueTypeOf(join(folder, 'files', `${basename(folder)}-${subset}-700-normal.woff`), join(cache, 'fonts')),
    );
  }),
});

function trueTypeOf(woff: string, folder: string): string {
  const bytes = readFileSync(woff);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const file = join(folder, `${basename(woff, '.woff')}-${digest}.ttf`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, unpackWoff(bytes));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** The sizes of the headers and of an entry of a directory, in bytes (W3C, WOFF File Format 1.0, sections 3 and 4). */
const [WOFF_HEADER, WOFF_ENTRY, SFNT_HEADER, SFNT_ENTRY] = [44, 20, 12, 16];

/** A font without the packing of WOFF 1.0 around its tables. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = WOFF_HEADER + WOFF_ENTRY * index;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  const power = Math.floor(Math.log2(count));
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let end = directory.length;
  const parts = tables.flatMap(({ tag, checksum, data }, index) => {
    const at = SFNT_HEADER + SFNT_ENTRY * index;
    tag.copy(directory, at);
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(end, at + 8);
    directory.writeUInt32BE(data.length, at + 12);
    const padding = Buffer.alloc(-data.length & 3);
    end += data.length + padding.length;
    return [data, padding];
  });
  return Buffer.concat([directory, ...parts]);
}
