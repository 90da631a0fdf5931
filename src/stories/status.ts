import { isToCome } from '../clock.ts';
import type { Options } from '../options.ts';

/** Why a story is not for readers yet: it is a draft, or the time at which it is published is still to come. */
export type Status = 'draft' | 'scheduled';

/** What is known of a story that may be held. */
export interface Publication {
  draft?: boolean | undefined;
  /** A draft may be without. */
  published?: string | undefined;
}

/**
 * Why a story is held, or `undefined` for one that readers may see. A plain date comes with its day
 * in the newsroom’s zone.
 */
export const statusOf = ({ draft, published }: Publication, timeZone: string): Status | undefined =>
  draft ? 'draft' : published && isToCome(published, timeZone) ? 'scheduled' : undefined;

/** When the next build is due: the earliest time at which a scheduled story is published, as written. */
export const nextDue = (held: readonly Publication[]): string | undefined =>
  held
    .flatMap(({ draft, published }) => (draft ? [] : (published ?? [])))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

/** What a build leaves out, as its log says it; `undefined` where that is nothing. */
export function leftOut(held: readonly Publication[]): string | undefined {
  const drafts = held.filter(({ draft }) => draft).length;
  const scheduled = held.length - drafts;
  const count = (number: number, one: string, other: string) =>
    number ? [`${number} ${number === 1 ? one : other}`] : [];
  const parts = [...count(drafts, 'draft', 'drafts'), ...count(scheduled, 'scheduled story', 'scheduled stories')];
  const due = nextDue(held);
  return parts.length
    ? `Left out: ${parts.join(' and ')}.${due ? ` The next build is due at ${due}.` : ''}`
    : undefined;
}

/** Whether a build leaves a story to the site’s server; by its own date, as the writer wrote it. */
export const isArchived = ({ published }: { published: string }, { archive }: Pick<Options, 'archive'>): boolean =>
  archive !== undefined && published.slice(0, 10) < archive.before;
