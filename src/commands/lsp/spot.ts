import type { Contract, Contracts } from '../../document/contract.ts';
import { readYaml, splitStory } from '../../document/frontmatter.ts';
import type { Place } from '../../document/place.ts';
import { referringKeys } from '../../schema/references.ts';
import { storySchema } from '../../schema/story.ts';

/** What stands where a writer’s cursor is. */
export type Spot =
  | { kind: 'component'; typed: string; contract?: Contract | undefined }
  | { kind: 'prop'; typed: string; contract: Contract; given: string[] }
  | { kind: 'value'; typed: string; contract: Contract; prop: string }
  | { kind: 'key'; typed: string; key: string };

/** How far back a tag may begin: none is longer. */
const FAR = 2000;

/** What is being typed at an offset: in a tag, or above the text. */
export function spotAt(contents: string, offset: number, contracts: Contracts): Spot | undefined {
  const before = contents.slice(Math.max(0, offset - FAR), offset);
  const isAbove = offset <= contents.length - bodyOf(contents).length;
  if (isAbove) return keyAt(before);
  const open = before.lastIndexOf('<');
  const tag =
    open < 0
      ? undefined
      : /^<(\/?)([\w.]*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)([\s\S]*)$/.exec(before.slice(open));
  if (!tag) return undefined;
  const [, , name = '', given = '', rest = ''] = tag;
  if (!given && !rest) return { kind: 'component', typed: name, contract: contracts.get(name) };
  const contract = contracts.get(name);
  if (!contract) return undefined;
  // A name without a value may be one whose value has just begun.
  const value = /(?:^|\s)([\w-]+)=["']([^"'<>]*)$/.exec(given + rest);
  if (value && /^=["']/.test(rest)) return { kind: 'value', typed: value[2] ?? '', contract, prop: value[1] ?? '' };
  const names = [...given.matchAll(/([\w-]+)(?==|\s|$)/g)].map(([one]) => one);
  const prop = /^\s+([\w-]*)$/.exec(rest);
  if (prop) return { kind: 'prop', typed: prop[1] ?? '', contract, given: names };
  // The last name may be the one that is being typed.
  if (!rest && !/["'}]$/.test(given))
    return { kind: 'prop', typed: names.at(-1) ?? '', contract, given: names.slice(0, -1) };
  return undefined;
}

/** The text below the second `---`. */
function bodyOf(contents: string): string {
  const { yaml, body } = splitStory(contents);
  // Without a second line of `---` all of it is still being typed above.
  return yaml === undefined && /^\uFEFF?---/.test(contents) ? '' : body.replace(/^\n+/, '');
}

function keyAt(before: string): Spot | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const inline = /(?:^|[\s{,-])([\w-]+):\s*(?:\[[^\]]*?)?["']?([\w-]*)$/.exec(line);
  if (inline) return { kind: 'key', key: inline[1] ?? '', typed: inline[2] ?? '' };
  const item = /^\s*-\s+["']?([\w-]*)$/.exec(line);
  if (!item) return undefined;
  const parent = [...before.matchAll(/^([\w-]+):[ \t]*$/gm)].at(-1)?.[1];
  return parent ? { kind: 'key', key: parent, typed: item[1] ?? '' } : undefined;
}

/** The collections that keys above a story name entries of. */
export const collectionOfKey = referringKeys(storySchema);

/** The sources that a story lists, and where. */
export function sourcesIn(contents: string): Map<string, Place> {
  const { yaml } = splitStory(contents);
  if (yaml === undefined) return new Map();
  const { data, placeOf } = readYaml(yaml, 2);
  const sources = (data as { sources?: unknown } | undefined)?.sources;
  if (typeof sources !== 'object' || sources === null) return new Map();
  return new Map(Object.keys(sources).map((id) => [id, placeOf(['sources', id], 'key')]));
}

/** The word around an offset, such as an id. */
export function wordAt(contents: string, offset: number): { word: string; start: number; end: number } {
  const before = /[\w-]*$/.exec(contents.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const behind = /^[\w-]*/.exec(contents.slice(offset, offset + 200))?.[0] ?? '';
  return { word: before + behind, start: offset - before.length, end: offset + behind.length };
}
