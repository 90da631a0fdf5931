import type { Message } from '../../document/message.ts';
import { finding, note } from './finding.ts';
import { placeOf } from './comparison.ts';
import type { StoryText } from './comparison.ts';
import type { PublishedCopy } from './copy.ts';
import { inShort } from './words.ts';

/** An address without what programs add: a mark for counting, a slash, its protocol. */
export function levelAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, searchParams, hash } = new URL(url);
  for (const name of [...searchParams.keys()]) if (/^(utm_|fbclid|gclid)/.test(name)) searchParams.delete(name);
  const query = searchParams.size ? `?${searchParams}` : '';
  return host + pathname.replace(/\/$/, '') + query + hash;
}

/** Stands for the address of a page that does not tell its own. */
const nowhere = 'https://page.invalid/';

/** An address of the web that a reader is led to; a place in the page itself is none. */
function leadsTo(link: string | undefined, base: string): string | undefined {
  if (!link || link.startsWith('#') || !URL.canParse(link, base)) return undefined;
  const { protocol, href } = new URL(link, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

/**
 * Holds the links of a passage against those of its words in the page, word by word.
 *
 * @param placeIn the number of a word in the page, or -1.
 */
export function linkFindings(passage: StoryText, copy: PublishedCopy, placeIn: (word: number) => number): Message[] {
  if (!copy.hasLinks) return [];
  const address = copy.page?.address ?? '';
  const base = URL.canParse(address) ? address : nowhere;
  const site = new URL(base).host;
  const messages: Message[] = [];
  let run: { from: number; to: number; expected: string | undefined; now: string | undefined } | undefined;
  const tell = () => {
    if (!run) return;
    const { from, to, expected, now } = run;
    const words = inShort(passage.text.slice(passage.words[from]!.from, passage.words[to]!.to));
    const place = placeOf(copy, placeIn(from));
    run = undefined;
    if (!expected) {
      const isOwn = new URL(now!).host === site;
      const shown = isOwn ? new URL(now!).pathname : now!;
      messages.push(
        isOwn
          ? note('link', `A link of the page’s own on “${words}”, to ${shown}.`, place)
          : finding('link', `Unexpected link of “${words}” to ${shown}: expected none.`, place),
      );
    } else if (now)
      messages.push(finding('link', `Unexpected link of “${words}” to ${now}: expected one to ${expected}.`, place));
    else messages.push(finding('link', `Missing link: expected “${words}” to lead to ${expected}.`, place));
  };
  for (const [index, { is }] of passage.words.entries()) {
    if (!/[\p{L}\p{N}]/u.test(is)) continue;
    const at = placeIn(index);
    const expected = passage.links[index];
    const now = at < 0 ? expected : leadsTo(copy.words[at]!.link, base);
    const isRight = at < 0 || (expected && now ? levelAddress(expected) === levelAddress(now) : !expected && !now);
    if (isRight) {
      tell();
      continue;
    }
    if (run && run.expected === expected && run.now === now) run.to = index;
    else {
      tell();
      run = { from: index, to: index, expected, now };
    }
  }
  tell();
  return messages;
}
