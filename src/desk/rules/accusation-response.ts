import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsFor } from '../../document/roles.ts';
import { factsOf } from '../facts/facts.ts';
import { bare, mayBePerson } from '../facts/names.ts';
import { familyNameOf, mentionsOf } from '../people.ts';
import { isOthersWords, isQuoted } from '../prose.ts';
import type { Passage, Prose, Span } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * Whoever is accused by name has had a chance to answer.
 *
 * A sentence that accuses a person, registered in `people/` or not, wants somewhere in the story a
 * <Response by="…">, a <Statement> of that person, or a sentence with the person’s name and the answer: “denies it”.
 *
 * @example ok
 * The council accused Jane Doe of fraud.
 *
 * <Response by="jane-doe" status="declined" date="2026-01-07" />
 *
 * @example ok
 * The council accused Jane Doe of fraud. Doe denies it.
 *
 * @example not ok
 * The council accused Jane Doe of fraud.
 * @message 1:21 Unexpected accusation of Jane Doe without an answer: expected <Response by="jane-doe" status="…" date="…">, or the answer in words.
 *
 * @example not ok
 * Robert Fielding, a contractor, was accused of bribery by the council.
 * @message 1:1 Unexpected accusation of Robert Fielding without an answer: expected <Response by="…" status="…" date="…">, or the answer in words.
 */
export default {
  name: 'accusation-response',
  severity: 'warning',
  check(prose) {
    const { nodes, passages, words, registries, tagFor } = prose;
    if (!words) return [];
    const charge = matcherOf(words.accusation);
    const charged = passages.flatMap((passage) =>
      passage.isHeading || isOthersWords(passage)
        ? []
        : passage.sentences.filter(({ text }) => text.search(charge) >= 0).map((sentence) => ({ passage, sentence })),
    );
    if (!charged.length) return [];
    const answered = new Set<string>();
    for (const node of nodes) {
      const answer = propsFor('response', node) ?? propsFor('statement', node);
      if (answer) answered.add(answer.by);
    }
    const told = new Set<string>();
    return charged.flatMap(({ passage, sentence }): Message[] =>
      peopleIn(prose, passage, sentence).flatMap(({ id, name, start, isPerson }) => {
        const family = bare(familyNameOf(name));
        if (told.has(family) || (id && answered.has(id)) || (id && registries.people.get(id)?.institution)) return [];
        if (!isAccused(passage, sentence, { start, end: start + name.length, isPerson }, prose)) return [];
        const isAnswered = passages.some(({ text }) => bare(text).includes(family) && hasWord(text, words.denial));
        if (isAnswered) return [];
        told.add(family);
        return [
          messageAt(
            passage.placeAt(start),
            `Unexpected accusation of ${name} without an answer: expected ${tagFor('response', id ? { by: id } : {})}, or the answer in words.`,
          ),
        ];
      }),
    );
  },
} satisfies Rule;

/** The people whom a sentence names: those of the newsroom, and others by what stands beside their names. */
function peopleIn(
  prose: Prose,
  passage: Passage,
  { start, end }: Span,
): { id?: string; name: string; start: number; isPerson: boolean }[] {
  const inside = (one: { start: number }) => start <= one.start && one.start < end;
  const registered = mentionsOf(prose, passage).filter(inside);
  const { names } = factsOf(prose);
  const others = names.filter(
    (one) =>
      one.passage === passage &&
      inside(one) &&
      one.words.length > 1 &&
      mayBePerson(one) &&
      !registered.some((known) => known.start < one.end && one.start < known.end),
  );
  return [
    ...registered.map(({ id, person, start: at }) => ({ id, name: person.name, start: at, isPerson: true })),
    ...others.map(({ text, start: at }) => ({ name: text, start: at, isPerson: false })),
  ].sort((one, other) => one.start - other.start);
}

/**
 * Whether the accusation is of the person at a place, not by that person: “accused Doe of”, “Doe was accused of”, “Doe is
 * charged with”, “allegations against Doe”.
 */
function isAccused(
  passage: Passage,
  sentence: Span,
  { start, end, isPerson }: { start: number; end: number; isPerson: boolean },
  { words }: Prose,
): boolean {
  if (!words || isQuoted(passage, start)) return false;
  const charge = matcherOf(words.accusation);
  const before = passage.text.slice(sentence.start, start);
  const close = passage.text.slice(end, Math.min(sentence.end, end + 90));
  const first = close.search(charge);
  const lead = close.slice(0, first);
  const isPassive =
    first >= 0 &&
    hasWord(lead, words.passive) &&
    !/\b(?:by|por|par)\s|[“"«]/.test(lead) &&
    lead.split(/\s+/).length < 12;
  if (isPassive && !/^\s(?:and|y|et|e)\s/.test(lead)) return true;
  // Of a name that nobody has registered, it has to be said more plainly.
  const last = [...before.matchAll(isPerson ? charge : matcherOf(words.accusing))].at(-1);
  if (!last) return false;
  const gap = before.slice(last.index + last[0].length);
  const isPlace = /\b(?:in|at|near|across|outside|on|for|en|à|em)\s(?:the\s)?$/iu.test(gap);
  // “accused of fraud by Doe”, “told Doe”: whoever stands there has not done it.
  const isOther = /\b(?:by|por|par|told|said|reported|to|wrote|called|with)\s(?:\p{L}+\s){0,3}$/iu.test(gap);
  return gap.length < (isPerson ? 60 : 30) && !isPlace && !isOther && !/[.;:]/.test(gap);
}
