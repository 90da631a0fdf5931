import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseHTML } from 'linkedom';

/** The vocabulary of schema.org, from the package `@vocabulary/schema`, and what is wrong with JSON-LD under it. */

const prefix = 'http://schema.org/';
const facts = readFileSync(createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq'), 'utf8');

/** `of` and the objects of every statement with a predicate, by subject. */
function statements(predicate: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, subject = '', object = ''] of facts.matchAll(
    new RegExp(`^<${prefix}(\\w+)> <${predicate}> <${prefix}(\\w+)>`, 'gm'),
  )) {
    found.set(subject, (found.get(subject) ?? new Set()).add(object));
  }
  return found;
}

const above = statements('http://www.w3.org/2000/01/rdf-schema#subClassOf');
const domains = statements(`${prefix}domainIncludes`);
const ranges = statements(`${prefix}rangeIncludes`);
const classes = new Set(
  [...facts.matchAll(new RegExp(`^<${prefix}(\\w+)> <[^>]*#type> <[^>]*#Class>`, 'gm'))].map(([, name]) => name),
);

/** A type and all above it. */
const lineOf = (type: string): string[] => [type, ...[...(above.get(type) ?? [])].flatMap(lineOf)];

const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** The data types that a value without a type of its own can be. */
function typesOf(value: unknown): string[] {
  if (typeof value === 'number') return ['Number', 'Integer', 'Text'];
  if (typeof value === 'boolean') return ['Boolean'];
  const text = String(value);
  return [
    'Text',
    ...(day.test(text) ? ['Date'] : []),
    ...(moment.test(text) ? ['DateTime', 'Date'] : []),
    ...(URL.canParse(text) ? ['URL'] : []),
  ];
}

type Node = Record<string, unknown>;

/** Only the name of something that stands elsewhere in the graph. */
const isReference = (node: Node) => '@id' in node && Object.keys(node).length === 1;

/** The types of what has a name in a graph, by that name. */
const namedIn = (value: unknown): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [];
  const { '@id': id, '@type': type, ...rest } = value as Node;
  const own: [string, string][] = typeof id === 'string' && typeof type === 'string' ? [[id, type]] : [];
  return [...own, ...Object.values(rest).flat().flatMap(namedIn)];
};

/** What schema.org does not know, or knows of another type or value; and names that the graph does not have. */
export function faultsOf(value: unknown, path = '$', named = new Map(namedIn(value))): string[] {
  const node = value as Node;
  if (Array.isArray(node['@graph']))
    return node['@graph'].flatMap((one, index) => faultsOf(one, `${path}.@graph[${index}]`, named));
  if (isReference(node)) return named.has(String(node['@id'])) ? [] : [`${path}: “${String(node['@id'])}” is nowhere`];
  const type = String(node['@type']);
  if (!classes.has(type)) return [`${path}: “${type}” is no type`];
  const line = lineOf(type);
  return Object.entries(node).flatMap(([name, given]) => {
    // Google’s own word for where the words of a search go.
    if (name.startsWith('@') || name === 'query-input') return [];
    const at = `${path}.${name}`;
    const fitting = ranges.get(name);
    if (!fitting || !domains.has(name)) return [`${at}: no such property`];
    if (![...domains.get(name)!].some((domain) => line.includes(domain))) return [`${at}: not a property of ${type}`];
    return [given].flat().flatMap((one, index) => {
      const isNode = typeof one === 'object' && one !== null;
      const typeOf = (given: Node) => String(isReference(given) ? named.get(String(given['@id'])) : given['@type']);
      const types = isNode ? lineOf(typeOf(one as Node)) : typesOf(one);
      // What a value stands for may be named by its text or its address.
      const fits =
        types.some((each) => fitting.has(each)) ||
        (typeof one === 'string' && URL.canParse(one) && [...fitting].some((each) => classes.has(each)));
      return [
        ...(fits ? [] : [`${at}: ${JSON.stringify(one)} is none of ${[...fitting].join(', ')}`]),
        ...(isNode ? faultsOf(one, `${at}[${index}]`, named) : []),
      ];
    });
  });
}

/** All JSON-LD of a page. */
export const jsonLdIn = (html: string): Node[] =>
  [...parseHTML(html).document.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => JSON.parse(script.textContent) as Node,
  );
