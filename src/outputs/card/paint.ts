import { inks } from '../../schema/colour.ts';
import { accentsOf } from '../../schema/look.ts';
import { inLanguage } from '../../schema/translations.ts';
import { drawMark, familyOf, MARK_HEIGHT, MARK_WIDTH } from '../../stories/mark.ts';
import type { Story } from '../../stories/story.ts';
import { stringsFor } from '../../strings/index.ts';
import { directionOf } from '../../strings/intl.ts';
import type { CardImage, Painter } from '../output.ts';
import { paletteCard } from './palette.ts';
import type { Layer, Pixels } from './palette.ts';
import { isOnCards } from './scripts.ts';
import { CARD } from './size.ts';

/** The card that is shown with links to a story: its headline, whose it is, and its picture or mark. */

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

type Sharp = typeof import('sharp').default;

/** Paints the card of a story as PNG. */
export const paint: Painter = async (story, options, box, image) => {
  const { default: sharp } = (await import(/* @vite-ignore */ box.sharp)) as { default: Sharp };
  const isRtl = directionOf(story.lang) === 'rtl';
  const write = await writer(sharp, box.fonts, isRtl);
  const accent = accentsOf(options).light;
  const { name } = inLanguage(options, story.lang);
  const kind = [story.topics[0]?.name, stringsFor(story.lang).labels[story.label]].filter(Boolean).join(' · ');
  const [above, headline, below, side] = await Promise.all([
    aboveOf(write, name, kind, accent),
    write([{ words: cut(story.headline), size: sizeOf(story.headline), colour: INK }]),
    image ? write([{ words: image.credit, size: 18, colour: SOFT }]) : undefined,
    image ? cropOf(sharp, image) : markOn(sharp, story, accent),
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
};

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

/** Fonts are made known once a thread. */
const known = new Set<string>();

async function writer(sharp: Sharp, fonts: readonly string[], isRtl: boolean): Promise<Write> {
  const set = (text: string, more: { fontfile?: string } = {}) =>
    sharp({
      // The family of a subset is that of the whole font; Pango looks for each sign in all of them.
      text: {
        text,
        font: 'Noto Sans,Noto Sans Arabic Bold 20',
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
  return (lines) =>
    set(
      lines
        .filter(({ words }) => isOnCards(words))
        .map(
          ({ words, size, colour }) =>
            `<span size="${size * 1024}" foreground="${colour}">${isRtl ? RIGHT_TO_LEFT : ''}${escaped(words)}</span>`,
        )
        .join('\n'),
    );
}

/** As Pango’s markup has it, without emblems, which our fonts do not have. */
const escaped = (words: string) =>
  words
    .replace(/\p{Extended_Pictographic}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The mark of a story, on its ground. */
async function markOn(sharp: Sharp, story: Story, accent: string): Promise<Pixels> {
  const family = familyOf(story.topics[0]);
  const { solid, dotted, disc, weight } = drawMark({
    ...family,
    seed: story.id,
    sources: story.sources.length,
    open: story.document.unknowns,
  });
  const [ground, stroke, ink] = family.isDeep ? [accent, '#fff', '#fff'] : ['#e3eae4', accent, INK];
  const wide = { line: 1.2, rain: 1.8, bars: 5 }[weight];
  const cap = weight === 'line' ? 'butt' : 'round';
  const dots = weight === 'bars' ? 6.5 : 2.6;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${CARD.height}" viewBox="0 0 ${MARK_WIDTH} ${MARK_HEIGHT}" preserveAspectRatio="xMidYMid slice"><path fill="${ground}" d="M0 0h96v64H0z"/><g fill="none" stroke-width="${wide}"><path stroke="${stroke}" stroke-linecap="${cap}" ${family.isDeep ? 'stroke-opacity=".75" ' : ''}d="${solid}"/><path stroke="${ink}" stroke-width="${weight === 'line' ? 1.5 : wide}" stroke-linecap="round" stroke-dasharray="0 ${dots}" d="${dotted}"/></g><circle fill="${ink}" cx="${disc.x}" cy="${disc.y}" r="${disc.r}"/></svg>`;
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
