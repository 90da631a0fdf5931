import accusationResponse from './rules/accusation-response.ts';
import acronymExpanded from './rules/acronym-expanded.ts';
import citationRun from './rules/citation-run.ts';
import citationTwice from './rules/citation-twice.ts';
import descriptionLength from './rules/description-length.ts';
import headingLevels from './rules/heading-levels.ts';
import headlineLength from './rules/headline-length.ts';
import headlineQuestion from './rules/headline-question.ts';
import hedges from './rules/hedges.ts';
import linkText from './rules/link-text.ts';
import loadedWords from './rules/loaded-words.ts';
import nameSpelling from './rules/name-spelling.ts';
import numberSource from './rules/number-source.ts';
import nutGraf from './rules/nut-graf.ts';
import pictureText from './rules/picture-text.ts';
import quotationSpeaker from './rules/quotation-speaker.ts';
import readingEase from './rules/reading-ease.ts';
import roleOnDate from './rules/role-on-date.ts';
import sentenceLength from './rules/sentence-length.ts';
import singleSource from './rules/single-source.ts';
import sourceOld from './rules/source-old.ts';
import stepPassed from './rules/step-passed.ts';
import toDo from './rules/to-do.ts';
import unknownOld from './rules/unknown-old.ts';
import wordsThatRot from './rules/words-that-rot.ts';
import { errorAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { nearest } from '../schema/nearest.ts';
import type { Prose } from './prose.ts';
import type { Rule, Severity } from './rule.ts';

/** The desk’s rules, in the order of their names. */
export const rules: readonly Rule[] = [
  accusationResponse,
  acronymExpanded,
  citationRun,
  citationTwice,
  descriptionLength,
  headingLevels,
  headlineLength,
  headlineQuestion,
  hedges,
  linkText,
  loadedWords,
  nameSpelling,
  numberSource,
  nutGraf,
  pictureText,
  quotationSpeaker,
  readingEase,
  roleOnDate,
  sentenceLength,
  singleSource,
  sourceOld,
  stepPassed,
  toDo,
  unknownOld,
  wordsThatRot,
];

/** What a newsroom sets in place of a rule’s own severity. */
export type Severities = Partial<Record<string, Severity>>;

/** What the desk has to say of a story; a rule that the story allows itself, with a reason, keeps silent. */
export function applyRules(prose: Prose, severities: Severities = {}): Message[] {
  const allowed = prose.data.allow ?? {};
  const messages = rules.flatMap(({ name, severity: own, check }): Message[] => {
    const severity = severities[name] ?? own;
    if (severity === 'off' || Object.hasOwn(allowed, name)) return [];
    return check(prose).map((message) => Object.assign(message, { fatal: severity === 'error', ruleId: name }));
  });
  return [...messages, ...unknownRules(prose)];
}

const names = rules.map(({ name }) => name);

function unknownRules({ data: { allow = {} }, placeOf }: Prose): Message[] {
  return Object.keys(allow)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const reason = `Unknown rule “${name}”: expected one of the desk’s rules.`;
      return errorAt(placeOf(['allow', name], 'key'), 'rule-exists', reason, nearest(name, names));
    });
}

/** Settings of rules that do not exist, each with the nearest that does. */
export const unknownSettings = (severities: Severities): { name: string; suggestion?: string | undefined }[] =>
  Object.keys(severities)
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, suggestion: nearest(name, names) }));
