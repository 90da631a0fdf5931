import { AstroError } from 'astro/errors';

/** A place in a file. */
interface Location {
  /** Absolute. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
}

/**
 * An error that Astro shows as its words and a place, in the terminal and in the overlay: without a
 * stack, as the mistake is not in the code, and without advice of Astro’s own.
 *
 * Relies on what Astro 7.3 does and does not promise of an error that stops it:
 * - It prints `name`, `message` and `loc`; the overlay has `title` as well.
 * - It takes `loc` from the stack wherever there is one, so there is none.
 * - It looks for the words “document” and “window” in what `toString()` gives, and adds advice on
 *   browsers when it finds one.
 */
export function plainError(title: string, lines: readonly string[], loc?: Location): AstroError {
  const error = new AstroError(`${title}\n\n${lines.join('\n')}\n`);
  return Object.assign(error, { name: 'nutgraf', title, stack: '', toString: () => title, ...(loc && { loc }) });
}
