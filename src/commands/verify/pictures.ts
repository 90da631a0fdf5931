import type { Message } from '../../document/message.ts';
import type { KitRecord } from '../../renderings/kit.ts';
import type { CopyPicture } from './copy.ts';
import { finding, note } from './finding.ts';
import type { Comparison } from './comparison.ts';
import { levelled } from './words.ts';

type StoryPicture = KitRecord['pictures'][number];

const stemOf = (src: string) =>
  src
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '');

const decoded = (address: string) => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** By its file’s name, which programs put a size or a digest behind. */
function hasFile(shown: CopyPicture, { src }: StoryPicture): boolean {
  const stem = stemOf(src).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const file = new RegExp(`(^|[/\\s,=])${stem}([._@-]|$)`);
  return shown.addresses.some((address) => file.test(address) || file.test(decoded(address)));
}

const hasWords = (shown: CopyPicture, { alt }: StoryPicture) => Boolean(alt) && levelled(shown.alt) === levelled(alt);

/** Holds the pictures of a copy against those of the story. */
export function pictureFindings(reading: Comparison): Message[] {
  const { copy, record } = reading;
  const named = ({ alt, credit }: StoryPicture) => `“${alt}”${credit ? ` (${credit})` : ''}`;
  const messages: Message[] = [];
  const known = new Set<CopyPicture>();
  for (const picture of record.pictures) {
    const files = copy.pictures.filter((shown) => hasFile(shown, picture));
    const alike = copy.pictures.filter((shown) => hasWords(shown, picture));
    for (const shown of [...files, ...alike]) known.add(shown);
    const place = [...files, ...alike].flatMap(({ block }) => copy.blocks[block]?.place ?? [])[0];
    if (!picture.allowed) {
      if (files.length || alike.length)
        messages.push(
          finding('picture', `Unexpected picture ${named(picture)}: expected none that copies may not have.`, place),
        );
      continue;
    }
    if (files.length || picture.at === undefined || !copy.hasLinks) continue;
    const [other] = alike.length ? alike : inPlaceOf(picture, reading).filter((shown) => !known.has(shown));
    if (other) {
      known.add(other);
      messages.push(
        finding(
          'picture',
          `Unexpected picture ${addressIn(other)} in the place of ${named(picture)}: expected the story’s own, “${stemOf(picture.src)}”.`,
          copy.blocks[other.block]?.place,
        ),
      );
    } else messages.push(note('picture', `The picture ${named(picture)} is left out.`));
  }
  return [...messages, ...added(reading, known)];
}

const addressIn = ({ addresses, alt }: CopyPicture) => {
  const address = addresses.find((one) => !one.startsWith('data:'));
  return address ? address.split(/[\s,]/)[0]!.slice(0, 200) : `“${alt}”`;
};

/** Pictures of the page between the words that stand before and behind one of the story. */
function inPlaceOf({ at = 0 }: StoryPicture, { body, alignment, copy }: Comparison): CopyPicture[] {
  let count = 0;
  let index = 0;
  let scanned = 0;
  for (; index < body.words.length && count < at; index++) {
    const { to } = body.words[index]!;
    count += body.text.slice(scanned, to).replace(/\s/g, '').length;
    scanned = to;
  }
  const before = alignment.places[index - 1] ?? -1;
  const behind = alignment.places[index] ?? -1;
  if (before < 0 && behind < 0) return [];
  const [from, to] = [before < 0 ? behind - 12 : before, behind < 0 ? before + 12 : behind];
  return copy.pictures.filter((shown) => !shown.isSmall && shown.at >= from && shown.at <= to);
}

/** Pictures that a page has put among the words of the story: into a passage, or between two. */
function added({ copy, own, ownBlocks, ownAsides }: Comparison, known: ReadonlySet<CopyPicture>): Message[] {
  let [first, last] = [Infinity, -1];
  for (const at of own) [first, last] = [Math.min(first, at), Math.max(last, at)];
  return copy.pictures
    .filter((shown) => !known.has(shown) && !shown.isSmall && shown.at > first && shown.at <= last)
    .map((shown) => {
      const isIn = ownBlocks.has(shown.block) && (!shown.aside || ownAsides.has(shown.aside));
      const place = copy.blocks[shown.block]?.place;
      return isIn
        ? finding('picture', `Unexpected picture ${addressIn(shown)} in the words of the story: expected none.`, place)
        : note('picture', `A picture of the page’s own: ${addressIn(shown)}.`, place);
    });
}
