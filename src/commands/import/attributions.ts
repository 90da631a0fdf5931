import type { Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { sentencesIn } from '../../desk/prose.ts';
import { quotationsIn } from '../../strings/quotations.ts';
import { wordsFor } from '../../desk/words/index.ts';
import { countWords } from '../../document/words.ts';
import type { Cues } from './cues.ts';
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
  cues: Cues;
  lang: string;
  /** Who spoke last: for “she said”. */
  last?: string | undefined;
  /** What a writer has to look at. */
  todo: string[];
}

// A short word may end in a full stop, as in “Gov.”; the last of a sentence is longer.
const upper = "(?:\\p{Lu}\\p{L}{1,3}\\.(?=\\s\\p{Lu})|\\p{Lu}[\\p{L}\\p{M}’'-]*)";
const initials = '(?:\\p{Lu}\\.)+';
const name = `(?:${initials}\\s+)?${upper}(?:\\s+(?:(?:de|del|la|van|von|der|bin|al|da|dos)\\s+)*(?:${initials}\\s+)?\\p{Lu}[\\p{L}\\p{M}’'-]*){0,3}`;
const full = `${upper}(?:\\s+(?:(?:de|del|la|van|von|der|bin|al|da|dos)\\s+)*(?:${initials}\\s*)?\\p{Lu}[\\p{L}\\p{M}’'-]*){1,3}`;
const aside = '(?:,\\s*[^,“”".]{3,90},)?';

/** Takes titles off the front of a name: “Mayor Jane Doe”. */
function bareName(words: string, cues: Cues): { name: string; title?: string } {
  const [whole, title] =
    new RegExp(
      `^(?:the\\s+|The\\s+)?((?:(?:former|then|\\p{Lu}\\.\\p{Lu}\\.)\\s+)*(?:${cues.titles})(?:\\s+of\\s+\\p{Lu}\\p{L}+)?)\\s+(?=\\p{Lu})`,
      'u',
    ).exec(words) ?? [];
  return whole ? { name: words.slice(whole.length), title: title! } : { name: words };
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
    [`^[,.]?\\s*(?<name>${name})(?<role>${aside})${adverb}\\s+${verbs}(?!\\p{L})`, 'after'],
    [`^[,.]?\\s*${verbs}\\s+(?<name>${name})(?:,\\s*(?<role>[^,.“”"]{3,90}))?`, 'after'],
    [`(?<name>${name})(?<role>${aside})${adverb}\\s+${verbs}(?!\\p{L})[^“”".]{0,80}$`, 'before'],
    [`(?:${cues.accordingTo})\\s+(?<name>${name})(?<role>${aside})[,\\s]*$`, 'before'],
    [`(?<name>${name})(?<role>,\\s*[^,:“”".]{3,90})?:\\s*$`, 'before'],
    [
      `^[,.]?\\s*(?:(?<pronoun>${cues.pronouns})\\s+${verbs}|${verbs}\\s+(?<pronoun2>${cues.pronouns}))(?!\\p{L})`,
      'after',
    ],
    [`(?<!\\p{L})(?<pronoun>${cues.pronouns})${adverb}\\s+${verbs}(?!\\p{L})[^“”".]{0,80}$`, 'before'],
  ];
  for (const [pattern, side] of choices) {
    const match = new RegExp(pattern, 'u').exec(side === 'after' ? after : before);
    if (!match?.groups) continue;
    const shift = side === 'after' ? quotation.end : 0;
    const pronoun = match.groups['pronoun'] ?? match.groups['pronoun2'];
    if (pronoun) {
      const start = shift + match.index + match[0].search(new RegExp(`(?<!\\p{L})${pronoun}(?!\\p{L})`, 'u'));
      if (memory.last) return { person: memory.last, start, end: start + pronoun.length };
      continue;
    }
    const bare = bareName(match.groups['name']!, cues);
    if (
      [...registry.outlets.values()].some(
        (outlet) => outlet.name === bare.name || outlet.name.endsWith(` ${bare.name}`),
      )
    )
      continue;
    const role =
      bare.title ??
      match.groups['role']
        ?.replace(/^,\s*|,$/g, '')
        .replace(/^(?:the|a|an)\s+/i, '')
        .trim();
    const person = registry.person(bare.name.replace(/[’']s$/, ''), role || undefined);
    if (!person) continue;
    const start =
      shift + match.index + match[0].indexOf(match.groups['name']!) + match.groups['name']!.length - bare.name.length;
    memory.last = person;
    return { person, start, end: start + bare.name.length };
  }
  return undefined;
}

/** Enters people whom a text gives words to with their whole name, so that the family’s alone is known later. */
export function meetPeople(text: string, { registry, cues }: Memory): void {
  for (const { groups } of text.matchAll(
    new RegExp(`(?<![\\p{L}.])(?<name>${full})(?<role>${aside})\\s+(?:${cues.verbs})(?!\\p{L})`, 'gu'),
  )) {
    const { name: whole, title } = bareName(groups!['name']!, cues);
    const isOther =
      cues.media.test(whole) ||
      institution.test(whole) ||
      /^(?:The|A|An|El|La|Los|Las)\s/.test(whole) ||
      [...registry.outlets.values()].some((outlet) => outlet.name === whole);
    if (!isOther && /\s/.test(whole))
      registry.person(whole, title ?? groups!['role']?.replace(/^,\s*|,$/g, '').replace(/^(?:the|an?)\s+/i, ''));
  }
}

const institution =
  /\b(?:House|Department|Court|Council|Ministry|Office|University|Committee|Party|Bank|Police|Union|Commission|Congress|Senate|Government|Group|Institute|Association|Company|Embassy|Chamber|Nations|Center|Centre|Foundation|Army|Navy)\b/;

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
  const add = (start: number, end: number, source: () => string) => {
    if (isFree(start, end) && !isQuoted(start)) mentions.push({ start, end, source: source() });
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
  paragraph.children = withBadges(paragraph.children, pieces, oncePerSentence(mentions, text, memory));
}

/** Outlets of the registry that a sentence cites, and newsrooms that are new to it. */
function outletsIn(sentence: string, { registry, cues }: Memory): { start: number; end: number; outlet: string }[] {
  const found: { start: number; end: number; outlet: string }[] = [];
  const add = (start: number, end: number, outlet: string) => {
    if (!found.some((other) => start < other.end && end > other.start)) found.push({ start, end, outlet });
  };
  const byLength = [...registry.outlets].sort(([, a], [, b]) => b.name.length - a.name.length);
  for (const [id, { name: whole }] of byLength) {
    const bare = whole.replace(/^The\s+/, '');
    for (const {
      0: { length },
      index,
    } of sentence.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${[whole, bare].map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    )) {
      const [before, after] = [sentence.slice(0, index), sentence.slice(index + length)];
      const isAfter = new RegExp(
        `(?:^|[\\s,(])(?:${cues.before})\\s+(?:(?:a|an|the)\\s+)?(?:(?:report|article|interview|story|post)s?\\s+(?:by|in|from|on|with)\\s+)?(?:the\\s+)?$`,
        'iu',
      ).test(before);
      const isSubject = new RegExp(
        `^(?:,[^,]{3,60},)?(?:\\s+(?:and|y)\\s+(?:the\\s+)?${name})?(?:\\s+(?:also|first|later|previously|has|had))*\\s+(?:${cues.reports}|${cues.verbs})(?!\\p{L})`,
        'u',
      ).test(after);
      const isReported = new RegExp(`(?:${cues.reports})\\s+(?:the\\s+)?$`, 'u').test(before);
      const isSecond =
        /\b(?:and|y|e)\s+(?:the\s+)?$/u.test(before) &&
        (found.length > 0 || new RegExp(`(?:${cues.accordingTo}|${cues.told})\\s`, 'iu').test(before));
      const isAlone = sentence.trim().replace(/[.()]/g, '').trim() === sentence.slice(index, index + length);
      if (isAfter || isSubject || isReported || isSecond || isAlone) add(index, index + length, id);
    }
  }
  const strange = [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?<name>${name})(?:\\s+(?:also|first))?\\s+(?:reported|reports|informó|reportó)(?!\\p{L})`,
      'gu',
    ),
    new RegExp(`(?:^|\\s)(?:${cues.told})\\s+(?:the\\s+)?(?<name>${name})`, 'gu'),
    new RegExp(
      `(?:^|\\s)(?:${cues.accordingTo}|reported by|as reported by|as reported in|interview with|informó|reportó)\\s+(?:the\\s+)?(?<name>${full})`,
      'giu',
    ),
  ];
  for (const [index, pattern] of strange.entries()) {
    for (const match of sentence.matchAll(pattern)) {
      const words = match.groups!['name']!.replace(/[’']s?$/, '').replace(/\.$/, '');
      const start = match.index + match[0].indexOf(match.groups!['name']!);
      const isMedia = cues.media.test(words);
      const isPerson =
        isKnownPerson(bareName(words, cues).name, registry) ||
        new RegExp(`^(?:${cues.pronouns}|${cues.titles})(?!\\p{L})`, 'u').test(words);
      // “According to” may name anybody; “reported” and “told” mostly name newsrooms.
      if (isPerson || (!isMedia && (index === 2 || !isName(words, index)))) continue;
      add(start, start + words.length, registry.outlet(words));
    }
  }
  return found;
}

const common =
  /^(?:The|A|An|It|This|That|These|Those|Police|Officials?|Authorities|Congress|Parliament|Critics|Experts|Residents|Reporters|Journalists|Lawmakers|Investigators|Researchers|El|La|Los|Las)$/;
const isName = (words: string, index: number) =>
  !common.test(words) &&
  (index === 0 || /^(?:\p{Lu}[\p{L}-]+\s?){1,4}$/u.test(words)) &&
  !/^(?:Mr|Mrs|Ms|Dr)\b/.test(words);

const isKnownPerson = (words: string, registry: Registry): boolean =>
  [...registry.people.values()].some((person) => person.name === words || person.name.endsWith(` ${words}`));

/** “According to” whoever is in no registry; and people of the registry who say something without quotation marks. */
function othersIn(
  text: string,
  memory: Memory,
  isFree: (start: number, end: number) => boolean,
): { start: number; end: number; source: () => string }[] {
  const { cues, registry, sources, todo } = memory;
  const found: { start: number; end: number; source: () => string }[] = [];
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${cues.accordingTo})\\s+(?<who>(?:(?:the|an?|two|three|several|el|la|un|una)\\s+)?[^,;:“”"()]{3,60}?)(?=[,;:]|\\.\\s*$|\\s(?:who|which|that|and\\s(?:the|an?)|because|quien|que)(?!\\p{L})|$)`,
    'giu',
  );
  for (const match of text.matchAll(pattern)) {
    const who = match.groups!['who']!;
    const at = match.index + match[0].lastIndexOf(who);
    const bare = bareName(who, cues).name;
    const person = new RegExp(`^${full}$`, 'u').test(bare) || isKnownPerson(bare, registry);
    if (!isFree(at, at + who.length)) continue;
    if (person && !cues.media.test(bare)) {
      const start = at + who.length - bare.length;
      found.push({
        start,
        end: at + who.length,
        source: () => {
          const id = registry.person(bare);
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
  for (const [id, person] of registry.people) {
    const match = new RegExp(
      `(?<![\\p{L}])${escaped(person.name)}(?:,[^,]{3,60},)?\\s+(?:${cues.verbs})(?!\\p{L})`,
      'u',
    ).exec(text);
    if (match)
      found.push({ start: match.index, end: match.index + person.name.length, source: () => sources.person(id) });
  }
  return found;
}

/** Whoever is the subject of the last sentence with a verb of speech is “she” in the next. */
function rememberSpeaker(text: string, memory: Memory): void {
  let at = -1;
  for (const [id, { name: whole }] of memory.registry.people) {
    const family = whole.split(/\s+/).at(-1)!;
    const match = [
      ...text.matchAll(
        new RegExp(
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
function linkSources(paragraph: Paragraph, { sources }: Memory): void {
  paragraph.children = paragraph.children.map((child): PhrasingContent => {
    if (
      child.type !== 'link' ||
      !URL.canParse(child.url) ||
      !/^https?:$/.test(new URL(child.url).protocol) ||
      !new URL(child.url).hostname.includes('.')
    )
      return child;
    return badge(sources.linked(child.url), child.children);
  });
}

const badge = (id: string, children: PhrasingContent[]): PhrasingContent => ({
  type: 'mdxJsxTextElement',
  name: 'Source',
  attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
  children: children as never,
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
      ? (node.children as PhrasingContent[]).map(wordsOf).join('')
      : node.type === 'break'
        ? '\n'
        : '';

function withBadges(
  children: PhrasingContent[],
  pieces: (number | undefined)[],
  mentions: Mention[],
): PhrasingContent[] {
  return children.flatMap((child, index): PhrasingContent[] => {
    const from = pieces[index];
    if (child.type !== 'text' || from === undefined) return [child];
    const result: PhrasingContent[] = [];
    let at = 0;
    for (const { start, end, source } of mentions) {
      if (start < from + at || end > from + child.value.length) continue;
      if (start - from > at) result.push({ type: 'text', value: child.value.slice(at, start - from) });
      result.push(badge(source, [{ type: 'text', value: child.value.slice(start - from, end - from) }]));
      at = end - from;
    }
    if (at < child.value.length) result.push({ type: 'text', value: child.value.slice(at) });
    return result;
  });
}

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’]/g, "['’]");
