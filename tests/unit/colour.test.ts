import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { contrastOf, grounds, readable } from '../../src/schema/colour.ts';
import { accentsOf, lookTokens } from '../../src/schema/look.ts';
import { looks } from '../../src/schema/looks.ts';
import { checkSettings } from '../../src/integration/settings.ts';

const wide = readFileSync(new URL('../../src/styles/wide.css', import.meta.url), 'utf8');
const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The value of a token in light and dark. */
const token = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)!.slice(1);

test('contrast is measured on the backgrounds that pages have', () => {
  const [paper, card, tint] = ['paper', 'card', 'tint'].map(token);
  expect(grounds.light).toEqual([paper![0], card![0], tint![0]]);
  expect(grounds.dark).toEqual([paper![1], card![1], tint![1]]);
});

test('our own colours of text can be read on all of them', () => {
  for (const name of ['ink', 'soft', 'accent']) {
    const [light = '', dark = ''] = token(name);
    expect(contrastOf(light, 'light'), name).toBeGreaterThanOrEqual(7);
    expect(contrastOf(dark, 'dark'), name).toBeGreaterThanOrEqual(7);
  }
});

test.each(looks)('what is written in the look of a %s can be read in both schemes', (look) => {
  for (const scheme of ['light', 'dark'] as const)
    expect(contrastOf(accentsOf({ look })[scheme], scheme), scheme).toBeGreaterThanOrEqual(7);
  const { mast, 'mast-ink': ink } = lookTokens[look];
  if (mast && ink) expect(wcagContrast(mast, ink)).toBeGreaterThanOrEqual(7);
});

test('a look is nothing but values of tokens that the sheets have', () => {
  const known = new Set((tokens + wide).match(/(?<=--)[\w-]+(?=:)/g));
  for (const look of looks) expect(Object.keys(lookTokens[look]).filter((name) => !known.has(name))).toEqual([]);
  expect(accentsOf({ look: 'daily' })).toEqual({ light: token('accent')[0], dark: token('accent')[1] });
});

test.each(['#ff0000', '#00f', '#ffd400', '#808080', '#ffffff', '#000000', '#e6007e'])(
  'the nearest to %s that can be read passes, and barely',
  (colour) => {
    for (const scheme of ['light', 'dark'] as const) {
      const nearest = readable(colour, scheme);
      expect(contrastOf(nearest, scheme)).toBeGreaterThanOrEqual(7);
      if (nearest !== colour) expect(contrastOf(nearest, scheme)).toBeLessThan(7.3);
    }
  },
);

test('an accent that is too weak is an error that proposes one that is not', () => {
  const mistakes = checkSettings({ name: 'A', accent: '#e6007e', accentDark: '#0a5343' });
  expect(mistakes.map(({ reason }) => reason)).toEqual([
    'Unexpected “#e6007e” for “accent”: expected a colour with a contrast of 7 to 1 or more on the light background, where this one has 3.9.',
    'Unexpected “#0a5343” for “accentDark”: expected a colour with a contrast of 7 to 1 or more on the dark background, where this one has 1.7.',
  ]);
  for (const { path, expected } of mistakes) {
    expect(checkSettings({ name: 'A', [String(path[0])]: expected?.[0] })).toEqual([]);
  }
});
