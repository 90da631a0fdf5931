import { unified } from 'unified';
import type { PluggableList } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { messageAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { isOthersWords, isQuoted } from './prose.ts';
import type { Passage, Prose } from './prose.ts';
import type { Rule, Severity } from './rule.ts';

/** What a newsroom asks of plugins of retext (github.com/retextjs/retext), as a rule of its own. */
export interface RetextOptions {
  /** Also the file’s name. */
  name: string;
  severity?: Severity;
  /** The language that the plugins are for, such as `en`: other stories are left alone. All, where none is given. */
  lang?: string;
  /** A parser, such as `retext-english`, and what is to be used, as unified takes them. They run at once, not later. */
  plugins: PluggableList;
}

/**
 * A rule that runs plugins of retext over the newsroom’s own words: not over markup, nor what others say, nor the names
 * in its registries, nor words that it has cleared.
 */
export function retextRule({ name, severity = 'warning', lang, plugins }: RetextOptions): Rule {
  const processor = unified().use(plugins).freeze();
  const look = (text: string): VFileMessage[] => {
    const file = new VFile(text);
    processor.runSync(processor.parse(file), file);
    return file.messages;
  };
  return {
    name,
    severity,
    check(prose) {
      if (lang && prose.lang.split('-')[0] !== lang.split('-')[0]) return [];
      const known = new Set([...prose.allowed, ...namesOf(prose)]);
      return ownPassages(prose).flatMap((passage) =>
        look(passage.text).flatMap(({ place, reason, actual, expected }): Message[] => {
          const offset = (place && ('start' in place ? place.start : place).offset) ?? 0;
          if (isQuoted(passage, offset) || known.has(actual?.toLowerCase() ?? '')) return [];
          // Of several, none is the nearest right one.
          const nearest = expected?.length === 1 ? expected[0] : undefined;
          return [messageAt(passage.placeAt(offset), sentence(reason), nearest)];
        }),
      );
    },
  };
}

/** The passages of a story that are the newsroom’s own words, headline and description first. */
export const ownPassages = ({ fields, passages }: Prose): Passage[] =>
  [...fields, ...passages].filter((passage) => !isOthersWords(passage));

/** The words of all names that a newsroom has registered, in lower case. */
function namesOf({ registries: { people, outlets, authors, topics, terms } }: Prose): string[] {
  const named: { name: string }[] = [people, outlets, authors, topics, terms].flatMap((registry) => [
    ...(registry as ReadonlyMap<string, { name: string }>).values(),
  ]);
  return named.flatMap(({ name }) => name.toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? []);
}

/** What a plugin says, with our quotation marks and a full stop. */
const sentence = (reason: string) => `${reason.replace(/`([^`]*)`/g, '“$1”').replace(/[.\s]+$/, '')}.`;
