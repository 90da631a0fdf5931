import { expect, test } from 'vitest';
import { Progress } from '../../src/integration/progress.ts';

/** A build whose clock and terminal are the test’s. */
function build(isTTY: boolean) {
  const [lines, written]: [string[], string[]] = [[], []];
  let time = 0;
  const progress = new Progress(
    { isTTY, write: (text: string) => Boolean(written.push(text)) },
    (line) => lines.push(line),
    () => time,
  );
  return { progress, lines, written, wait: (milliseconds: number) => (time += milliseconds) };
}

test('in a log, a line every ten seconds says what was made, how fast, and how long is left', () => {
  const { progress, lines, written, wait } = build(false);
  progress.begin(1200, { pages: 1500, copies: 4500 });
  for (let page = 0; page < 1000; page += 1) {
    wait(15);
    progress.made('pages');
    progress.made('copies', 2);
  }
  expect(lines).toEqual([
    '1,200 stories read, 667 of 1,500 pages drawn, 1,332 of 4,500 copies printed, 200 a second, 20 s left',
  ]);
  expect(written).toEqual([]);
  expect(progress.end(7)).toBe(
    '1,200 stories read, 1,000 pages drawn, 2,000 copies printed, 7 files left as they were, in 15 s.',
  );
});

test('in a terminal, one line is written over and over, and is gone at the end', () => {
  const { progress, lines, written, wait } = build(true);
  progress.begin(1, { pages: 60, copies: 60 });
  for (let page = 0; page < 3; page += 1) {
    wait(1200);
    progress.made('pages');
  }
  progress.end(0);
  expect(written).toHaveLength(4);
  expect(written[2]).toBe(
    '\r\u001B[2K1 stories read, 3 of 60 pages drawn, 0 of 60 copies printed, 1 a second, 2 min 20 s left',
  );
  expect(written[3]).toBe('\r\u001B[2K');
  expect(lines).toEqual([]);
});

test('before it is known what there is to make, nothing is told', () => {
  const { progress, lines, wait } = build(false);
  wait(60_000);
  progress.made('pages');
  expect(lines).toEqual([]);
});
