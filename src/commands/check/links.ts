import { inFile, warningAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { Checked } from './newsroom.ts';

/** Sources that can be lost: with an address, and without an archived copy. */
export const unarchived = (sources: Checked['sources']): Message[] =>
  sources
    .filter(({ source }) => source.url && !source.archived)
    .flatMap(({ file, id, source, ...place }) => {
      const reason = `Missing archived copy of “${id}”: expected “archived” beside “url: ${source.url}”.`;
      return inFile(file, [warningAt(place, 'source-archived', reason)]);
    });

/** How addresses are tried: so many hosts at a time, each one address at a time with a rest between. */
export interface Manners {
  hosts: number;
  /** Milliseconds between two requests to one host. */
  rest: number;
  /** Milliseconds until an answer is given up. */
  patience: number;
  fetch: typeof fetch;
}

const polite: Manners = { hosts: 4, rest: 1000, patience: 15_000, fetch };

/**
 * Asks for every address of a source once, and tells of those without an answer. “401” to “429” are
 * answers: a page behind a login, or a host that does not like to be asked by programs.
 */
export async function deadLinks(sources: Checked['sources'], manners: Partial<Manners> = {}): Promise<Message[]> {
  const { hosts, rest, patience, fetch: ask } = { ...polite, ...manners };
  const byHost = Map.groupBy(
    new Set(sources.flatMap(({ source }) => (source.url ? [source.url] : []))),
    (url) => new URL(url).host,
  );
  const failures = new Map<string, string>();

  async function tell(url: string): Promise<void> {
    const request = (method: string) =>
      ask(url, {
        method,
        redirect: 'follow',
        signal: AbortSignal.timeout(patience),
        headers: { 'user-agent': 'nutgraf check --links' },
      });
    try {
      let answer = await request('HEAD');
      // Some hosts know only GET.
      if ([403, 404, 405, 501].includes(answer.status)) answer = await request('GET');
      await answer.body?.cancel();
      if ([404, 410].includes(answer.status) || answer.status >= 500) failures.set(url, `status ${answer.status}`);
    } catch (error) {
      failures.set(url, error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no answer');
    }
  }

  const waiting = [...byHost.values()];
  const workers = Array.from({ length: hosts }, async () => {
    for (let urls = waiting.shift(); urls; urls = waiting.shift()) {
      for (const [index, url] of urls.entries()) {
        if (index) await new Promise((resolve) => setTimeout(resolve, rest));
        await tell(url);
      }
    }
  });
  await Promise.all(workers);

  return sources.flatMap(({ file, id, source: { url = '', archived }, ...place }) => {
    const failure = failures.get(url);
    if (!failure) return [];
    const expected = archived
      ? 'a new address; readers are shown the archived copy, too'
      : 'a new address, or “archived” with a copy';
    const reason = `Unexpected answer of ${url} for “${id}”, ${failure}: expected ${expected}.`;
    return inFile(file, [warningAt(place, 'source-alive', reason)]);
  });
}
