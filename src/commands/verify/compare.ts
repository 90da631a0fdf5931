import { isError } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { KitRecord } from '../../renderings/kit.ts';
import type { PublishedCopy } from './copy.ts';
import { finding, note } from './finding.ts';
import { levelAddress, linkFindings } from './links.ts';
import { passageFindings } from './passages.ts';
import { pictureFindings } from './pictures.ts';
import { comparisonOf } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { textFindings } from './text.ts';
import { isTranslation } from './translation.ts';
import { comparedWords, levelled } from './words.ts';

/** What a page is, held against a story. */
export type Verdict = 'faithful' | 'altered' | 'earlier' | 'translated' | 'other';

export interface Judgement {
  verdict: Verdict;
  findings: Message[];
}

/** From this share of its words on, a page has the story, altered or not. */
const SHARE = 0.5;

/** Holds a copy against the record of its story. Pages have much beside a story: that is told in notes. */
export function judge(copy: PublishedCopy, record: KitRecord): Judgement {
  let reading = comparisonOf(copy, record);
  const messages: Message[] = [];
  if (reading.share < SHARE && copy.hidden.length) {
    // Some pages hide all that they have until their script shows it.
    const all = comparisonOf({ ...copy, words: [...copy.words, ...copy.hidden], hidden: [] }, record);
    if (all.share > 0.9) {
      messages.push(note('hidden', 'The whole story is hidden until a script of the page shows it.'));
      reading = all;
    }
  }
  if (reading.share < SHARE) {
    const lang = copy.lang ? ` (“${copy.lang}”)` : '';
    if (isTranslation(copy, record))
      return {
        verdict: 'translated',
        findings: [
          (record.licence.changes ? note : finding)(
            'language',
            `Unexpected language${lang}: this is the story in translation, and can be compared by its numbers and names only. Expected it in “${record.lang}”.`,
          ),
        ],
      };
    return {
      verdict: 'other',
      findings: [finding('text', `Missing text: expected the story “${record.headline}”. This is another.`)],
    };
  }
  messages.push(...lookedAt(reading));
  return { verdict: messages.some(isError) ? 'altered' : 'faithful', findings: messages };
}

/** What there is to say of a copy. */
export const compareCopy = (copy: PublishedCopy, record: KitRecord): Message[] => judge(copy, record).findings;

function lookedAt(reading: Comparison): Message[] {
  const { copy, record, places, alignment, body } = reading;
  return [
    ...creditFindings(reading),
    ...headlineFindings(reading),
    ...bylineFindings(reading),
    ...passageFindings(reading),
    ...textFindings(reading),
    ...(record.anchors && copy.hasLinks
      ? linkFindings(body, copy, (word) => alignment.places[word] ?? -1)
      : missingLinks(copy, record)),
    ...pictureFindings(reading),
    ...(copy.page && !keepsOut(copy.page, record.url)
      ? [
          finding(
            'search',
            `Missing word to search engines: expected <meta name="robots" content="noindex">, or a canonical link to ${record.url}.`,
          ),
        ]
      : []),
    ...record.corrections
      .filter(({ text }) => !places.of(comparedWords(text)).length)
      .map(({ date, text }) => finding('correction', `Missing correction of ${date.slice(0, 10)}: expected “${text}”`)),
  ];
}

/** Of a copy without the words of its links. */
function missingLinks({ links }: PublishedCopy, record: KitRecord): Message[] {
  const there = new Set(links.map(levelAddress));
  return record.links
    .filter((url) => !there.has(levelAddress(url)))
    .map((url) => finding('link', `Missing link: expected one to ${url}.`));
}

function creditFindings({ copy, record, places }: Comparison): Message[] {
  const { credit, licence } = record;
  const words = comparedWords(credit.text);
  const links = new Set(copy.links.map(levelAddress));
  const starts = places.of(words);
  const leads = (url: string) =>
    starts.length && copy.hasLinks
      ? starts.some((start) =>
          copy.words
            .slice(start, start + words.length)
            .some(({ link }) => link && levelAddress(link) === levelAddress(url)),
        )
      : links.has(levelAddress(url));
  return [
    ...(starts.length ? [] : [finding('credit', `Missing credit line: expected “${credit.text}”`)]),
    ...credit.links
      .filter(({ url }) => !leads(url))
      .map(({ text: name, url }) =>
        finding('credit-link', `Missing link of the credit line: expected “${name}” to lead to ${url}.`),
      ),
    ...(places.of(comparedWords(licence.name)).length || (licence.url && links.has(levelAddress(licence.url)))
      ? []
      : [finding('licence', `Missing licence: expected “${licence.name}”.`)]),
  ];
}

function headlineFindings({ copy, record, places }: Comparison): Message[] {
  const words = comparedWords(record.headline);
  const isWhole = (start: number) => {
    const end = start + words.length;
    const block = copy.words[start]!.block;
    return copy.words[start - 1]?.block !== block && copy.words[end]?.block !== block;
  };
  if (copy.headings.some((heading) => levelled(heading) === levelled(record.headline))) return [];
  if (places.of(words).some(isWhole)) return [];
  const [now] = copy.headings;
  return [finding('headline', `Unexpected headline${now ? ` “${now.trim()}”` : ''}: expected “${record.headline}”.`)];
}

/** A name that only the credit, a picture or the story itself has is no byline. */
function bylineFindings({ copy, record, places, own }: Comparison): Message[] {
  const beside = new Set(own);
  const texts = [record.credit.text, ...record.pictures.flatMap(({ credit }) => credit ?? [])];
  for (const words of texts.map(comparedWords))
    for (const start of places.of(words)) for (const index of words.keys()) beside.add(start + index);
  return record.authors
    .filter((name) => !places.of(comparedWords(name)).some((start) => !beside.has(start)))
    .map((name) =>
      finding('byline', `Missing byline: expected “${record.byline}”, with ${name}.`, copy.blocks[0]?.place),
    );
}

const keepsOut = ({ canonical, robots }: NonNullable<PublishedCopy['page']>, url: string) =>
  /\b(noindex|none)\b/i.test(robots) || (canonical !== undefined && levelAddress(canonical) === levelAddress(url));
