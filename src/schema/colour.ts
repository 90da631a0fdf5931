import { clampChroma, converter, formatHex, wcagContrast } from 'culori';
import { z } from 'astro/zod';

/** The backgrounds on which text stands: paper, card and tint of `styles/tokens.css`. */
export const grounds = {
  light: ['#fbfbf8', '#fffffd', '#eef0eb'],
  dark: ['#121615', '#1b2220', '#1f2624'],
} as const;

export type Scheme = keyof typeof grounds;

/** The colour of text on them. */
export const inks: Readonly<Record<Scheme, string>> = { light: '#17191a', dark: '#e7e6df' };

/** What WCAG 2.2 asks of text at level AAA (1.4.6). */
const LEAST = 7;

/** The contrast of a colour with the nearest of the backgrounds, from 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastOf = (colour: string, scheme: Scheme): number =>
  Math.min(...grounds[scheme].map((ground) => wcagContrast(colour, ground)));

const oklch = converter('oklch');

/**
 * The colour itself where text in it can be read, else the nearest of its hue that can: darker on
 * light, lighter on dark.
 */
export function readable(colour: string, scheme: Scheme): string {
  if (contrastOf(colour, scheme) >= LEAST) return colour;
  const { l = 0, c = 0, h = 0 } = oklch(colour) ?? {};
  const at = (lightness: number) => formatHex(clampChroma({ mode: 'oklch', l: lightness, c, h }, 'oklch'));
  let [fails, passes] = [l, scheme === 'light' ? 0 : 1];
  while (Math.abs(fails - passes) > 0.001) {
    const middle = (fails + passes) / 2;
    if (contrastOf(at(middle), scheme) >= LEAST) passes = middle;
    else fails = middle;
  }
  return at(passes);
}

const expected = 'a colour such as #0a5343';

/** The colour of links and marks in one scheme, in which text has to be read. */
export const accent = (scheme: Scheme) =>
  z
    .string(expected)
    .regex(/^#([\da-f]{3}|[\da-f]{6})$/i, expected)
    .check(({ value, issues }) => {
      const contrast = contrastOf(value, scheme);
      if (!(contrast < LEAST)) return;
      const has = contrast.toFixed(1);
      const message = `a colour with a contrast of ${LEAST} to 1 or more on the ${scheme} background, where this one has ${has}`;
      issues.push({ code: 'custom', input: value, message, params: { suggestion: readable(value, scheme) } });
    });
