import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsOf } from '../../document/props.ts';
import { isTag } from '../../document/normalise.ts';
import { propsFor } from '../../document/roles.ts';
import type { Rule } from '../rule.ts';

/**
 * A step of “What’s next” is still to come.
 *
 * When its date has passed, say what came of it, in the story or in a <Timeline>, and take the step out.
 *
 * @example ok
 * <WhatsNext>
 * <Step date="2026-02">The council votes.</Step>
 * </WhatsNext>
 *
 * @example not ok
 * <WhatsNext>
 * <Step date="2025-12-01">The council votes.</Step>
 * </WhatsNext>
 * @message 2:7 Unexpected date 2025-12-01 on <Step>, which has passed: expected what came of it, or a later date.
 */
export default {
  name: 'step-passed',
  severity: 'warning',
  check({ nodes, today }) {
    const messages: Message[] = [];
    for (const node of nodes) {
      const date = propsFor('step', node)?.date;
      // As far as the date is known: a step of 2026 is to come until 2026 is over.
      if (!isTag(node) || date === undefined || date.slice(0, 10) >= today.slice(0, Math.min(date.length, 10)))
        continue;
      messages.push(
        messageAt(
          propsOf(node).places['date']!,
          `Unexpected date ${date} on <${node.name}>, which has passed: expected what came of it, or a later date.`,
        ),
      );
    }
    return messages;
  },
} satisfies Rule;
