import type { Message } from '../../document/message.ts';
import type { Change } from './align.ts';
import { Places } from './align.ts';
import { finding, note } from './finding.ts';
import { isFurniture, placeOf, shownText } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { comparedWords, inShort } from './words.ts';

/** A line of so many words is not in two places by chance. */
const LONG = 5;

/** Where, word by word, a copy differs from the story; what pages put between its passages is a note. */
export function textFindings(reading: Comparison): Message[] {
  const { alignment, record } = reading;
  const unseen = new Places(reading.copy.hidden);
  const told = toldPictures(reading);
  const messages = alignment.changes.flatMap((change) => changeFindings(change, reading, unseen, told));
  const all = record.licence.changes ? messages.map((message) => Object.assign(message, { fatal: false })) : messages;
  return [...all, ...between(reading, told)];
}

/** Words of a page that tell a picture: “[A clock]”. */
function toldPictures({ record, places }: Comparison): Set<number> {
  const told = new Set<number>();
  for (const { alt } of record.pictures) {
    const words = comparedWords(`[${alt}]`);
    if (alt) for (const start of places.of(words)) for (const index of words.keys()) told.add(start + index);
  }
  return told;
}

function changeFindings(change: Change, reading: Comparison, unseen: Places, told: ReadonlySet<number>): Message[] {
  const { copy, body, alignment } = reading;
  const page = change.page.filter((at) => !told.has(at));
  const words = page.filter((at) => !isFurniture(copy.words[at]!, reading));
  const furniture = page.filter((at) => isFurniture(copy.words[at]!, reading));
  const messages = furniture.length
    ? [note('between', `The page’s own words: “${inShort(shownText(copy, furniture))}”.`, placeOf(copy, furniture[0]))]
    : [];
  const [from, to] = change.story;
  if (from === to) {
    if (!words.length) return messages;
    const before = from < 0 ? wordBefore(words[0]!, reading) : from - 1;
    return [
      ...messages,
      finding(
        'text',
        `Unexpected words “${inShort(shownText(copy, words))}”${afterWords(reading, before)}.`,
        placeOf(copy, words[0]),
      ),
    ];
  }
  const text = (first: number, behind: number) =>
    body.text.slice(body.words[first]!.from, body.words[behind - 1]!.to).replaceAll(/\s+/g, ' ');
  const place = placeOf(copy, words[0] ?? alignment.places[from - 1] ?? alignment.places[to]);
  let rest = from;
  const missing = (until: number) => {
    if (until > rest) {
      const now = words.length
        ? `Unexpected “${inShort(shownText(copy, words))}”: expected`
        : 'Missing words: expected';
      const isUnseen = unseen.of(body.words.slice(rest, until).map(({ is }) => is)).length > 0;
      messages.push(
        isUnseen
          ? finding('hidden', `Hidden or struck out: “${inShort(text(rest, until))}”. Expected it to be seen.`, place)
          : finding('text', `${now} “${inShort(text(rest, until))}”${afterWords(reading, rest - 1)}.`, place),
      );
      if (words.length && isUnseen)
        messages.push(finding('text', `Unexpected words “${inShort(shownText(copy, words))}”.`, place));
    }
    rest = until;
  };
  // Of what is missing, whole lines may stand elsewhere.
  for (const [index, start] of reading.lines.entries()) {
    const end = reading.lines[index + 1] ?? start;
    if (start < from || end > to || end - start < LONG) continue;
    const line = body.words.slice(start, end).map(({ is }) => is);
    const elsewhere = reading.places.of(line).find((at) => !reading.own.has(at));
    if (elsewhere === undefined) continue;
    missing(start);
    messages.push(
      finding(
        'order',
        `Unexpected place of “${inShort(text(start, end))}”: expected it${afterWords(reading, start - 1) || ' at the beginning'}.`,
        placeOf(copy, elsewhere),
      ),
    );
    rest = end;
  }
  missing(to);
  return messages;
}

/** The word of the story before a word of the page. */
function wordBefore(at: number, { alignment }: Comparison): number {
  const before = alignment.places.lastIndexOf(at - 1);
  return at ? before : -1;
}

function afterWords({ body }: Comparison, word: number): string {
  if (word < 0) return '';
  const words = body.text.slice(0, body.words[word]!.to).slice(-200).trim().split(/\s+/);
  return ` after “${words.slice(-4).join(' ')}”`;
}

/** What stands in blocks of its own between those of the story: advertisements, captions, forms. */
function between(reading: Comparison, pictures: ReadonlySet<number>): Message[] {
  const { copy, own, ownBlocks, alignment } = reading;
  let [first, last] = [Infinity, -1];
  for (const at of own) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const told = new Set([...alignment.changes.flatMap(({ page }) => page), ...pictures]);
  const messages: Message[] = [];
  let run: number[] = [];
  const tell = () => {
    if (run.length)
      messages.push(
        note(
          'between',
          `Between the story’s words, the page’s own: “${inShort(shownText(copy, run))}”.`,
          placeOf(copy, run[0]),
        ),
      );
    run = [];
  };
  for (let at = first; at <= last; at++) {
    if (ownBlocks.has(copy.words[at]!.block)) tell();
    else if (!told.has(at)) run.push(at);
  }
  return messages;
}
