import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesIn } from '../messages/messages.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A newsroom that has published corrections, and then changes its stories. */

const correction = `  - date: 2026-01-09
    kind: correction
    was: It lasted two hours.
    now: It lasted an hour.
`;
const update = '  - { date: 2026-01-10, kind: update, note: The talks ended. }\n';
const story = (corrections: string, words = 'Words.') =>
  `${frontmatter(corrections && `corrections:\n${corrections}`)}\n${words}\n`;

const ids = ['dropped', 'emptied', 'altered', 'redated', 'softened', 'drafted', 'gone', 'withdrawn', 'untouched'];

let site: Site;
let first: { code: number; output: string };

beforeAll(async () => {
  site = makeSite(Object.fromEntries(ids.map((id) => [`content/explainers/${id}.mdx`, story(correction + update)])));
  site.write('content/explainers/held.mdx', story(correction).replace('published:', 'draft: true\npublished:'));
  first = await site.nutgraf('ledger');
});

afterAll(() => site.dispose());

describe('nutgraf ledger', () => {
  test('records what readers see, and nothing twice', async () => {
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toBe('Recorded 9 versions and 11 new addresses. Commit content/ledger.\n');
    const [file] = readdirSync(join(site.root, 'content/ledger/stories/dropped'));
    expect(file).toMatch(/^2026-01-10-[0-9a-f]{16}\.json$/);
    expect(JSON.parse(site.read(`content/ledger/stories/dropped/${file}`))).toEqual({
      date: '2026-01-10',
      headline: 'A headline',
      description: 'A sentence about the story.',
      text: ['Words.'],
      story: 'dropped',
      corrections: [
        {
          date: '2026-01-09',
          kind: 'correction',
          severity: 'minor',
          was: 'It lasted two hours.',
          now: 'It lasted an hour.',
        },
        { date: '2026-01-10', kind: 'update', severity: 'minor', note: 'The talks ended.' },
      ],
      source: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      after: [],
    });
    expect(site.has('content/ledger/stories/held')).toBe(false);
    expect(await site.nutgraf('ledger')).toMatchObject({ code: 0, output: 'Nothing new to record.\n' });
  });

  test('after it, a build stops that would drop or alter a published correction, or change its date', async () => {
    site.write('content/explainers/dropped.mdx', story(update));
    site.write('content/explainers/emptied.mdx', story(''));
    site.write('content/explainers/altered.mdx', story(correction.replace('an hour', 'about an hour') + update));
    site.write('content/explainers/redated.mdx', story(correction.replace('01-09', '01-11') + update));
    site.write('content/explainers/softened.mdx', story(`${correction}    note: A detail.\n${update}`));
    site.write(
      'content/explainers/drafted.mdx',
      story(correction + update).replace('published:', 'draft: true\npublished:'),
    );
    site.remove('content/explainers/gone.mdx');
    site.write(
      'content/explainers/withdrawn.mdx',
      story(
        `  - { date: 2026-01-12, kind: withdrawal, withdraws: 2026-01-09, note: The first version was right. }\n${update}`,
      ),
    );
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(site.has('dist')).toBe(false);
    const dropped =
      'Missing correction of 2026-01-09, “It lasted an hour.”: expected it as it was published, or a note with “kind: withdrawal” and “withdraws: 2026-01-09”.  [correction-kept]';
    const named = Object.fromEntries(
      [...messagesIn(output)].map(([name, messages]) => [name.replace(/-[0-9TZ]*-?[0-9a-f]{16}/, '-#'), messages]),
    );
    expect(named).toEqual({
      'content/explainers/dropped.mdx': [`7:1  error  ${dropped}`],
      'content/explainers/emptied.mdx': [
        `2:1  error  ${dropped}`,
        `2:1  error  ${dropped.replaceAll('01-09', '01-10').replace('correction of', 'update of').replace('It lasted an hour.', 'The talks ended.')}`,
      ],
      'content/explainers/altered.mdx': [
        '11:10  error  Unexpected “It lasted about an hour.” for “corrections.now” of the correction of 2026-01-09: expected “It lasted an hour.”, as it was published.\n  Did you mean “It lasted an hour.”?  [correction-kept]',
      ],
      'content/explainers/redated.mdx': [
        '8:11  error  Unexpected “2026-01-11” for “corrections.date” of the correction of 2026-01-09: expected “2026-01-09”, as it was published.\n  Did you mean “2026-01-09”?  [correction-kept]',
      ],
      'content/explainers/softened.mdx': [
        '12:11  error  Unexpected “A detail.” for “corrections.note” of the correction of 2026-01-09: expected nothing, as it was published.  [correction-kept]',
      ],
      'content/explainers/drafted.mdx': [
        '4:1  error  Unexpected draft: expected a story that readers see, as its correction of 2026-01-09, “It lasted an hour.”, was published.  [correction-kept]',
        '4:1  error  Unexpected draft: expected a story that readers see, as its update of 2026-01-10, “The talks ended.”, was published.  [correction-kept]',
      ],
      'content/ledger/publications/2026-11-#.json': [
        '20:5  error  Missing page “/gone/”, which was published: expected it under “aliases” of the story that took over, among the “redirects” in astro.config.mjs, or in content/ledger/gone.yaml.  [address-kept]',
      ],
    });
    // Without a build as well, and nothing is recorded over it.
    const refused = await site.nutgraf('ledger');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toContain('Nothing was recorded.');
  });

  test('a withdrawal is recorded too, and can no more vanish than what it withdrew', async () => {
    for (const id of ['dropped', 'emptied', 'altered', 'redated', 'softened', 'drafted', 'gone'])
      site.write(`content/explainers/${id}.mdx`, story(correction + update));
    expect((await site.nutgraf('ledger')).output).toBe('Recorded 1 version. Commit content/ledger.\n');
    site.write('content/explainers/withdrawn.mdx', story(update));
    const { output } = await site.nutgraf('check');
    expect(
      messagesIn(output)
        .get('content/explainers/withdrawn.mdx')
        ?.filter((message) => message.includes('  error  ')),
    ).toEqual([
      expect.stringContaining('Missing correction of 2026-01-09'),
      expect.stringContaining('Missing withdrawal of 2026-01-12, “The first version was right.”'),
    ]);
  });

  test('a ledger that cannot be read is told by its place', async () => {
    const [file] = readdirSync(join(site.root, 'content/ledger/stories/untouched'));
    const name = `content/ledger/stories/untouched/${file}`;
    site.write(name, site.read(name).replace('"correction"', '"corection"'));
    const { output } = await site.nutgraf('check');
    expect(messagesIn(output).get(name)).toEqual([
      '12:15  error  Unexpected “corection” for “corrections.kind”: expected correction, clarification, update or withdrawal.\n  Did you mean “correction”?  [value-valid]',
    ]);
  });
});
