import type { Options } from '../../options.ts';
import { inks } from '../../schema/colour.ts';
import { accentsOf } from '../../schema/look.ts';
import { inLanguage } from '../../schema/translations.ts';
import { drawMark, familyOf, MARK_HEIGHT, MARK_WIDTH } from '../../stories/mark.ts';
import type { MarkSeed } from '../../stories/mark.ts';
import { stringsFor } from '../../strings/index.ts';
import { directionOf } from '../../strings/intl.ts';
import type { CardImage, PaintBox, Painter } from '../output.ts';
import { sharpAt } from '../../astro/sharp.ts';
import type { Sharp } from '../../astro/sharp.ts';
import { paletteCard } from './palette.ts';
import type { Layer, Pixels } from './palette.ts';
import { CARD, isOnCards } from '../../metadata/card.ts';

/** The cards that are shown with links: to a story, its headline, whose it is, and its picture or mark. */

const SIDE = 480;
const MARGIN = 56;
const TEXT = CARD.width - SIDE - 2 * MARGIN;

const PAPER = 0xfbfbf8;
const INK = inks.light;
const SOFT = '#484c4a';

/** How large a headline of up to so many signs is set, in pixels. */
const SIZES = [
  [24, 84],
  [45, 70],
  [75, 58],
  [120, 46],
  [190, 38],
] as const;

type SharpOptions = import('sharp').SharpOptions;

/** What is written on a card, and from what its mark is drawn. */
interface Face extends MarkSeed {
  lang: string;
  /** Whose it is. */
  name: string;
  kind: string;
  headline: string;
}

/** Paints the card of a story as PNG. */
export const paint: Painter = (story, options, box, image) => {
  const { id, lang, headline, topics, label, sources, document } = story;
  const { name } = inLanguage(options, lang);
  const kind = [topics[0]?.name, stringsFor(lang).labels[label]].filter(Boolean).join(' · ');
  const mark = { ...familyOf(topics[0]), seed: id, sources: sources.length, open: document.unknowns };
  return paintFace({ ...mark, lang, name, kind, headline }, options, box, image);
};

/** Paints the card of the newsroom, for pages that are no story’s: its name, and what it says of itself. */
export const paintFront = (options: Options, box: PaintBox): Promise<Uint8Array<ArrayBuffer>> => {
  const { name, tagline, lang } = options;
  const mark = { ...familyOf({ id: name }), seed: name, sources: 6, open: 2 };
  const words = tagline ? { name, headline: tagline } : { name: '', headline: name };
  return paintFace({ ...mark, ...words, lang, kind: '' }, options, box);
};

async function paintFace(
  face: Face,
  options: Options,
  box: PaintBox,
  image?: CardImage,
): Promise<Uint8Array<ArrayBuffer>> {
  const sharp = sharpAt(box.sharp);
  const isRtl = directionOf(face.lang) === 'rtl';
  const write = await writer(sharp, box.fonts, isRtl);
  const accent = accentsOf(options).light;
  const [above, headline, below, side] = await Promise.all([
    aboveOf(write, face.name, face.kind, accent),
    write([{ words: cut(face.headline), size: sizeOf(face.headline), colour: INK }]),
    image ? write([{ words: image.credit, size: 18, colour: SOFT }]) : undefined,
    image ? cropOf(sharp, image) : markOn(sharp, face, accent),
  ]);
  const text = (pixels: Pixels, top: number): Layer => ({
    pixels,
    left: isRtl ? CARD.width - MARGIN - pixels.info.width : MARGIN,
    top,
  });
  const foot = CARD.height - MARGIN - (below ? below.info.height + 20 : 0);
  const layers = [
    { pixels: side, left: isRtl ? 0 : CARD.width - SIDE, top: 0 },
    text(above, MARGIN),
    text(headline, Math.max(MARGIN + 110, foot - headline.info.height)),
    ...(below ? [text(below, CARD.height - MARGIN - below.info.height)] : []),
  ];
  return image ? pictureCard(sharp, layers) : paletteCard(PAPER, layers);
}

/** A card with a picture, which has more colours than a palette. */
async function pictureCard(sharp: Sharp, layers: readonly Layer[]): Promise<Uint8Array<ArrayBuffer>> {
  const card = sharp({ create: { ...CARD, channels: 3, background: `#${PAPER.toString(16)}` } }).composite(
    layers.map(({ pixels: { data, info }, left, top }) => ({
      input: data,
      raw: { ...info, channels: info.channels === 4 ? 4 : 3 },
      left,
      top,
    })),
  );
  return new Uint8Array(await card.png({ compressionLevel: 3 }).toBuffer());
}

type Write = (lines: readonly Line[]) => Promise<Pixels>;

const aboves = new Map<string, Promise<Pixels>>();

/** The lines above headlines, which many stories share. */
function aboveOf(write: Write, name: string, kind: string, accent: string): Promise<Pixels> {
  const key = [name, kind, accent].join('\n');
  const lines = [
    { words: name, size: 30, colour: INK },
    { words: kind, size: 24, colour: accent },
  ];
  const above = aboves.get(key) ?? write(lines);
  aboves.set(key, above);
  return above;
}

const sizeOf = (headline: string) => SIZES.find(([most]) => headline.length <= most)?.[1] ?? SIZES.at(-1)![1];

/** What there is room for. */
const cut = (headline: string) => (headline.length > 190 ? `${headline.slice(0, 188).trimEnd()}…` : headline);

interface Line {
  words: string;
  /** In pixels. */
  size: number;
  colour: string;
}

/** Sets a base direction for what a line begins with (Unicode Bidirectional Algorithm, “implicit marks”). */
const RIGHT_TO_LEFT = '\u200F';

/** The family of a subset is that of the whole font. Pango looks for each sign in all that are named: few are quick. */
const fontFor = (text: string) => `Noto Sans${/\p{Script=Arabic}/u.test(text) ? ',Noto Sans Arabic' : ''} Bold 20`;

/** Fonts are made known once a thread. */
const known = new Set<string>();

async function writer(sharp: Sharp, fonts: readonly string[], isRtl: boolean): Promise<Write> {
  const set = (text: string, more: { fontfile?: string } = {}) =>
    sharp({
      text: {
        text,
        font: fontFor(text),
        dpi: 72,
        rgba: true,
        width: TEXT,
        wrap: 'word-char',
        ...more,
      },
    })
      .raw()
      .toBuffer({ resolveWithObject: true });
  for (const fontfile of fonts) {
    if (!known.has(fontfile)) await set('.', { fontfile });
    known.add(fontfile);
  }
  return (lines) => {
    const text = lines
      .filter(({ words }) => isOnCards(words) && withoutEmblems(words).trim())
      .map(
        ({ words, size, colour }) =>
          `<span size="${size * 1024}" foreground="${colour}">${isRtl ? RIGHT_TO_LEFT : ''}${escaped(words)}</span>`,
      )
      .join('\n');
    return text ? set(text) : sharp(nothing).raw().toBuffer({ resolveWithObject: true });
  };
}

/** What is there where no words are. */
const nothing = {
  create: { width: 1, height: 1, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
} satisfies SharpOptions;

/** Without emblems, which our fonts do not have. */
const withoutEmblems = (words: string) => words.replace(/\p{Extended_Pictographic}/gu, '');

/** As Pango’s markup has it. */
const escaped = (words: string) =>
  withoutEmblems(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A mark, on its ground. */
async function markOn(sharp: Sharp, seed: MarkSeed, accent: string): Promise<Pixels> {
  const { solid, dotted, disc, weight } = drawMark(seed);
  const [ground, stroke, ink] = seed.isDeep ? [accent, '#fff', '#fff'] : ['#e3eae4', accent, INK];
  const wide = { line: 1.2, rain: 1.8, bars: 5 }[weight];
  const cap = weight === 'line' ? 'butt' : 'round';
  const dots = weight === 'bars' ? 6.5 : 2.6;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${CARD.height}" viewBox="0 0 ${MARK_WIDTH} ${MARK_HEIGHT}" preserveAspectRatio="xMidYMid slice"><path fill="${ground}" d="M0 0h96v64H0z"/><g fill="none" stroke-width="${wide}"><path stroke="${stroke}" stroke-linecap="${cap}" ${seed.isDeep ? 'stroke-opacity=".75" ' : ''}d="${solid}"/><path stroke="${ink}" stroke-width="${weight === 'line' ? 1.5 : wide}" stroke-linecap="round" stroke-dasharray="0 ${dots}" d="${dotted}"/></g><circle fill="${ink}" cx="${disc.x}" cy="${disc.y}" r="${disc.r}"/></svg>`;
  return sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/** A picture, cropped around what has to be seen of it. */
async function cropOf(sharp: Sharp, { file, focus }: CardImage): Promise<Pixels> {
  const [across = 50, down = 50] = focus.split(' ').map(Number.parseFloat);
  const { data, info } = await sharp(file)
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize(SIDE, CARD.height, { fit: 'outside' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round(Math.min(Math.max((info.width * across) / 100 - SIDE / 2, 0), info.width - SIDE));
  const top = Math.round(
    Math.min(Math.max((info.height * down) / 100 - CARD.height / 2, 0), info.height - CARD.height),
  );
  return sharp(data, { raw: info })
    .extract({ left, top, width: SIDE, height: CARD.height })
    .raw()
    .toBuffer({ resolveWithObject: true });
}
