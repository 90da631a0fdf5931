import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsOf } from '../../document/props.ts';
import { roleOn } from '../../schema/person.ts';
import { isDated, yearsIn } from '../facts/dates.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import { mentionsOf } from '../people.ts';
import type { NamedPerson } from '../people.ts';
import { isOthersWords, isQuoted } from '../prose.ts';
import type { Passage } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';
import type { Words } from '../words/words.ts';

/**
 * A person has the role that was held on the story’s date, or on that of the event, or in the year that the sentence
 * names.
 *
 * Roles and their dates are in `people/`. Write “former” before one that is over, and do not give one
 * that was still to come, or was never held. Before a name and behind it, a role is looked at.
 *
 * @example ok
 * Governor Jane Doe met the council. Former mayor Jane Doe built the bridge. In 2021, Mayor Jane Doe opened it.
 *
 * <Timeline>
 * <Event date="2021-05">Jane Doe, the mayor, opens the bridge.</Event>
 * </Timeline>
 *
 * @example not ok
 * Mayor Jane Doe met the council.
 * @message 1:1 Unexpected “Mayor” before Jane Doe: expected “Governor”, the role on 2026-01-08.
 *
 * @example not ok
 * Jane Doe, the mayor, met the council.
 * @message 1:15 Unexpected “mayor” behind Jane Doe: expected “Governor”, the role on 2026-01-08.
 *
 * @example not ok
 * The council met Senator Doe.
 * @message 1:17 Unexpected “Senator” before Jane Doe: expected “Governor”, the role on 2026-01-08.
 */
export default {
  name: 'role-on-date',
  severity: 'warning',
  check(prose) {
    const { passages, fields, words, data } = prose;
    if (!words) return [];
    const published = data.published.slice(0, 10);
    const dates = byPassage(factsOf(prose).dates);
    return [...fields, ...passages].flatMap((passage) => {
      if (isOthersWords(passage)) return [];
      return mentionsOf(prose, passage).flatMap((mention): Message[] => {
        const { person } = mention;
        if (person.institution || isQuoted(passage, mention.start)) return [];
        // Roles that nobody has translated say nothing of offices in this language.
        if (!person.roles.some(({ title }) => officeIn(title, words))) return [];
        const sentence = passage.sentences.find(({ start, end }) => start <= mention.start && mention.start < end);
        const named = (dates.get(passage) ?? []).filter(
          ({ start, year }) => year && sentence && sentence.start <= start && start < sentence.end,
        );
        const years = yearsIn(sentence?.text ?? '').map(String);
        const then = named[0] ? [isoOf(named[0])] : years.length ? years : dateAround(passage);
        const past = then.filter((day) => day < published.slice(0, day.length));
        return titlesBeside(
          passage,
          mention,
          person.roles.map(({ title }) => shortOf(title, words)),
          words,
        ).flatMap(({ title, start, where }) => {
          const held = (day: string) => person.roles.filter((role) => roleOn({ ...person, roles: [role] }, day));
          const isHeld = (day: string) => held(day).some((role) => isSame(title, role.title, words));
          // Before the first role that is known, none was held.
          const isKnown = (one: string) =>
            held(one).length > 0 || person.roles.every(({ from }) => from && from.slice(0, one.length) > one);
          const day = past.find(isKnown) ?? published;
          if (isHeld(day)) return [];
          const role = roleOn(person, day);
          const expected = role
            ? `“${capital(shortOf(role, words))}”, the role ${day === published ? `on ${day}` : `in ${day.slice(0, 4)}`}`
            : day !== published
              ? `no role that began after ${day}`
              : '“former” before it, or the dates of the role in people/';
          return [
            messageAt(
              passage.placeAt(start),
              `Unexpected “${passage.text.slice(start, start + title.length)}” ${where} ${person.name}: expected ${expected}.`,
            ),
          ];
        });
      });
    });
  },
} satisfies Rule;

/** The date of the event that a passage tells of. */
function dateAround({ ancestors }: Passage): string[] {
  const tag = ancestors.findLast(isDated);
  const date = tag && propsOf(tag as Parameters<typeof propsOf>[0]).values['date'];
  return typeof date === 'string' ? [date] : [];
}

const isoOf = ({
  year,
  month,
  day,
}: {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
}) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

interface Title {
  title: string;
  start: number;
  where: 'before' | 'behind';
}

/** Offices right before a mention of a person, and behind it in the same breath, but for those said to be over. */
function titlesBeside(passage: Passage, { start, end }: NamedPerson, own: readonly string[], words: Words): Title[] {
  const { text } = passage;
  const before = text.slice(Math.max(0, start - 60), start);
  const known = patternOf(words, own);
  const found: Title[] = [];
  const last = [...before.matchAll(known)].findLast((match) =>
    /^\.?\s$/.test(before.slice(match.index + match[0].length)),
  );
  if (last) {
    const lead = before.slice(0, last.index);
    const near = lead.split(/\s+/).slice(-3).join(' ');
    if (!hasWord(near, words.former) && !/[-–]$/.test(lead))
      found.push({ title: last[0], start: start - before.length + last.index, where: 'before' });
  }
  const behind = text.slice(end, end + 90);
  const lead =
    /^(?:,?\s(?:who\s)?(?:is now|is|es|est|é)\s|,\s|\s\(|\s[–—]\s)(?:(?:the|a|an|el|la|le|o|its|his|her|now|current|[\p{L}’']+[’']s)\s|l[’'])*(?:(?:[\p{Lu}.]{2,}|\p{Lu}\p{L}+)\s){0,2}/u.exec(
      behind,
    );
  if (lead) {
    const rest = behind.slice(lead[0].length);
    const match = [...rest.matchAll(known)].find(({ index }) => index === 0);
    const follows = rest.slice(match?.[0].length ?? 0);
    // “Doe, President Smith and others” is a list.
    const isOfOther = /^\.?\s(?!of\b|de\b|du\b|do\b|da\b)\p{Lu}/u.test(follows);
    if (match && !isOfOther && !hasWord(lead[0], words.former))
      found.push({ title: match[0], start: end + lead[0].length, where: 'behind' });
  }
  return found;
}

const patterns = new WeakMap<Words, Map<string, RegExp>>();

/** A pattern of all offices, with those that a person has held. */
function patternOf(words: Words, own: readonly string[]): RegExp {
  const byNames = patterns.get(words) ?? new Map<string, RegExp>();
  patterns.set(words, byNames);
  const key = own.join('\n');
  const made = byNames.get(key) ?? matcherOf([...new Set([...words.offices.flat(), ...own])]);
  if (byNames.size > 2000) byNames.clear();
  byNames.set(key, made);
  return made;
}

/** What stands before a name: “senator” of “U.S. senator from Florida”. */
function shortOf(role: string, words: Words): string {
  const office = officeIn(role, words);
  if (office) return office;
  const end = role.search(new RegExp(`\\s(?:${words.of.join('|')})\\s`, 'iu'));
  return (end < 0 ? role : role.slice(0, end)).replace(/^(?:\p{Lu}\.)+\s/u, '').toLowerCase();
}

/** The longest name of an office in a role. */
const officeIn = (role: string, words: Words): string | undefined => {
  const found = [...role.matchAll(matcherOf(words.offices.flat()))].map(([office]) => office.toLowerCase());
  return found[0];
};

/** Whether a title is that of a role, or another name for it. */
function isSame(title: string, role: string, words: Words): boolean {
  const [one, other] = [title.toLowerCase(), shortOf(role, words)];
  return (
    one === other ||
    role.toLowerCase() === one ||
    words.offices.some((names) => names.includes(one) && names.includes(other))
  );
}
