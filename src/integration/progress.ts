import type { WriteStream } from 'node:tty';

/** What a build has to make, or has made so far. */
interface Work {
  pages: number;
  copies: number;
}

/** Milliseconds between two lines: in a terminal one line is written over and over, in a log each stays. */
const INTERVAL = { terminal: 200, log: 10_000 };

const count = new Intl.NumberFormat('en');

/** Tells how far a build is: one line in a terminal, and in the log of a CI one every ten seconds. */
export class Progress {
  readonly #stream: Pick<WriteStream, 'isTTY' | 'write'>;
  readonly #log: (line: string) => void;
  readonly #now: () => number;
  readonly #done: Work = { pages: 0, copies: 0 };
  #all: Work | undefined;
  #stories = 0;
  #began = 0;
  #told = 0;

  /**
   * @param stream where a terminal may be.
   * @param log writes a line where there is none.
   * @param now milliseconds from anywhere.
   */
  constructor(
    stream: Pick<WriteStream, 'isTTY' | 'write'>,
    log: (line: string) => void,
    now = () => performance.now(),
  ) {
    this.#stream = stream;
    this.#log = log;
    this.#now = now;
  }

  /** Says what there is to make. @param stories how many were read. */
  begin(stories: number, all: Work): void {
    this.#stories = stories;
    this.#all = all;
    this.#began = this.#told = this.#now();
  }

  made(what: keyof Work, more = 1): void {
    this.#done[what] += more;
    const interval = this.#stream.isTTY ? INTERVAL.terminal : INTERVAL.log;
    if (!this.#all || this.#now() - this.#told < interval) return;
    this.#told = this.#now();
    if (this.#stream.isTTY) this.#stream.write(`\r\u001B[2K${this.#line(this.#all)}`);
    else this.#log(this.#line(this.#all));
  }

  /** Clears the line in a terminal. @param kept files that stayed as they were. @returns what was made, for the log. */
  end(kept: number): string {
    if (this.#all && this.#stream.isTTY) this.#stream.write('\r\u001B[2K');
    const { pages, copies } = this.#done;
    return `${count.format(this.#stories)} stories read, ${count.format(pages)} pages drawn, ${count.format(copies)} copies printed, ${count.format(kept)} files left as they were, in ${inWords(this.#seconds())}.`;
  }

  #line(all: Work): string {
    const rate = (this.#done.pages + this.#done.copies) / this.#seconds();
    const left = (all.pages + all.copies - this.#done.pages - this.#done.copies) / rate;
    const of = (what: keyof Work) => `${count.format(this.#done[what])} of ${count.format(all[what])}`;
    return `${count.format(this.#stories)} stories read, ${of('pages')} pages drawn, ${of('copies')} copies printed, ${count.format(Math.round(rate))} a second, ${inWords(left)} left`;
  }

  #seconds(): number {
    return Math.max(0.001, (this.#now() - this.#began) / 1000);
  }
}

/** @param seconds more than a minute are told in minutes and seconds. */
function inWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
