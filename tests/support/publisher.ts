import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, vi } from 'vitest';
import { checkNewsroom } from '../../src/commands/check/newsroom.ts';
import { record } from '../../src/commands/ledger/record.ts';
import { isError } from '../../src/document/message.ts';
import { formatMessage } from '../../src/document/reporter.ts';
import { siteFacts } from '../../src/integration/settings.ts';
import { componentsOf } from '../../src/newsroom/components.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { readAll } from '../../src/newsroom/stories.ts';
import { optionsSchema } from '../../src/options.ts';

/** A story without a fault. */
export const story = (more = '', words = 'Words of the story.') =>
  `---\nheadline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]\n${more}---\n\n${words}\n`;

/** An item of its corrections. */
export const update = (date: string, words: string) => `  - { date: ${date}, kind: update, note: ${words} }\n`;

/** A newsroom of which commands are run in this process. Mock `newsroom/components.ts` with `components.ts`. */
export class Publisher {
  readonly root = mkdtempSync(join(tmpdir(), 'nutgraf-published-'));
  options: object = {};
  redirects: Record<string, string> = {};
  /** What else Astro’s settings say. */
  astro: Omit<Parameters<typeof siteFacts>[0], 'redirects'> = {};

  constructor(files: Record<string, string>) {
    onTestFinished(() => rmSync(this.root, { recursive: true }));
    this.write({ 'authors/desk.yaml': 'name: The Desk\n', ...files });
  }

  write(files: Record<string, string>): void {
    for (const [name, contents] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, 'content', name)), { recursive: true });
      writeFileSync(join(this.root, 'content', name), contents);
    }
  }

  remove(...names: string[]): void {
    for (const name of names) rmSync(join(this.root, 'content', name), { recursive: true });
  }

  get settings() {
    const options = optionsSchema.parse({ name: 'The Example', ...this.options });
    const root = pathToFileURL(`${this.root}/`);
    return {
      options,
      root,
      cacheDir: pathToFileURL(`${this.root}/.cache/`),
      site: siteFacts({ ...this.astro, redirects: this.redirects }, root, options),
    };
  }

  async #read() {
    const { options, root } = this.settings;
    const { components, contracts } = await componentsOf(options, root);
    const newsroom = new Newsroom({ root: this.root, options, contracts, site: () => this.settings.site });
    return { newsroom, components, texts: readAll(newsroom) };
  }

  /** What stops a build. */
  async told(): Promise<string[]> {
    const { newsroom } = await this.#read();
    return newsroom.messages().map(shown);
  }

  /** What `check` asks of dates of words. */
  async asked(): Promise<string[]> {
    const { messages } = await checkNewsroom(this.settings);
    return messages.map(shown).filter((one) => one.includes('words-dated'));
  }

  /** What `nutgraf ledger` does. */
  async publish(now = '2026-02-01') {
    vi.stubEnv('NUTGRAF_NOW', now);
    const { newsroom, components, texts } = await this.#read();
    expect(newsroom.messages().filter(isError).map(shown)).toEqual([]);
    return record(newsroom, texts, components);
  }

  /** Files of the ledger. */
  files(folder = ''): string[] {
    const path = join(this.root, 'content/ledger', folder);
    return existsSync(path)
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.\w+$/.test(name))
          .sort()
      : [];
  }

  read(name: string): string {
    return readFileSync(join(this.root, 'content', name), 'utf8');
  }
}

/** A message without what differs from run to run. */
export const shown = (message: Parameters<typeof formatMessage>[0]) =>
  formatMessage(message)
    .replace(/^content\//, '')
    .replaceAll(/-[0-9a-f]{16}/g, '-#');
