import type { Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { familyNameOf } from '../../../desk/people.ts';
import { sentencesIn } from '../../../desk/prose.ts';
import { quotationsIn } from '../../../strings/quotations.ts';
import { wordsFor } from '../../../desk/words/index.ts';
import { countWords } from '../../../document/words.ts';
import { webAddress } from '../../../schema/fields.ts';
import type { Cues } from '../cues.ts';
import type { Kit } from './kit.ts';
import { knownNames, knownOutlet } from './known-outlets.ts';
import { nameKey } from './registry.ts';
import type { Registry } from './registry.ts';
import type { Sources } from './sources.ts';

/** A place in a text that names a source. */
interface Mention {
  start: number;
  end: number;
  source: string;
}

/** Who said a quotation, and where the text names them. */
export interface Speaker {
  person: string;
  start: number;
  end: number;
}

/** What is remembered from paragraph to paragraph. */
export interface Memory {
  registry: Registry;
  sources: Sources;
  kit: Kit;
  cues: Cues;
  lang: string;
  /** All of the story’s words: what they say of a name is evidence. */
  text: string;
  /** The same, word by word, as they are written. */
  words: ReadonlySet<string>;
  /** What family’s names were looked up in the text, and whom they mean. */
  families: Map<string, { name: string; aside: string | undefined } | undefined>;
  /** Hosts of the newsroom whose the text is: a link there cites nobody. */
  hosts: readonly string[];
  /** People whom the story names in full, by their family’s name. */
  met: Map<string, string>;
  /** Outlets of the registry that it names, the longest name first. */
  outlets: [id: string, name: string][];
  /** Who spoke last: for “she said”. */
  last?: string | undefined;
  /** Words that became data, such as a date that became a prop. */
  became: string[];
  /** What a writer has to look at. */
  todo: string[];
}

// A title may end in a full stop, as in “Gov.”; any other word with one is the last of its sentence.
const upper =
  "(?:(?:Gov|Sen|Rep|Dr|Dra|Mr|Mrs|Ms|Prof|Gen|Lt|Col|Capt|Sgt|Rev|Maj|Adm|St|Supt|Hon)\\.(?=\\s\\p{Lu})|\\p{Lu}[\\p{L}\\p{M}’'-]*)";
const initials = '(?:\\p{Lu}\\.)+';
const more = `(?:\\s+(?:(?:de|del|la|van|von|der|bin|al|da|dos)\\s+)*(?:${initials}\\s+)?\\p{Lu}[\\p{L}\\p{M}’'-]*)`;
const name = `(?:${initials}\\s+)?${upper}${more}{0,6}`;
const full = `${upper}${more}{1,6}`;
const aside = '(?:,\\s*[^,“”".]{3,90},)?';

const famous = knownNames.map((one) => one.replace(/[.]/g, '\\.')).join('|');

const patterns = new Map<string, RegExp>();

/** A pattern, made once: to make one takes longer than to use it. */
function re(pattern: string, flags = 'u'): RegExp {
  const key = `${flags} ${pattern}`;
  const made = patterns.get(key) ?? new RegExp(pattern, flags);
  if (patterns.size > 5_000) patterns.clear();
  patterns.set(key, made);
  made.lastIndex = 0;
  return made;
}

/** Parts titles and roles from a name: “Deputy Health Commissioner Kathleen Jackson”. */
function bareName(words: string, cues: Cues): { name: string; title?: string } {
  const [whole, title] =
    re(
      `^(?:the\\s+|The\\s+)?((?:[\\p{L}.’'-]+\\s+){0,4}?(?:(?:${cues.titles})(?:\\s+of\\s+\\p{Lu}\\p{L}+)?\\s+)*(?:${cues.titles})(?:\\s+of\\s+\\p{Lu}\\p{L}+)?)\\s+(?=\\p{Lu})`,
    ).exec(words) ?? [];
  if (!whole || !title) return { name: words };
  // “President of the Council Jane Doe” has one more behind the first.
  const rest = bareName(words.slice(whole.length), cues);
  return { name: rest.name, title: rest.title ? `${title} ${rest.title}` : title };
}

/** Whether words can be somebody’s whole name, as far as that can be said of words. */
function isPersonal(words: string, { cues, registry, words: all }: Memory): boolean {
  const parts = words.split(/\s+/);
  return (
    parts.length > 1 &&
    parts.length < 5 &&
    !cues.media.test(words) &&
    !institution.test(words) &&
    !parts.some((part) => nobody.has(part.toLowerCase().replace(/[’'.]s?$/, ''))) &&
    !parts.some((part) => /^\p{Lu}{2,}$/u.test(part)) &&
    (parts.at(-1) ?? '').length > 1 &&
    // A family’s name that stands there as a word as well is hardly one: “Income Scams”.
    !all.has((parts.at(-1) ?? '').toLowerCase()) &&
    !/[’']s$/.test(parts[0] ?? '') &&
    !registry.outletNamed(words) &&
    !knownOutlet(words)
  );
}

/** Somebody who speaks: known, or new on good grounds. @param isQuoted whether words in quotation marks are theirs. */
export function personOf(
  words: string,
  aside: string | undefined,
  isQuoted: boolean,
  memory: Memory,
): string | undefined {
  const { registry, cues, met, text } = memory;
  const bare = bareName(words, cues);
  const whole = bare.name.replace(/[’']s?$/, '').trim();
  const known = registry.personNamed(whole) ?? (/\s/.test(whole) ? undefined : met.get(nameKey(whole)));
  if (known) return known;
  // A family’s name alone: of the one person who has it in this text.
  const named = /\s/.test(whole) ? undefined : inFull(whole, memory);
  if (named) return personOf(named.name, named.aside, isQuoted, memory);
  if (!isPersonal(whole, memory)) return undefined;
  const role = roleIn(aside, cues);
  const escapedName = escaped(whole);
  const before = re(`(?<![\\p{L}])((?:[\\p{Ll}-]+\\s+){0,2}(?:${cues.titles}))\\s+${escapedName}`, 'iu').exec(
    text,
  )?.[1];
  const isTold = re(`${escapedName}${aside ? escaped(aside) : ''}\\s+(?:${cues.told})(?!\\p{L})`).test(text);
  const speaksAgain = re(
    `(?<!\\p{L}\\s)(?<!\\p{L})${escaped(familyNameOf(whole))}\\s+(?:${cues.verbs})(?!\\p{L})|(?:${cues.verbs})\\s+${escaped(familyNameOf(whole))}(?=[.,;])`,
  ).test(text);
  // “The owner of Super Value Debra Lee” has two names in one.
  const isJoined =
    whole.split(/\s+/).length > 2 &&
    re(`(?<!\\p{L})(?:of|for|at|from|de|del)\\s+(?:the\\s+)?${escapedName}`).test(text);
  const isSure =
    !isJoined &&
    (Boolean(bare.title ?? before ?? role ?? aside?.startsWith(', who ')) || isTold || speaksAgain || isQuoted);
  const title = roleIn(bare.title, cues) ?? role ?? roleIn(before, cues);
  const id = registry.person(whole, title, isSure);
  if (id) met.set(nameKey(familyNameOf(whole)), id);
  return id;
}

/** The whole name that a text has for a family’s name, and what stands behind it between commas; of several, none. */
function inFull(family: string, memory: Memory): { name: string; aside: string | undefined } | undefined {
  const { families } = memory;
  if (families.has(family)) return families.get(family);
  // Itself is no answer.
  families.set(family, undefined);
  const pattern = re(
    `(?<![\\p{L}.])(?<name>${upper}${more}{0,4}\\s+${escaped(family)})(?![\\p{L}’'-])(?<aside>${aside})`,
    'gu',
  );
  const found = new Map<string, string | undefined>();
  for (const { groups } of memory.text.matchAll(pattern)) {
    const { name: bare } = bareName(groups?.['name'] ?? '', memory.cues);
    if (isPersonal(bare, memory) && !found.has(bare)) found.set(bare, groups?.['aside'] || undefined);
  }
  const [only, ...others] = found;
  if (only && !others.length) families.set(family, { name: only[0], aside: only[1] });
  return families.get(family);
}

/** Whom the words before a pronoun name last: “Ingrid Sato said that …: ‘…,’ she said.” */
function lastNamed(before: string, memory: Memory): string | undefined {
  let [at, person]: [number, string | undefined] = [-1, undefined];
  for (const id of new Set(memory.met.values())) {
    const family = familyNameOf(memory.registry.people.get(id)?.name ?? '');
    const index = family ? before.lastIndexOf(family) : -1;
    if (index > at) [at, person] = [index, id];
  }
  if (person) return person;
  const names = [...before.matchAll(re(`(?<![\\p{L}.])(?<name>${full})(?<aside>${aside})`, 'gu'))];
  // Only who has a title or a role is likely to be somebody.
  const last = names.findLast(({ groups }) => {
    const { name: bare, title } = bareName(groups?.['name'] ?? '', memory.cues);
    return (title !== undefined || Boolean(groups?.['aside'])) && isPersonal(bare, memory);
  });
  return last && personOf(last.groups?.['name'] ?? '', last.groups?.['aside'], true, memory);
}

/** What a title or the words between commas say of somebody’s role; a form of address is none. */
function roleIn(words: string | undefined, cues: Cues): string | undefined {
  const role = words
    ?.replace(/^,\s*|,$/g, '')
    .replace(/^(?:and\s+|as\s+|the\s+|an?\s+|el\s+|la\s+|una?\s+)+/i, '')
    .trim();
  const isOther =
    /^(?:\d.*|(?:their|his|her|its|our|my|your|siempre|este|esta|quien|que|se|ahora)\b.*|\p{Ll}+ing|(?:Dr|Dra|Mr|Mrs|Ms|Prof)\.?|(?:who|whose|which|where|of|in|at|for|but|or|from|with|on)\b.*|.*\s\p{L}|)$/u;
  const isSpoken = re(`(?<!\\p{L})(?:${cues.verbs}|${cues.reports})(?!\\p{L})`);
  return role === undefined || isOther.test(role) || isSpoken.test(role) ? undefined : role;
}

/** Whose words a quotation in a paragraph is, as the words around it tell. */
export function speakerOf(
  text: string,
  quotation: { start: number; end: number },
  memory: Memory,
): Speaker | undefined {
  const { cues, registry } = memory;
  const [before, after] = [text.slice(0, quotation.start), text.slice(quotation.end)];
  const verbs = `(?:${cues.verbs})`;
  const adverb = '(?:\\s+(?:also|later|then|has|had|have|once))*';
  const choices: [string, 'before' | 'after'][] = [
    [
      `^[,.]?\\s*(?<name>${name})(?<role>${aside})(?:\\s+(?:of|from)\\s+[^,:“”".]{3,40}?)?${adverb}\\s+${verbs}(?!\\p{L})`,
      'after',
    ],
    [
      `^[,.]?\\s*(?:the|The|its|their|his|her|an?)\\s+(?<role>[^,:“”".]{3,60}),\\s+(?<name>${full}),${adverb}\\s+${verbs}(?!\\p{L})`,
      'after',
    ],
    [`^[,.]?\\s*${verbs}\\s+(?<name>${name})(?:,\\s*(?<role>[^,.“”"]{3,90}))?`, 'after'],
    [`(?<name>${name})(?<role>${aside}),?${adverb}\\s+${verbs}(?!\\p{L})[^“”".]{0,80}$`, 'before'],
    [`(?:${cues.accordingTo})\\s+(?<name>${name})(?<role>${aside})[,\\s]*$`, 'before'],
    [`(?<name>${name})(?<role>,\\s*[^,:“”".]{3,90})?:\\s*$`, 'before'],
    [
      `^[,.]?\\s*(?:(?<pronoun>${cues.pronouns})\\s+${verbs}|${verbs}\\s+(?<pronoun2>${cues.pronouns}))(?!\\p{L})`,
      'after',
    ],
    [`(?<!\\p{L})(?<pronoun>${cues.pronouns})${adverb}\\s+${verbs}(?!\\p{L})[^“”".]{0,80}$`, 'before'],
  ];
  for (const [pattern, side] of choices) {
    const match = re(pattern).exec(side === 'after' ? after : before);
    if (!match?.groups) continue;
    const shift = side === 'after' ? quotation.end : 0;
    const pronoun = match.groups['pronoun'] ?? match.groups['pronoun2'];
    if (pronoun) {
      const start = shift + match.index + match[0].search(new RegExp(`(?<!\\p{L})${pronoun}(?!\\p{L})`, 'u'));
      const person = lastNamed(before, memory) ?? memory.last;
      if (person) return { person, start, end: start + pronoun.length };
      continue;
    }
    const words = match.groups['name'] ?? '';
    if (registry.outletNamed(words)) continue;
    const person = personOf(words, match.groups['role'], true, memory);
    if (!person) continue;
    const bare = bareName(words, cues).name;
    const start = shift + match.index + match[0].indexOf(words) + words.length - bare.length;
    memory.last = person;
    return { person, start, end: start + bare.length };
  }
  return undefined;
}

/** Learns whom a text names in full, and enters those whom it gives words to. */
export function meetPeople(text: string, memory: Memory): void {
  const { registry, cues, met } = memory;
  for (const [words] of text.matchAll(re(`(?<![\\p{L}.])${full}`, 'gu'))) {
    const whole = bareName(words, cues).name;
    const id = registry.personNamed(whole);
    if (id && /\s/.test(whole)) met.set(nameKey(familyNameOf(whole)), id);
  }
  for (const { groups } of text.matchAll(
    re(`(?<![\\p{L}.])(?<name>${full})(?<role>${aside})\\s+(?:${cues.verbs})(?!\\p{L})`, 'gu'),
  ))
    personOf(groups?.['name'] ?? '', groups?.['role'], false, memory);
}

const institution =
  /\b(?:House|Departments?|Court|Council|Ministry|Office|University|College|School|Committee|Party|Bank|Police|Union|Commission|Congress|Senate|Government|Group|Institute|Association|Company|Embassy|Chamber|Nations|Center|Centre|Foundation|Army|Navy|Force|Guard|Board|Bureau|Agency|Administration|Authority|Service|Services|Society|Federation|League|Team|Inc|\w*Corp|LLC|Ltd|Church|Hospital|Museum|Library|Airport|Airlines?|Street|Avenue|Road|City|County|State|States|District|Province|Region|Island|Islands|River|Lake|Valley|Mountain|Park Service|Program|Project|Act|Plan|Report|Survey|Index|Challenge|Conference|Summit|Forum|Academy|Alliance|Coalition|Network|Systems?|Solutions|Labs?|Technologies|Partners|Capital|Health|Affairs|Security|Defense|Justice|Energy|Education|Commerce|Treasury|Labor|Interior|Agriculture|Transportation|Community|Division|Branch|Unit|Fund|Trust|Campaign|Initiative|Directive|Order|Memorandum|Policy|Strategy|Framework|Guide|Handbook|Tool|Toolkit|App|Apps|Platform|Website|Blog|Page|Portal|Data|Digital|Web|Mobile|Social|Media|Open|Content|User|Customer|Experience|Research|Design|Usability|Analytics|Innovation|Communication|Communications|Management|Technology|Information|Science|Space)\b/;

/** Words that no name of a person has: of sentences, places, peoples and the calendar. */
const nobody = new Set(
  'are is was were be been do does did can could will would should may might must has have had afterwards afterward later earlier today yesterday tomorrow nevertheless nonetheless moreover furthermore therefore thus hence otherwise perhaps maybe indeed finally recently previously currently eventually ultimately additionally similarly consequently ahora entonces luego después antes según también además pero por para sin con desde hasta cuando donde mientras aunque ayer hoy mañana este esta estos estas ese esa el los las un una massachusetts california florida texas ohio michigan illinois pennsylvania oregon minnesota wisconsin colorado arizona a an the and but or if in on at by for from to of with as when while where why how what who which that this these those there here it its he she they we you i his her their our your my one two three all some many most both each every no not only also then now so yet after before since until because although though however meanwhile instead still even just like according both neither either such more less other another first second third last next new old north south east west northern southern eastern western central united american british french german russian chinese european african asian indian mexican canadian australian israeli palestinian ukrainian japanese monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december wall street times square black white big great general federal national international state local public private human republican republicans democrat democrats democratic conservative labour christian muslim jewish catholic god earth world internet google twitter facebook amazon apple microsoft york angeles kingdom america europe africa asia britain england france germany russia china japan india israel iran iraq ukraine mexico canada washington london paris los las el la san santa saint'.split(
    ' ',
  ),
);

/** Finds who is cited in a paragraph, and makes each a badge. Its words stay as they are. */
export function attribute(paragraph: Paragraph, memory: Memory): void {
  linkSources(paragraph, memory);
  const { text, pieces } = piecesOf(paragraph);
  const mentions: Mention[] = [];
  // What is a link, or marked, stays as it is.
  const isPlain = (start: number, end: number) =>
    pieces.some(
      (from, index) => from !== undefined && from <= start && end <= from + toString(paragraph.children[index]!).length,
    );
  const isFree = (start: number, end: number) =>
    isPlain(start, end) && mentions.every((other) => end <= other.start || start >= other.end);
  const quotations = quotationsIn(text, memory.lang);
  const isQuoted = (at: number) => quotations.some(({ start, end }) => start <= at && at < end);
  const add = (start: number, end: number, source: () => string | undefined) => {
    if (!isFree(start, end) || isQuoted(start)) return;
    const id = source();
    if (id) mentions.push({ start, end, source: id });
  };

  const sentences = sentencesIn(text, memory.lang, wordsFor(memory.lang));
  for (const sentence of sentences) {
    for (const { start, end, outlet } of outletsIn(sentence.text, memory))
      add(sentence.start + start, sentence.start + end, () => memory.sources.outlet(outlet));
  }
  for (const quotation of quotations.filter((one) => countWords(one.text) > 2)) {
    const speaker = speakerOf(text, quotation, memory);
    if (speaker) add(speaker.start, speaker.end, () => memory.sources.person(speaker.person));
    else if (!mentions.length) memory.todo.push(`Who said “${quotation.text.split(/\s+/).slice(0, 6).join(' ')} …”?`);
  }
  for (const sentence of sentences) {
    const isFreeThere = (start: number, end: number) => isFree(sentence.start + start, sentence.start + end);
    for (const { start, end, source } of othersIn(sentence.text, memory, isFreeThere))
      add(sentence.start + start, sentence.start + end, source);
  }
  rememberSpeaker(text, memory);
  paragraph.children = withBadges(paragraph.children, pieces, oncePerSentence(mentions, text, memory), memory.kit);
}

/** Outlets of the registry that a sentence cites, and newsrooms that are new to it. */
export function outletsIn(sentence: string, memory: Memory): { start: number; end: number; outlet: string }[] {
  const { registry, cues, outlets } = memory;
  const found: { start: number; end: number; outlet: string }[] = [];
  const add = (start: number, end: number, outlet: string) => {
    if (!found.some((other) => start < other.end && end > other.start)) found.push({ start, end, outlet });
  };
  for (const [id, whole] of outlets) {
    const bare = whole.replace(/^The\s+/, '');
    if (!sentence.includes(bare)) continue;
    for (const {
      0: { length },
      index,
    } of sentence.matchAll(
      re(`(?<![\\p{L}\\p{N}])(?:${[whole, bare].map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    )) {
      const [before, after] = [sentence.slice(0, index), sentence.slice(index + length)];
      const isAfter = re(
        `(?:^|[\\s,(])(?:${cues.before})\\s+(?:(?:a|an|the)\\s+)?(?:(?:report|article|interview|story|post)s?\\s+(?:by|in|from|on|with)\\s+)?(?:the\\s+)?$`,
        'iu',
      ).test(before);
      const isSubject = re(
        `^(?:,[^,]{3,60},)?(?:\\s+(?:and|y)\\s+(?:the\\s+)?${name})?(?:\\s+(?:also|first|later|previously|has|had))*\\s+(?:${cues.reports}|${cues.verbs})(?!\\p{L})`,
      ).test(after);
      const isReported = re(`(?:${cues.reports})\\s+(?:the\\s+)?$`).test(before);
      const isSecond =
        /\b(?:and|y|e)\s+(?:the\s+)?$/u.test(before) &&
        (found.length > 0 || re(`(?:${cues.accordingTo}|${cues.told})\\s`, 'iu').test(before));
      const isAlone = sentence.trim().replace(/[.()]/g, '').trim() === sentence.slice(index, index + length);
      if (isAfter || isSubject || isReported || isSecond || isAlone) add(index, index + length, id);
    }
  }
  const strange = [
    re(
      `(?<![\\p{L}\\p{N}])(?<name>${name})(?:\\s+(?:also|first))?\\s+(?:reported|reports|informó|reportó)(?!\\p{L})`,
      'gu',
    ),
    re(`(?:^|\\s)(?:${cues.told})\\s+(?:the\\s+)?(?<name>${name})`, 'gu'),
    re(
      `(?:^|\\s)(?:${eitherCase(cues.accordingTo)}|[Rr]eported by|[Aa]s reported by|[Aa]s reported in|[Ii]nterview with|[Ss]tatement to|[Cc]omments? to|[Rr]emarks to|spoke (?:to|with)|[Ss]peaking (?:to|with)|[Pp]osted (?:on|to)|[Ww]rote (?:on|in)|[Ww]riting (?:on|in)|informó|reportó)\\s+(?:the\\s+)?(?<name>${name})`,
      'gu',
    ),
  ];
  for (const match of sentence.matchAll(
    re(
      `(?<![\\p{L}\\p{N}])(?<name>${famous})(?:\\s+(?:also|first|later|previously|has|had))*\\s+(?:${cues.reports}|${cues.verbs})(?!\\p{L})`,
      'gu',
    ),
  )) {
    const words = match.groups?.['name'] ?? '';
    const outlet = registry.outlet(words, false);
    if (outlet) add(match.index, match.index + words.length, outlet);
  }
  for (const [index, pattern] of strange.entries()) {
    for (const match of sentence.matchAll(pattern)) {
      const given = match.groups?.['name'] ?? '';
      // “NBC News’ Today” is one of NBC News.
      const words = given.replace(/[’'](?:s?$|s?\s.*$)/u, '').replace(/\.$/, '');
      const start = match.index + match[0].lastIndexOf(given);
      const isMedia = cues.media.test(words) && !institution.test(words) && !bareName(words, cues).title;
      const isPerson =
        isKnownPerson(bareName(words, cues).name, memory) ||
        re(`^(?:${cues.pronouns}|${cues.titles})(?!\\p{L})`).test(words) ||
        bareName(words, cues).title !== undefined;
      // “According to” may name anybody; “reported” and “told” mostly name newsrooms.
      if (isPerson || (!isMedia && !knownOutlet(words) && (index === 2 || !isName(words)))) continue;
      // “The Courier” is the Harrow Bay Courier, once that is met.
      const [inShort] = outlets.find(([, known]) => known.endsWith(` ${words}`)) ?? [];
      const outlet = inShort ?? registry.outlet(words, isMedia && /\s/.test(words));
      if (!outlet) continue;
      // From here on it is an outlet that is known.
      if (!outlets.some(([id]) => id === outlet)) outlets.push([outlet, words]);
      add(start, start + words.length, outlet);
    }
  }
  return found;
}

/** Whether words can be what a newsroom is called: not one of a sentence, and not those of an institution. */
const isName = (words: string): boolean =>
  words.split(/\s+/).every((word) => /^\p{Lu}[\p{L}-]+$/u.test(word) && !nobody.has(word.toLowerCase())) &&
  !common.test(words) &&
  !institution.test(words) &&
  words.split(/\s+/).length < 5;

const common =
  /^(?:Police|Officials?|Authorities|Parliament|Critics|Experts|Residents|Reporters|Journalists|Lawmakers|Investigators|Researchers|Scientists|Doctors|Prosecutors|Lawyers|Senators|Members|Employees|Workers|Students|Teachers|Mr|Mrs|Ms|Dr)\b/;

/** A pattern of words for the beginning of a sentence as well. */
const eitherCase = (pattern: string): string =>
  pattern
    .split('|')
    .map((words) => words.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`))
    .join('|');

const isKnownPerson = (words: string, { registry, met }: Memory): boolean =>
  Boolean(registry.personNamed(words) ?? met.get(nameKey(words)));

/** “According to” whoever is in no registry; and people of the registry who say something without quotation marks. */
function othersIn(
  text: string,
  memory: Memory,
  isFree: (start: number, end: number) => boolean,
): { start: number; end: number; source: () => string }[] {
  const { cues, registry, sources, todo } = memory;
  const found: { start: number; end: number; source: () => string }[] = [];
  const pattern = re(
    `(?<!\\p{L})(?:${cues.accordingTo})\\s+(?<who>(?:(?:the|an?|two|three|several|el|la|un|una)\\s+)?[^,;:“”"()]{3,60}?)(?=[,;:]|\\.\\s*$|\\s(?:who|which|that|and\\s(?:the|an?)|because|quien|que)(?!\\p{L})|$)`,
    'giu',
  );
  for (const match of text.matchAll(pattern)) {
    const who = match.groups!['who']!;
    const at = match.index + match[0].lastIndexOf(who);
    const bare = bareName(who, cues).name;
    const person = isKnownPerson(bare, memory) || (re(`^${full}$`).test(bare) && isPersonal(bare, memory));
    if (!isFree(at, at + who.length) || nothing.test(who)) continue;
    if (person && !cues.media.test(bare)) {
      const start = at + who.length - bare.length;
      found.push({
        start,
        end: at + who.length,
        source: () => {
          const id = personOf(who, undefined, false, memory);
          return id ? sources.person(id) : sources.named(bare);
        },
      });
      continue;
    }
    const [, article = '', rest = ''] = /^((?:the|el|la)\s+)?([\s\S]*)$/i.exec(who) ?? [];
    if (/^(?:an?|two|three|several|un|una)\s/i.test(who) && cues.unnamed.test(who)) {
      todo.push(
        `“${who}” is not named: write “unnamed: true” with “description” and “anonymity” at this source, or name it.`,
      );
    }
    found.push({ start: at + article.length, end: at + who.length, source: () => sources.named(rest) });
  }
  for (const id of new Set(memory.met.values())) {
    const whole = registry.people.get(id)?.name ?? '';
    if (!whole || !text.includes(whole)) continue;
    const match = re(`(?<![\\p{L}])${escaped(whole)}(?:,[^,]{3,60},)?\\s+(?:${cues.verbs})(?!\\p{L})`).exec(text);
    if (match) found.push({ start: match.index, end: match.index + whole.length, source: () => sources.person(id) });
  }
  return found;
}

/** What “according to” can be followed by, and is nobody: a word without a name, a pronoun. */
const nothing =
  /^(?:(?:him|her|them|it|us|me|you|this|that|these|those|which|what|whether|how|whom|when|where)\b.*|\p{Ll}[\p{L}-]*)$/iu;

/** Whoever is the subject of the last sentence with a verb of speech is “she” in the next. */
function rememberSpeaker(text: string, memory: Memory): void {
  let at = -1;
  for (const id of new Set(memory.met.values())) {
    const whole = memory.registry.people.get(id)?.name ?? '';
    const family = familyNameOf(whole);
    if (!family || !text.includes(family)) continue;
    const match = [
      ...text.matchAll(
        re(
          `(?<!\\p{L})(?:${escaped(whole)}|${escaped(family)})(?:,[^,]{3,90},)?\\s+(?:${memory.cues.verbs})(?!\\p{L})`,
          'gu',
        ),
      ),
    ].at(-1);
    if (match && match.index > at) {
      at = match.index;
      memory.last = id;
    }
  }
}

/** One badge for a source in a sentence. */
function oncePerSentence(mentions: Mention[], text: string, { lang }: Memory): Mention[] {
  const sentences = sentencesIn(text, lang, wordsFor(lang));
  const seen = new Set<string>();
  return mentions
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, source }) => {
      const key = `${source} ${sentences.findIndex((one) => one.start <= start && start < one.end)}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Links to other sites become badges: their words stay. */
function linkSources(paragraph: Paragraph, { sources, hosts, kit }: Memory): void {
  paragraph.children = paragraph.children.map((child): PhrasingContent => {
    if (child.type !== 'link' || !webAddress().safeParse(child.url).success) return child;
    const host = new URL(child.url).hostname.replace(/^www\./, '');
    if (!host.includes('.') || hosts.includes(host)) return child;
    return badge(kit, sources.linked(child.url), child.children);
  });
}

const badge = (kit: Kit, id: string, children: PhrasingContent[]): PhrasingContent => ({
  type: 'mdxJsxTextElement',
  name: kit.role('badge'),
  attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
  children: children,
});

/** The text of a paragraph, and which of its own text nodes stand where; what is marked or linked is left alone. */
function piecesOf({ children }: Paragraph): { text: string; pieces: (number | undefined)[] } {
  let text = '';
  const pieces = children.map((child) => {
    const start = text.length;
    text += child.type === 'text' ? child.value : wordsOf(child);
    return child.type === 'text' ? start : undefined;
  });
  return { text, pieces };
}

const wordsOf = (node: PhrasingContent): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? node.children.map(wordsOf).join('')
      : node.type === 'break'
        ? '\n'
        : '';

function withBadges(
  children: PhrasingContent[],
  pieces: (number | undefined)[],
  mentions: Mention[],
  kit: Kit,
): PhrasingContent[] {
  return children.flatMap((child, index): PhrasingContent[] => {
    const from = pieces[index];
    if (child.type !== 'text' || from === undefined) return [child];
    const result: PhrasingContent[] = [];
    let at = 0;
    for (const { start, end, source } of mentions) {
      if (start < from + at || end > from + child.value.length) continue;
      if (start - from > at) result.push({ type: 'text', value: child.value.slice(at, start - from) });
      result.push(badge(kit, source, [{ type: 'text', value: child.value.slice(start - from, end - from) }]));
      at = end - from;
    }
    if (at < child.value.length) result.push({ type: 'text', value: child.value.slice(at) });
    return result;
  });
}

export const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’]/g, "['’]");
