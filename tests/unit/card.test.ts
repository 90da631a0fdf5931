import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { paintBox } from '../../src/integration/paint-box.ts';
import { paint, paintFront } from '../../src/outputs/card/paint.ts';
import { isOnCards } from '../../src/metadata/card.ts';
import type { CardImage } from '../../src/outputs/output.ts';
import { optionsWith, storyWith } from '../support/stories.ts';

const cache = mkdtempSync(join(tmpdir(), 'nutgraf-card-'));
const box = paintBox(cache);

afterAll(() => rmSync(cache, { recursive: true }));

const paintOf = (above: object = {}, image?: CardImage) =>
  paint(storyWith({ above: { topics: ['trade'], ...above } }), optionsWith(), box, image);

/** Where a card is dark, in four columns from left to right. */
async function inkIn(card: Uint8Array): Promise<boolean[]> {
  const { data, info } = await sharp(card).greyscale().raw().toBuffer({ resolveWithObject: true });
  const column = info.width / 4;
  return [0, 1, 2, 3].map((number) => {
    for (let y = 0; y < info.height; y += 1)
      for (let x = number * column; x < (number + 1) * column; x += 1) if (data[y * info.width + x]! < 60) return true;
    return false;
  });
}

describe('a card', () => {
  test('is a picture of 1,200 × 630 pixels, the same for the same story', async () => {
    const card = await paintOf();
    expect(await sharp(card).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(card.length).toBeLessThan(150_000);
    expect(Buffer.from(await paintOf()).equals(Buffer.from(card))).toBe(true);
    expect(Buffer.from(await paintOf({ headline: 'Another' })).equals(Buffer.from(card))).toBe(false);
  });

  test('of a newsroom has its name, and what it says of itself; of a headline without a letter, its mark alone', async () => {
    const front = (more: object) => paintFront({ ...optionsWith(), tagline: undefined, ...more }, box);
    const cards = await Promise.all([front({ name: 'A' }), front({ name: 'B' }), front({ name: 'A', tagline: 'C' })]);
    expect(new Set(cards.map((card) => Buffer.from(card).toString('base64'))).size).toBe(3);
    expect((await inkIn(await front({ name: 'A' }))).slice(0, 1)).toEqual([true]);
    expect((await inkIn(await paintOf({ headline: '🎉' }))).slice(1, 2)).toEqual([false]);
  });

  test('is turned round where its language is written from right to left', async () => {
    const white = { file: join(cache, 'white.png'), focus: '50% 50%', credit: 'A' };
    await sharp({ create: { width: 900, height: 500, channels: 3, background: '#fff' } }).toFile(white.file);
    expect(await inkIn(await paintOf({ headline: 'Short' }, white))).toEqual([true, expect.anything(), false, false]);
    expect(await inkIn(await paintOf({ lang: 'ar', headline: 'عنوان' }, white))).toEqual([
      false,
      false,
      expect.anything(),
      true,
    ]);
  });

  test('shows what has to be seen of a picture', async () => {
    const file = join(cache, 'halves.png');
    const half = { create: { width: 1000, height: 600, channels: 3, background: '#f00' } } as const;
    const red = await sharp(half).png().toBuffer();
    await sharp({ create: { ...half.create, width: 2000, background: '#00f' } })
      .composite([{ input: red, left: 0, top: 0 }])
      .toFile(file);
    const colourAt = async (focus: string) => {
      const { data } = await sharp(await paintOf({}, { file, focus, credit: 'A' }))
        .extract({ left: 960, top: 300, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return [...data.subarray(0, 3)];
    };
    expect(await colourAt('10% 50%')).toEqual([255, 0, 0]);
    expect(await colourAt('90% 50%')).toEqual([0, 0, 255]);
  });

  test.each([
    ['a word of 61 letters', 'a'.repeat(61)],
    ['300 letters', 'Rechtsschutzversicherung '.repeat(12)],
    ['signs of markup', 'A < b & c > d <span>'],
    ['an emblem', 'Clocks 🕰️ stop'],
    ['one letter', 'A'],
  ])('has room for %s', async (_, headline) =>
    expect((await sharp(await paintOf({ headline })).metadata()).height).toBe(630),
  );
});

test.each([
  ['Why the leap second is being retired', true],
  ['لماذا تُلغى الثانية الكبيسة؟', true],
  ['Почему? Γιατί; हिन्दी', true],
  ['うるう秒', false],
])('%s: there are letters for it: %s', (words, isThere) => expect(isOnCards(words)).toBe(isThere));
