import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { Place } from '../../document/place.ts';

/** What is looked at in a copy. */
export type CopyRule =
  | 'signature'
  | 'version'
  | 'language'
  | 'credit'
  | 'credit-link'
  | 'licence'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'text'
  | 'order'
  | 'hidden'
  | 'between'
  | 'link'
  | 'picture'
  | 'source'
  | 'search'
  | 'correction';

/** An error: something that a faithful copy has otherwise. */
export const finding = (ruleId: CopyRule, reason: string, place: Place = { line: 1, column: 1 }): Message =>
  Object.assign(messageAt(place, reason), { ruleId, fatal: true });

/** What an editor may want to know, and the licence allows. */
export const note = (ruleId: CopyRule, reason: string, place?: Place): Message =>
  Object.assign(finding(ruleId, reason, place), { fatal: false });
