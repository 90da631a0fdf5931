import type { KitRecord } from '../../renderings/kit.ts';
import type { PublishedCopy } from './copy.ts';
import { levelAddress } from './links.ts';
import { comparedWords, levelled } from './words.ts';

/** What a translation keeps: where it leads, its numbers, and its names in scripts that have capitals. */
interface Kept {
  numbers: Set<string>;
  names: Set<string>;
}

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** A number by its digits alone: separators and scripts are the language’s. */
const digitsOf = (word: string) =>
  [...word]
    .map((sign) => {
      const code = sign.codePointAt(0)!;
      const zero = zeros.find((one) => code >= one && code < one + 10);
      return zero === undefined ? sign : String(code - zero);
    })
    .join('')
    .replace(/\D/g, '');

function keptOf(text: string): Kept {
  const numbers = new Set<string>();
  const names = new Set<string>();
  for (const word of comparedWords(text)) {
    if (/^\p{N}/u.test(word)) {
      const digits = digitsOf(word);
      if (digits.length > 1) numbers.add(digits);
    } else if (/^\p{Lu}\p{L}{2,}/u.test(word)) names.add(levelled(word).toLowerCase().slice(0, 6));
  }
  return { numbers, names };
}

const shareIn = (of: ReadonlySet<string>, all: ReadonlySet<string>) =>
  of.size ? [...of].filter((one) => all.has(one)).length / of.size : 0;

/** Whether a page that does not have the words of a story has it in another language. */
export function isTranslation(copy: PublishedCopy, record: KitRecord): boolean {
  const languageOf = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const isOther = copy.lang ? languageOf(copy.lang) !== languageOf(record.lang) : undefined;
  const links = new Set(copy.links.map(levelAddress));
  const leads =
    (record.url &&
      (links.has(levelAddress(record.url)) || levelAddress(copy.page?.canonical ?? '') === levelAddress(record.url))) ||
    record.links.filter((url) => links.has(levelAddress(url))).length > Math.max(1, record.links.length / 2);
  const kept = keptOf(record.text);
  const there = keptOf(copy.blocks.map(({ text }) => text).join('\n'));
  const numbers = shareIn(kept.numbers, there.numbers);
  const names = shareIn(kept.names, there.names);
  if (isOther === false) return false;
  if (leads && isOther) return true;
  const known = kept.numbers.size + kept.names.size;
  const shared = known ? (numbers * kept.numbers.size + names * kept.names.size) / known : 0;
  if (leads) return shared > 0.3;
  return known >= 8 && (kept.numbers.size >= 4 ? numbers >= 0.6 : names >= 0.5) && shared >= 0.4;
}
