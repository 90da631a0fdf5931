import { diffArrays } from 'diff';
import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { KitRecord } from '../../renderings/kit.ts';
import type { PublishedCopy } from './copy.ts';
import { comparedWords, levelled } from './words.ts';

/** What is looked at in a copy. */
type CopyRule =
  'credit' | 'credit-link' | 'licence' | 'headline' | 'byline' | 'text' | 'link' | 'picture' | 'search' | 'correction';

/** A message on a copy. One that is no error is a note: the licence allows it. */
const about = (ruleId: CopyRule, reason: string, fatal = true): Message =>
  Object.assign(messageAt({ line: 1, column: 1 }, reason), { ruleId, fatal });

/** Holds a copy against the record of its story. */
export function compareCopy(copy: PublishedCopy, record: KitRecord): Message[] {
  const text = levelled(copy.text);
  const links = new Set(copy.links.map(addressOf));
  const credit = levelled(record.credit.text);
  const { authors, headline, licence } = record;
  // A name that only the credit or a picture has is no byline.
  const beside = [credit, ...record.pictures.map(({ credit: owner = '' }) => levelled(owner))].reduce(
    (rest, words) => (words ? rest.replaceAll(words, '') : rest),
    text,
  );
  return [
    ...(text.includes(credit) ? [] : [about('credit', `Missing credit line: expected “${record.credit.text}”`)]),
    ...record.credit.links
      .filter(({ url }) => !links.has(addressOf(url)))
      .map(({ text: name, url }) =>
        about('credit-link', `Missing link of the credit line: expected “${name}” to lead to ${url}.`),
      ),
    ...(text.includes(levelled(licence.name)) || (licence.url && links.has(addressOf(licence.url)))
      ? []
      : [about('licence', `Missing licence: expected “${licence.name}”.`)]),
    ...(copy.headings.some((heading) => levelled(heading) === levelled(headline))
      ? []
      : [
          about(
            'headline',
            `Unexpected headline${copy.headings[0] ? ` “${copy.headings[0].trim()}”` : ''}: expected “${headline}”.`,
          ),
        ]),
    ...authors
      .filter((name) => !beside.includes(levelled(name)))
      .map((name) => about('byline', `Missing byline: expected “${record.byline}”, with ${name}.`)),
    ...changesOf(copy.text, record),
    ...record.links
      .filter((url) => !links.has(addressOf(url)))
      .map((url) => about('link', `Missing link: expected one to ${url}.`)),
    ...record.pictures
      .filter(({ allowed }) => !allowed)
      .filter((picture) => shows(copy, picture))
      .map(({ alt, credit: owner }) =>
        about(
          'picture',
          `Unexpected picture “${alt}”${owner ? ` (${owner})` : ''}: expected none that copies may not have.`,
        ),
      ),
    ...(copy.page && !keepsOut(copy.page, record.url)
      ? [
          about(
            'search',
            `Missing word to search engines: expected <meta name="robots" content="noindex">, or a canonical link to ${record.url}.`,
          ),
        ]
      : []),
    ...record.corrections
      .filter((correction) => !text.includes(levelled(correction.text)))
      .map((correction) =>
        about('correction', `Missing correction of ${correction.date.slice(0, 10)}: expected “${correction.text}”`),
      ),
  ];
}

/** An address without what programs add: a mark for counting, a slash, its protocol. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, searchParams, hash } = new URL(url);
  for (const name of [...searchParams.keys()]) if (name.startsWith('utm_')) searchParams.delete(name);
  const query = searchParams.size ? `?${searchParams}` : '';
  return host + pathname.replace(/\/$/, '') + query + hash;
}

const keepsOut = ({ canonical, robots }: NonNullable<PublishedCopy['page']>, url: string) =>
  /\b(noindex|none)\b/i.test(robots) || (canonical !== undefined && addressOf(canonical) === addressOf(url));

/** Whether a picture is shown: by its words, or by its file’s name. */
const shows = ({ pictures }: PublishedCopy, { alt, src }: KitRecord['pictures'][number]) => {
  const stem = src
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '');
  const file = new RegExp(`(^|[/\\s,])${stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[._-]`);
  return pictures.some(
    (shown) => (alt && levelled(shown.alt) === levelled(alt)) || shown.addresses.some((address) => file.test(address)),
  );
};

/** As many words together are hardly ever in two places by chance. */
const RUN = 5;

/** Where, word by word, a copy differs from the story; what stands before and behind it is the other site’s. */
function changesOf(text: string, { text: original, licence, pictures }: KitRecord): Message[] {
  const story = comparedWords(original);
  const told = pictures.reduce(
    (rest, { alt }) => (alt ? rest.replaceAll(levelled(`[${alt}]`), '') : rest),
    levelled(text),
  );
  const span = spanOf(story, comparedWords(told));
  if (!span) return [about('text', 'Missing text: expected the story.')];
  const messages: Message[] = [];
  const tell = (reason: string) => messages.push(about('text', reason, !licence.changes));
  const parts = diffArrays(story, span);
  const inWords = (words: readonly string[]) =>
    (words.length > 16 ? [...words.slice(0, 8), '…', ...words.slice(-7)] : words).join(' ');
  for (const [index, part] of parts.entries()) {
    if (part.removed) {
      const next = parts[index + 1];
      const now = next?.added ? `Unexpected “${inWords(next.value)}”: expected` : 'Missing words: expected';
      tell(`${now} “${inWords(part.value)}”${placeOf(parts[index - 1]?.value)}.`);
    } else if (part.added && !parts[index - 1]?.removed) {
      tell(`Unexpected words “${inWords(part.value)}”${placeOf(parts[index - 1]?.value)}.`);
    }
  }
  return messages;
}

const placeOf = (before: readonly string[] = []) => (before.length ? ` after “${before.slice(-4).join(' ')}”` : '');

/** The words of a copy between the story’s first and last; `undefined` where the story is not there. */
function spanOf(story: readonly string[], copy: readonly string[]): string[] | undefined {
  const size = Math.min(RUN, story.length);
  const runs = (words: readonly string[]) => {
    const places = new Map<string, number | undefined>();
    for (let at = 0; at + size <= words.length; at++) {
      const run = words.slice(at, at + size).join(' ');
      places.set(run, places.has(run) ? undefined : at);
    }
    return places;
  };
  const inCopy = runs(copy);
  const pairs = [...runs(story)].flatMap(([run, at]) =>
    at !== undefined && inCopy.get(run) !== undefined ? [{ story: at, copy: inCopy.get(run)! }] : [],
  );
  if (!pairs.length) return undefined;
  const first = pairs[0]!;
  const last = pairs.at(-1)!;
  return copy.slice(Math.max(0, first.copy - first.story), last.copy + story.length - last.story);
}
