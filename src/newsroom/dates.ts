import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayIn, isToCome } from '../clock.ts';
import { readYaml, splitStory } from '../document/frontmatter.ts';
import { errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Published } from './ledger.ts';

/**
 * Corrections that readers see before their day: a story would say that it was changed tomorrow. By
 * days, as a clock may be some minutes off. What is not yet published is left to its own day.
 *
 * @param root the site’s folder. @param timeZone the newsroom’s.
 */
export function correctionsToCome(stories: readonly Published[], root: string, timeZone: string): Message[] {
  const today = dayIn(timeZone);
  const dayOf = (date: string) => (date.includes('T') ? dayIn(timeZone, new Date(date)) : date);
  return stories.flatMap(({ file, corrections = [], isDraft, published = '' }) => {
    const isYetToCome = isDraft || isToCome(published, timeZone);
    const early = isYetToCome
      ? []
      : corrections.flatMap(({ date }, index) => (dayOf(date) > today ? [{ date, index }] : []));
    if (!early.length) return [];
    const { placeOf } = readYaml(splitStory(readFileSync(join(root, file), 'utf8')).yaml ?? '', 2);
    return inFile(
      file,
      early.map(({ date, index }) => {
        const reason = `Unexpected “${date}” for “corrections.date”: expected a date that is not to come.`;
        return errorAt(placeOf(['corrections', index, 'date'], 'value'), 'value-valid', reason);
      }),
    );
  });
}
