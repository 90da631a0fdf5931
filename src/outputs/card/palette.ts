import { crc32, deflateSync } from 'node:zlib';
import { CARD } from '../../metadata/card.ts';

/** Pixels of a part of a card: RGBA, or RGB in what is a picture. */
export interface Pixels {
  data: Buffer;
  info: { width: number; height: number; channels: number };
}

/** Pixels, and where they lie on a card, in pixels. */
export interface Layer {
  pixels: Pixels;
  left: number;
  top: number;
}

/** A PNG’s palette has so many colours (W3C, PNG, section 11.2.2). */
const MOST = 256;

/** A line has a byte before it that says how it is filtered: not at all. */
const STRIDE = CARD.width + 1;

/** The lines of the card that is made now, each pixel as the number of its colour. */
const lines = Buffer.alloc(STRIDE * CARD.height);

/**
 * A card of few colours as a PNG with a palette: a third of the bytes and of the time of one with all colours. Colours
 * that differ in the last three bits are one.
 *
 * @param paper the ground, as 0xRRGGBB.
 * @param layers with transparency.
 */
export function paletteCard(paper: number, layers: readonly Layer[]): Uint8Array<ArrayBuffer> {
  const palette = new Palette(paper);
  lines.fill(0);
  for (const layer of layers) lay(layer, palette);
  return pngOf(palette.colours);
}

class Palette {
  readonly colours: number[] = [];
  readonly #indexes = new Map<number, number>();

  constructor(first: number) {
    this.indexOf(first);
  }

  indexOf(colour: number): number {
    const key = colour & 0xf8f8f8;
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.colours.length < MOST ? this.colours.push(colour) - 1 : this.#nearest(colour);
      this.#indexes.set(key, index);
    }
    return index;
  }

  #nearest(colour: number): number {
    let [nearest, least] = [0, Infinity];
    for (const [index, other] of this.colours.entries()) {
      const distance = [16, 8, 0].reduce(
        (sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2,
        0,
      );
      if (distance < least) [nearest, least] = [index, distance];
    }
    return nearest;
  }
}

/** Lays pixels with transparency over lines of indexes; what lets paper through is mixed with it. */
function lay({ pixels: { data, info }, left, top }: Layer, palette: Palette): void {
  const [paper = 0] = palette.colours;
  // Most pixels are as the one before them: as numbers, the opacity in the highest byte, they are compared at once.
  const pixels = new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const width = Math.min(info.width, CARD.width - left);
  let [last, index] = [0, 0];
  for (let y = Math.max(0, -top); y < Math.min(info.height, CARD.height - top); y += 1) {
    const from = y * info.width;
    const to = (top + y) * STRIDE + 1 + left;
    for (let x = 0; x < width; x += 1) {
      const pixel = pixels[from + x]!;
      if (pixel >>> 24 === 0) continue;
      if (pixel !== last) [last, index] = [pixel, palette.indexOf(mixed(pixel, paper))];
      lines[to + x] = index;
    }
  }
}

/** The colour, as 0xRRGGBB, of a pixel, as 0xAABBGGRR, over a ground. */
function mixed(pixel: number, ground: number): number {
  const share = (pixel >>> 24) / 255;
  const part = (bits: number, groundBits: number) =>
    Math.round(((pixel >> bits) & 255) * share + ((ground >> groundBits) & 255) * (1 - share)) << groundBits;
  return part(0, 16) | part(8, 8) | part(16, 0);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** An image of eight bits a pixel with a palette (W3C, Portable Network Graphics, sections 5 and 11). */
function pngOf(colours: readonly number[]): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(CARD.width, 0);
  header.writeUInt32BE(CARD.height, 4);
  header.set([8, 3], 8);
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const png = [
    SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', deflateSync(lines, { level: 3 })),
    ...chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(png));
}

function chunk(name: string, data: Buffer): Buffer[] {
  const [length, typed, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(name), data]), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return [length, typed, check];
}
