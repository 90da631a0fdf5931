import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Publisher, story, update } from '../support/publisher.ts';

vi.mock('../../src/newsroom/components.ts', () => import('../support/components.ts'));

/** Two branches of a repository that both publish, and what Git makes of them. */

class Repository extends Publisher {
  constructor(files: Record<string, string>) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@news.example', '-c', 'core.autocrlf=false'];
    // Whatever the machine’s own settings say.
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...who, ...args], { cwd: this.root, encoding: 'utf8', env, stdio: 'pipe' });
  }

  commit(): void {
    this.git('add', 'content');
    this.git('commit', '--quiet', '--message', 'Publish');
  }

  /** Publishes on a branch of its own, from the main one. */
  async branch(name: string, files: Record<string, string>, now: string): Promise<void> {
    this.git('checkout', '--quiet', '-b', name, 'main');
    this.write(files);
    expect(await this.told()).toEqual([]);
    await this.publish(now);
    this.commit();
  }

  /** @throws where Git finds a conflict. */
  merge(...names: string[]): void {
    this.git('checkout', '--quiet', 'main');
    for (const name of names) this.git('merge', '--quiet', '--no-edit', name);
  }

  /** Everything is right, and is still after it was recorded, which adds so many versions. */
  async isRight(versions: number): Promise<void> {
    expect(await this.told()).toEqual([]);
    expect(await this.asked()).toEqual([]);
    expect(await this.publish('2026-02-04')).toMatchObject({ versions });
    expect(await this.told()).toEqual([]);
    expect(await this.publish('2026-02-05')).toEqual({ versions: 0, addresses: 0 });
  }
}

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-02-01'));
afterEach(() => void vi.unstubAllEnvs());

/** Room for two people to work in one text. */
const long = (first = 'First words.', last = 'Last words.') => `${first}\n\n${'The same.\n\n'.repeat(4)}${last}`;
const corrected = (date: string, note: string) => `corrections:\n${update(date, note)}`;

describe('two branches that publish', () => {
  async function published(): Promise<Repository> {
    const desk = new Repository({ 'explainers/call.mdx': story('', long()), 'explainers/visa.mdx': story() });
    await desk.publish();
    desk.commit();
    return desk;
  }

  test('other stories merge by themselves', async () => {
    const desk = await published();
    await desk.branch('a', { 'explainers/a.mdx': story() }, '2026-02-02');
    await desk.branch('b', { 'explainers/b.mdx': story(), 'explainers/visa.mdx': story('', 'New.') }, '2026-02-02');
    desk.merge('a', 'b');
    await desk.isRight(0);
    expect(desk.files('publications')).toHaveLength(3);
  });

  test('the same story in other words merge by themselves: the next version follows both', async () => {
    const desk = await published();
    const call = (more: string, first?: string, last?: string) => ({
      'explainers/call.mdx': story(more, long(first, last)),
    });
    await desk.branch('a', call(corrected('2026-01-10', 'It ended.')), '2026-02-02');
    await desk.branch('b', call('', undefined, 'Other last words.'), '2026-02-03');
    desk.merge('a', 'b');
    await desk.isRight(1);
    const entries = desk
      .files('stories/call')
      .map((name) => JSON.parse(desk.read(`ledger/stories/call/${name}`)) as { after: string[]; text: string[] });
    const merged = entries.find(({ after }) => after.length === 2)!;
    expect(merged.text.at(-1)).toBe('Other last words.');
    expect(entries.map(({ after }) => after.length).sort()).toEqual([0, 1, 1, 2]);
  });

  test('each a correction of the same story: both have to be there', async () => {
    const desk = await published();
    const call = (list: string) => ({ 'explainers/call.mdx': story(list, long()) });
    await desk.branch('a', call(corrected('2026-01-10', 'It ended.')), '2026-02-02');
    await desk.branch('b', call(corrected('2026-01-11', 'They met.')), '2026-02-03');
    expect(() => desk.merge('a', 'b')).toThrow('git');
    // Only the story itself is in conflict; whoever takes one side loses what the other told readers.
    expect(desk.git('diff', '--name-only', '--diff-filter=U').trim()).toBe('content/explainers/call.mdx');
    desk.write(call(corrected('2026-01-10', 'It ended.')));
    expect((await desk.told()).join()).toContain('Missing update of 2026-01-11, “They met.”');
    desk.write(call(corrected('2026-01-10', 'It ended.') + update('2026-01-11', 'They met.')));
    desk.commit();
    await desk.isRight(1);
  });

  test('the same words of the same story merge into one version', async () => {
    const desk = await published();
    const files = { 'explainers/visa.mdx': story('', 'New.') };
    await desk.branch('a', files, '2026-02-02');
    await desk.branch('b', files, '2026-02-03');
    desk.merge('a', 'b');
    await desk.isRight(0);
    expect(desk.files('stories/visa')).toHaveLength(2);
  });

  test('a story that one renames and the other changes: what the other published is held, too', async () => {
    const desk = await published();
    await desk.branch('b', { 'explainers/visa.mdx': story(corrected('2026-01-10', 'It ended.')) }, '2026-02-03');
    desk.git('checkout', '--quiet', '-b', 'a', 'main');
    desk.git('mv', 'content/explainers/visa.mdx', 'content/explainers/entry.mdx');
    desk.write({ 'explainers/entry.mdx': story('aliases: [/visa/]\n') });
    await desk.publish('2026-02-02');
    desk.commit();
    expect(() => desk.merge('a', 'b')).toThrow('git');
    desk.write({ 'explainers/entry.mdx': story('aliases: [/visa/]\n') });
    desk.commit();
    expect((await desk.told()).join()).toContain('Missing update of 2026-01-10, “It ended.”');
    desk.write({ 'explainers/entry.mdx': story(`aliases: [/visa/]\n${corrected('2026-01-10', 'It ended.')}`) });
    await desk.isRight(1);
  });

  test('for the first time, or from an earlier version of Nutgraf, merge by themselves', async () => {
    const version = { date: '2026-01-08', headline: 'A headline', description: 'A sentence.', text: ['Old.'] };
    const desk = new Repository({
      'explainers/visa.mdx': story(),
      'ledger/visa/2026-01-08.json': JSON.stringify(version),
    });
    desk.commit();
    await desk.branch('a', { 'explainers/a.mdx': story() }, '2026-02-02');
    await desk.branch('b', { 'explainers/b.mdx': story() }, '2026-02-03');
    desk.merge('a', 'b');
    await desk.isRight(0);
    expect(desk.files('stories/visa')).toHaveLength(2);
  });
});
