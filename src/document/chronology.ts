import { isBefore } from '../schema/dates.ts';
import { warningAt } from './message.ts';
import type { Message } from './message.ts';
import { isTag } from './normalise.ts';
import { propsOf, startOf } from './props.ts';
import type { ComponentTag } from './visits.ts';

/** What stands in a component that wants it the oldest first, and is older than what stands before it in its group. */
export function checkChronology({ node, name, contract: { ordered } }: ComponentTag): Message[] {
  if (!ordered) return [];
  const messages: Message[] = [];
  let group: unknown;
  let latest: string | undefined;
  for (const child of node.children.filter(isTag)) {
    const { values, places } = propsOf(child);
    const own = ordered.group === undefined ? undefined : values[ordered.group];
    if (own !== group) latest = undefined;
    group = own;
    const date = values[ordered.by];
    if (typeof date !== 'string' || !isDate.test(date)) continue;
    if (latest !== undefined && isBefore(date, latest)) {
      const reason = `Unexpected ${date} behind ${latest}: expected what stands in <${name}> the oldest first.`;
      messages.push(warningAt(places[ordered.by] ?? startOf(child), 'oldest-first', reason));
    } else if (latest === undefined || isBefore(latest, date)) latest = date;
  }
  return messages;
}

/** Any other is told of by its contract. */
const isDate = /^\d{4}(?:-\d{2}){0,2}(?:T|$)/;
