import { cut, errorAt } from './message.ts';
import type { Message } from './message.ts';

const mark = /^(?:<{7}|>{7})(?: .*)?\r?$/m;

/** A mark that git leaves where two versions of a file meet (git-merge, “How conflicts are presented”). */
export function checkConflict(contents: string): Message | undefined {
  const found = mark.exec(contents);
  if (!found) return undefined;
  const line = contents.slice(0, found.index).split('\n').length;
  const reason = `Unexpected “${cut(found[0].trim())}”, where git has found two versions: expected one of them, without the lines of <<<<<<<, ======= and >>>>>>>.`;
  return errorAt({ line, column: 1 }, 'merge-done', reason);
}
