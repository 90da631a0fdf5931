import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { checkDrawing } from './drawings.ts';

/** What is wrong with a picture. */
export interface PictureFault {
  rule: 'picture-valid' | 'picture-safe';
  /** “Unexpected X: expected Y.” */
  reason: string;
  nearest?: string;
  isWarning?: boolean;
}

/** So many bytes and pixels a picture may have: a build holds them in memory. */
const MOST_BYTES = 50_000_000;
const MOST_PIXELS = 100_000_000;

const expected = 'a picture in PNG, JPEG, WebP, AVIF, GIF or SVG';

/** What files are by their first bytes, where they are no picture that browsers show. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^....ftyp(?:hei|hev|mif1|msf1)/s, 'a photo in HEIC, as telephones take it'],
  [/^%PDF-/, 'a PDF'],
  [/^BM/, 'a picture in BMP'],
  [/^8BPS/, 'a file of Photoshop'],
  [/^%!PS|^\xC5\xD0\xD3\xC6/, 'a file of Illustrator, or PostScript'],
  [/^PK\x03\x04/, 'an archive'],
  [/^version https:\/\/git-lfs/, 'a mark of Git LFS, in the place of the file: git lfs pull brings it'],
  [/^\s*<(?:!doctype html|html)/i, 'a page of the web'],
];

/** What the files of each kind end in. */
const endings: Record<string, readonly string[]> = {
  jpeg: ['.jpg', '.jpeg'],
  png: ['.png'],
  webp: ['.webp'],
  gif: ['.gif'],
  heif: ['.avif'],
  tiff: ['.tif', '.tiff'],
};

const names: Record<string, string> = {
  heif: 'AVIF',
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  tiff: 'TIFF',
};

const broken = (reason: string): PictureFault[] => [{ rule: 'picture-valid', reason }];

/**
 * Decodes a picture: what kind it is by its bytes, how many pixels it has, and whether all of them are there; of a
 * drawing, whether it could run code.
 *
 * @param name what it is called, for messages.
 */
export async function decodePicture(bytes: Buffer, name: string): Promise<PictureFault[]> {
  if (!bytes.length) return broken(`Unexpected empty file “${name}”: expected ${expected}.`);
  if (bytes.length > MOST_BYTES)
    return broken(
      `Unexpected size of “${name}”, ${megabytes(bytes.length)}: expected at most ${megabytes(MOST_BYTES)}.`,
    );
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (isDrawing(bytes)) return checkSvg(bytes.toString('utf8'), name);
  const { default: sharp } = await import('sharp');
  try {
    const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: false });
    const { format, width, height, compression } = await open().metadata();
    const own = endings[format];
    const isAvif = format !== 'heif' || compression === 'av1';
    if (!own || !isAvif) return broken(`Unexpected file “${name}”, ${kindOf(head) ?? format}: expected ${expected}.`);
    if (width * height > MOST_PIXELS)
      return broken(
        `Unexpected ${width} × ${height} pixels in “${name}”: expected at most ${MOST_PIXELS / 1_000_000} million.`,
      );
    // Small sizes of a JPEG are had quickly; all of it is read even so.
    await open().resize(64, 64, { fit: 'inside' }).raw().toBuffer();
    const ending = extname(name).toLowerCase();
    if (own.includes(ending)) return [];
    const reason = `Unexpected “${ending}” at the end of “${name}”, which is ${names[format]}: expected ${own[0]}.`;
    return [
      {
        rule: 'picture-valid',
        reason,
        nearest: name.slice(0, -ending.length || undefined) + own[0]!,
        isWarning: ending !== '.svg',
      },
    ];
  } catch {
    const kind = kindOf(head);
    return broken(
      kind
        ? `Unexpected file “${name}”, ${kind}: expected ${expected}.`
        : `Unexpected end of what can be read in “${name}”: expected a whole picture. Save or copy it again.`,
    );
  }
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

const kindOf = (head: string) => others.find(([pattern]) => pattern.test(head))?.[1];

const isDrawing = (bytes: Buffer) =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*(?:\[[^\]]*\]\s*)?>\s*|<\?[^>]*>\s*)*<(?:\w+:)?svg[\s>]/i.test(
    bytes.subarray(0, 65_536).toString('utf8'),
  );

async function checkSvg(svg: string, name: string): Promise<PictureFault[]> {
  if (extname(name).toLowerCase() !== '.svg')
    return broken(`Unexpected “${extname(name)}” at the end of “${name}”, which is a drawing: expected .svg.`);
  try {
    const [first] = await checkDrawing(svg);
    if (!first) return [];
    const { line, column, found, expected: wanted } = first;
    return [{ rule: 'picture-safe', reason: `Unexpected ${found} in ${name}:${line}:${column}: expected ${wanted}.` }];
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number };
    return broken(
      `Unexpected signs in ${name}${line ? `:${line}:${column ?? 1}` : ''}: expected a drawing in SVG that is whole.`,
    );
  }
}

/** What was found in a picture of this size and time, so that one that did not change is not read. */
interface Kept {
  seen: string;
  faults: PictureFault[];
}

/** The pictures that were looked at, in this run and in those before. */
export class Pictures {
  readonly #file: string | undefined;
  readonly #version: string;
  /** By their paths, absolute. */
  readonly #kept: Map<string, Kept>;

  /**
   * @param file where to keep what was found, if anywhere; a broken one, or one of another version, is an empty one.
   * @param version of the code that decides.
   */
  constructor(file?: string, version = '') {
    this.#file = file;
    this.#version = version;
    this.#kept = new Map(file ? keptIn(file, version) : []);
  }

  /** Looks at those of the pictures that are new or have changed. @param paths absolute. @returns whether any had. */
  async look(paths: Iterable<string>): Promise<boolean> {
    const waiting = [...new Set(paths)];
    const work = async (isChanged = false): Promise<boolean> => {
      const path = waiting.pop();
      if (path === undefined) return isChanged;
      const isNew = await this.#lookAt(path);
      return work(isChanged || isNew);
    };
    // More at once would hold more of them in memory, and decode none sooner.
    const changes = await Promise.all([work(), work(), work(), work()]);
    const isChanged = changes.includes(true);
    if (isChanged) this.#write();
    return isChanged;
  }

  /** What is wrong with a picture; nothing is known of one that was not looked at. */
  faultsOf(path: string): PictureFault[] {
    return this.#kept.get(path)?.faults ?? [];
  }

  /** @returns whether it had to be read. */
  async #lookAt(path: string): Promise<boolean> {
    const name = basename(path);
    try {
      const { size, mtimeMs } = statSync(path);
      const seen = `${size} ${mtimeMs}`;
      if (this.#kept.get(path)?.seen === seen) return false;
      this.#kept.set(path, { seen, faults: await decodePicture(await readFile(path), name) });
    } catch {
      this.#kept.set(path, {
        seen: '',
        faults: broken(`Unexpected picture “${name}”, which cannot be read: expected the right to read it.`),
      });
    }
    return true;
  }

  #write(): void {
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ version: this.#version, kept: [...this.#kept] }));
    renameSync(draft, this.#file);
  }
}

function keptIn(file: string, version: string): [string, Kept][] {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown; kept?: unknown };
    return found.version === version && Array.isArray(found.kept) ? (found.kept as [string, Kept][]) : [];
  } catch {
    return [];
  }
}
