import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsOf, startOf } from '../../document/props.ts';
import { hasRole, propsFor } from '../../document/roles.ts';
import { kindOf } from '../../stories/source.ts';
import type { SourceKind } from '../../schema/source.ts';
import type { Rule } from '../rule.ts';

/** Sources that are one person’s own words. In reports, books and court files, somebody tells of others. */
export const ownWords: ReadonlySet<SourceKind> = new Set([
  'statement',
  'interview',
  'speech',
  'person',
  'post',
  'other',
]);

/**
 * A statement is cited from its speaker’s own source, or from one that reports others.
 *
 * A post, a speech or a statement that is “by” one person does not show what another one said. What an
 * institution says through a person, and the other way round, is not looked at.
 *
 * @example ok
 * <Officials>
 * <Statement by="jane-doe" source="jane">“The bridge stays.”</Statement>
 * </Officials>
 *
 * @example ok
 * ---
 * sources:
 *   book: { by: jane-doe, kind: document }
 * ---
 * <Officials>
 * <Statement by="john-roe" source="book">“The bridge stays.”</Statement>
 * </Officials>
 *
 * @example not ok
 * <Officials>
 * <Statement by="john-roe" source="jane">“The bridge stays.”</Statement>
 * </Officials>
 * @message 2:26 Unexpected source “jane” for words of john-roe: it is by Jane Doe. Expected one of the speaker’s own, or one that reports others.
 */
export default {
  name: 'statement-source',
  severity: 'warning',
  check({ nodes, data: { sources }, registries: { people, outlets } }) {
    const messages: Message[] = [];
    for (const node of nodes) {
      if (!hasRole(node, 'statement')) continue;
      const statement = propsFor('statement', node);
      const source = sources[statement?.source ?? ''];
      if (!statement || !source?.by || source.by === statement.by) continue;
      const [speaker, author] = [people.get(statement.by), people.get(source.by)];
      if (speaker?.institution || author?.institution) continue;
      if (!ownWords.has(kindOf(source, outlets.get(source.outlet ?? '')))) continue;
      const reason = `Unexpected source “${statement.source}” for words of ${speaker?.name ?? statement.by}: it is by ${author?.name ?? source.by}. Expected one of the speaker’s own, or one that reports others.`;
      messages.push(messageAt(propsOf(node).places['source'] ?? startOf(node), reason));
    }
    return messages;
  },
} satisfies Rule;
