import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a writer most likely meant by `word`, or `undefined` when none is near.
 *
 * Near is: the same but for case, one the beginning or a part of the other (“reuter” and
 * “reuters-call”), the same letters in another order, or at most two in five changed.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  // Nobody types a name of that length, and to compare two takes the product of their lengths.
  if (wanted.length > 200) return undefined;
  const letters = lettersOf(wanted);
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const most = Math.max(name.length, wanted.length) * 0.4;
    const part = Math.min(name.length, wanted.length) > 2 && (name.includes(wanted) || wanted.includes(name));
    if (name.length > 200 || (!part && Math.abs(name.length - wanted.length) > most)) continue;
    const steps = distance(wanted, name);
    const swapped = letters === lettersOf(name);
    if (!part && !swapped && steps > most) continue;
    const cost = part ? Math.min(steps, 2) : steps;
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/** The letters of a word in order, the same for “bimp” and “bipm”. */
const lettersOf = (word: string) => [...word].sort().join('');
