/** What became of one text. */
export interface Outcome {
  /** What the text is called. */
  name: string;
  /** The story’s file from the folder of the report; `undefined` where there is none. */
  file?: string | undefined;
  /** Why it was not taken in. */
  fault?: string | undefined;
  words: number;
  /** Words of the text that are not in the story. */
  missing: string[];
  sources: number;
  /** Names of components in it. */
  components: string[];
  todo: string[];
  isDraft: boolean;
  /** Whether it has links to somewhere within the site. */
  leadsWithin: boolean;
}

/** A text that was not taken in, and why. */
export const failed = (name: string, error: unknown): Outcome => ({
  name,
  fault: reasonOf(error),
  words: 0,
  missing: [],
  sources: 0,
  components: [],
  todo: [],
  isDraft: false,
  leadsWithin: false,
});

/** Why a text was not taken in, in a writer’s words: what a library says is for those who make Nutgraf. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder: expected a file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  if (code === 'ENAMETOOLONG') return 'its name is too long';
  if (code === 'ENOSPC') return 'the disk is full';
  return name === 'Error' ? (message.split('\n')[0] ?? message) : 'it cannot be read: save it again, or as text';
}

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What became of a text, in a line. */
export const lineOf = ({ name, file, fault, missing, todo }: Outcome): string =>
  fault
    ? `${name}: not taken in, ${fault}`
    : `${name} → ${file}${missing.length ? `, ${plural(missing.length, 'word')} missing` : ''}${todo.length ? `, with ${todo.length} to look at` : ''}`;

/** How far a run is: “412 stories, 268,001 words, 61 a second, 1,332 to go”. */
export function progressOf(outcomes: readonly Outcome[], time: number, items: number, files: number): string {
  const words = outcomes.reduce((sum, one) => sum + one.words, 0);
  const rate = Math.round(outcomes.length / (time / 1000));
  const left = [items && plural(items, 'text'), files && plural(files, 'file')].filter(Boolean).join(' and ');
  return `… ${plural(outcomes.length, 'story', 'stories')}, ${plural(words, 'word')}, ${rate} a second, ${left || 'nothing'} to go`;
}

/** The last line: what is missing first. */
export function summaryOf(
  outcomes: readonly Outcome[],
  there: number,
  older: number,
  time: number,
  isDry: boolean,
): string {
  const made = outcomes.filter(({ fault }) => !fault);
  const faults = outcomes.length - made.length;
  const lost = made.filter(({ missing }) => missing.length);
  const lostWords = lost.reduce((sum, { missing }) => sum + missing.length, 0);
  const open = made.filter(({ todo }) => todo.length).length;
  const words = made.reduce((sum, one) => sum + one.words, 0);
  return `${[
    faults && `${plural(faults, 'text')} not taken in`,
    lostWords && `${plural(lostWords, 'word')} missing in ${plural(lost.length, 'story', 'stories')}`,
    open && `${plural(open, 'story', 'stories')} with something to look at`,
    there && `${there} taken in before`,
    older && `${older} older`,
    `${plural(made.length, 'story', 'stories')} ${isDry ? 'would be made' : 'made'} of ${plural(words, 'word')} in ${(time / 1000).toFixed(1)} s`,
  ]
    .filter(Boolean)
    .join(', ')}.`;
}
