import { errorAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { modulesIn } from '../folder.ts';
import { nearest } from '../schema/nearest.ts';
import type { Prose } from './prose.ts';
import type { Rule, Severity } from './rule.ts';

/** The desk’s rules, in the order of their names: each file in `rules/` is one. */
export const rules: readonly Rule[] = [...(await modulesIn<Rule>(new URL('./rules/', import.meta.url), /./)).values()];

/** What a newsroom sets in place of a rule’s own severity. */
export type Severities = Partial<Record<string, Severity>>;

/** The desk’s rules with a newsroom’s own, each in place of ours of its name. */
export const rulesWith = (own: readonly Rule[]): readonly Rule[] => [
  ...new Map([...rules, ...own].map((rule) => [rule.name, rule])).values(),
];

/** What the desk has to say of a story; a rule that the story allows itself, with a reason, keeps silent. */
export function applyRules(prose: Prose, severities: Severities = {}, asked = rules): Message[] {
  const allowed = prose.data.allow ?? {};
  const messages = asked.flatMap(({ name, severity: own, check }): Message[] => {
    const severity = severities[name] ?? own;
    if (severity === 'off' || Object.hasOwn(allowed, name)) return [];
    return check(prose).map((message) => Object.assign(message, { fatal: severity === 'error', ruleId: name }));
  });
  const names = asked.map(({ name }) => name);
  return [...messages, ...unknownRules(prose, names)];
}

function unknownRules({ data: { allow = {} }, placeOf }: Prose, names: readonly string[]): Message[] {
  return Object.keys(allow)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const reason = `Unknown rule “${name}”: expected one of the desk’s rules.`;
      return errorAt(placeOf(['allow', name], 'key'), 'rule-exists', reason, nearest(name, names));
    });
}

/** Settings of rules that do not exist, each with the nearest that does. */
export function unknownSettings(
  severities: Severities,
  asked = rules,
): { name: string; suggestion?: string | undefined }[] {
  const names = asked.map(({ name }) => name);
  return Object.keys(severities)
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, suggestion: nearest(name, names) }));
}
