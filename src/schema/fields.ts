import { z } from 'astro/zod';

/**
 * The fields that schemas and contracts are made of.
 *
 * Every message here completes the sentence “Unexpected …: expected ”, because that is how a
 * writer reads it.
 */

/**
 * What a newsroom’s own keys say above a story. Empty here: types of a site fill it in, from `src/nutgraf/fields.ts`
 * (TypeScript Handbook, module augmentation).
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only an interface can be added to
export interface OwnFields {}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const moment = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const year = /^\d{4}$/;

/** Whether a `YYYY-MM-DD` is in the calendar: 2026-02-30 is not. */
const inCalendar = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
};

const isDay = (text: string) => day.test(text) && inCalendar(text);
const isMoment = (text: string) => moment.test(text) && inCalendar(text.slice(0, 10));

/** Signs of which readers see nothing: spaces, controls, marks, and blanks that count as letters or signs. */
const unseen = /^[\p{Z}\p{Cc}\p{Cf}\p{M}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** Whether readers see anything of a text. */
export const isSeen = (value: string): boolean => !unseen.test(value);

/** A word or more. */
export const text = (expected = 'text') =>
  z
    .string(expected)
    .trim()
    .min(1, { error: expected, abort: true })
    .refine(isSeen, { error: expected, abort: true })
    .meta({ words: true });

const isTimeOfDay = /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** What a value lacks that is nearly a date. */
function lackOf(value: string): string | undefined {
  const [, date = '', time] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?)?/.exec(value) ?? [];
  if (date && !inCalendar(date)) return 'a day that is in the calendar';
  if (time && !isTimeOfDay.test(time)) return 'a time of day from 00:00 to 23:59';
  return time && date + time === value ? `a time with its zone, such as ${value}Z or ${value}-05:00` : undefined;
}

const date = (isDate: (text: string) => boolean, expected: string) =>
  z.string(expected).refine(isDate, { error: ({ input }) => lackOf(String(input)) ?? expected });

/**
 * A date, or a date and time with its zone (ISO 8601), kept as the writer wrote it: a plain date
 * has no zone and is never shifted by one.
 */
export const dateOrMoment = () =>
  date((value) => isDay(value) || isMoment(value), 'a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00');

/** A day, without a time. */
export const plainDay = () => date(isDay, 'a date such as 2026-01-08');

/** A date of which only the year, or the year and month, may be known (ISO 8601). */
export const partialDate = () =>
  date(
    (value) => isDay(value) || isMoment(value) || month.test(value) || year.test(value),
    'a date such as 2026-01-08, 2026-01 or 2026',
  );

/** An address on the web, without the name and the password of whoever may see it. */
export const webAddress = () =>
  z
    .url({
      protocol: /^https?$/,
      hostname: z.regexes.hostname,
      error: 'a web address such as https://example.org/page',
      abort: true,
    })
    .refine((address) => !hasCredentials(address), 'a web address without a name and a password in it');

/** An account in the fediverse, as Mastodon writes it: `@desk@news.social`. */
export const fediverseAccount = () =>
  z
    .string('an account such as @desk@news.social')
    .regex(/^@?[\w.-]+@[\w-]+(\.[\w-]+)+$/, 'an account such as @desk@news.social');

/** Whether an address has a user’s name or password before its host (RFC 3986, 3.2.1). */
export function hasCredentials(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username + url.password !== '';
}

/** The collections that a story or registry entry can point to. `sources` are the story's own. */
export type Referable = 'explainers' | 'outlets' | 'people' | 'authors' | 'topics' | 'notes' | 'terms' | 'sources';

/** The id of an entry in another collection; that it exists is checked when all are read. */
export const reference = (to: Referable) => text(`the id of one of the ${to}`).meta({ references: to });

const isBeside = (path: string) => !/^[/\\]|:|(^|[/\\])\.\.([/\\]|$)/.test(path);

/**
 * The path of a file beside the story, with one of these extensions. That it exists is checked
 * when the story is read; a contract gets its text by `derive`.
 */
export const storyFile = (extensions: readonly string[]) => {
  const expected = `the name of a .${extensions.join(' or .')} file beside the story`;
  return text(expected).refine(
    (path) => isBeside(path) && extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`)),
    expected,
  );
};

/** The path of a picture beside the story; that it exists is checked when the story is read. */
export const picture = () =>
  text('the name of a picture beside the story')
    .refine(isBeside, 'the name of a picture beside the story')
    .meta({ picture: true });

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

const isLanguage = (tag: string) => {
  try {
    return /^[a-z]{2,3}(-|$)/.test(tag) && languageNames.of(tag) !== undefined;
  } catch {
    return false;
  }
};

/** What was meant by a tag that is none: a country’s stands for its first language, as `jp` for `ja`. */
function languageMeant(tag: string): string {
  const [, region = ''] = /^([a-z]{2})$/i.exec(tag) ?? [];
  const meant = region && new Intl.Locale(`und-${region}`).maximize().language;
  return meant && meant !== 'und' && meant !== 'en'
    ? `a language tag such as ${meant}, as ${tag} is a country`
    : 'a language tag such as en or es-CO';
}

/** A language tag (BCP 47), such as `en` or `es-CO`. */
export const language = () =>
  z
    .string('a language tag such as en or es-CO')
    .refine(isLanguage, { error: ({ input }) => languageMeant(String(input)) });
