import { readable } from './colour.ts';
import type { Scheme } from './colour.ts';
import type { Look } from './looks.ts';

/** The colours of links and marks of a look, which is values for tokens alone (`styles/tokens.css`, `wide.css`). */
const accents: Readonly<Record<Look, { light: string; dark: string }>> = {
  daily: { light: '#0a5343', dark: '#86d3b8' },
  magazine: { light: '#7d2318', dark: '#f2ab9d' },
  broadcaster: { light: '#123e9c', dark: '#a9c3ff' },
};

/** The colour at the top of its pages, which browsers on phones take for their own bars. */
export const topOf = (look: Look): Readonly<Record<Scheme, string>> => {
  const bar = lookTokens[look]['mast'];
  return bar ? { light: bar, dark: bar } : { light: '#fbfbf8', dark: '#121615' };
};

/** The colours of links and marks: the newsroom’s where it has set one, those of the look else. */
export const accentsOf = (brand: {
  look: Look;
  accent?: string | undefined;
  accentDark?: string | undefined;
}): Readonly<Record<Scheme, string>> =>
  brand.accent
    ? { light: brand.accent, dark: brand.accentDark ?? readable(brand.accent, 'dark') }
    : accents[brand.look];

/** What is other than in the sheets, which are those of a daily. */
export const lookTokens: Readonly<Record<Look, Readonly<Record<string, string>>>> = {
  daily: {},
  magazine: {
    serif: "'Palatino Linotype',Palatino,'Book Antiqua',Georgia,serif",
    weight: '400',
    tracking: '-.01em',
    rule: '0px',
    u: '.46rem',
    crop: '4/5',
    'lead-crop': '1',
    split: '1fr 1fr',
    lead: 'clamp(2rem,1.2rem + 3.4vw,4rem)',
    s3: 'clamp(1.6rem,1rem + 5.2vw,3.4rem)',
  },
  broadcaster: {
    head: 'var(--sans)',
    tracking: '-.015em',
    rule: '2px',
    corner: '10px',
    u: '.37rem',
    crop: '16/9',
    'lead-crop': '16/9',
    split: '2fr 3fr',
    lead: 'clamp(1.6rem,1.2rem + 1.6vw,2.5rem)',
    s3: 'clamp(1.4rem,1rem + 3.8vw,2.4rem)',
    mast: '#17191a',
    'mast-ink': '#fbfbf8',
  },
};
