import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { describe, expect, onTestFinished, test } from 'vitest';
import { faultsIn } from '../../src/document/contract-check.ts';
import type { Contract } from '../../src/document/contract.ts';
import { roles } from '../../src/document/role.ts';
import { findComponents } from '../../src/newsroom/components.ts';
import { picture, reference, text } from '../../src/schema/fields.ts';
import { contracts } from '../support/newsroom.ts';

const common: Contract = {
  name: 'Own',
  purpose: 'A test.',
  place: 'part',
  holds: 'flow',
  props: z.object({}),
  example: '',
};

const photo = { src: picture(), alt: text(), credit: text(), rights: z.enum(['ours', 'no-copies']) };

test('ours have what their roles ask for, and there is one for each role', () => {
  expect([...contracts.values()].flatMap(faultsIn)).toEqual([]);
  expect(new Set([...contracts.values()].flatMap(({ role }) => role ?? []))).toEqual(new Set(roles));
});

test.each<[string, Partial<Contract>, string[]]>([
  [
    'props of its own beside those of the role',
    { role: 'picture', props: z.object({ ...photo, wide: z.boolean() }) },
    [],
  ],
  ['a role that asks for no props', { role: 'nutGraf' }, []],
  [
    'a role that is misspelt',
    { role: 'nutgraf' as 'nutGraf' },
    [
      `Unknown role “nutgraf” in the contract of <Own>: expected ${roles.slice(0, -1).join(', ')} or questions. Did you mean “nutGraf”?`,
    ],
  ],
  [
    'a heading that the languages do not have',
    { heading: 'Timeline' as 'timeline' },
    [
      'Unknown heading “Timeline” in the contract of <Own>: expected keyPoints, whyItMatters, officials, timeline, whatsNext, whatWeKnow, whatWeDontKnow, background, inNumbers, questions, perspectives, whosWho, process or disclosure. Did you mean “timeline”?',
    ],
  ],
  [
    'props that are missing',
    { role: 'statement', props: z.object({ by: reference('people') }) },
    [
      'Missing prop “source” in the contract of <Own>: expected the id of one of the sources, and always there, as its role “statement” asks for.',
    ],
  ],
  [
    'a prop that may be left out',
    { role: 'response', props: z.object({ by: reference('people').optional() }) },
    [
      'Unexpected prop “by” in the contract of <Own>: expected the id of one of the people, and always there, as its role “response” asks for.',
    ],
  ],
  [
    'a prop that names something else',
    { role: 'badge', props: z.object({ id: reference('people') }) },
    [
      'Unexpected prop “id” in the contract of <Own>: expected the id of one of the sources, and always there, as its role “badge” asks for.',
    ],
  ],
  [
    'values that nobody knows',
    { role: 'claim', props: z.object({ status: z.enum(['false', 'half true']) }) },
    [
      'Unexpected prop “status” in the contract of <Own>: expected confirmed, disputed, unverified or false, and always there, as its role “claim” asks for.',
    ],
  ],
  [
    'a text where there are values to choose from',
    { role: 'picture', props: z.object({ ...photo, rights: text() }) },
    [
      'Unexpected prop “rights” in the contract of <Own>: expected ours, licensed or no-copies, and always there, as its role “picture” asks for.',
    ],
  ],
  [
    'a prop of another type, which may be left out',
    { role: 'step', props: z.object({ date: z.number().optional() }) },
    [
      'Unexpected prop “date” in the contract of <Own>: expected a date such as 2026-01-08, 2026-01 or 2026, as its role “step” asks for.',
    ],
  ],
])('%s', (_, own, faults) => expect(faultsIn({ ...common, ...own })).toEqual(faults));

describe('a newsroom’s folder', () => {
  /** Finds components in two folders, of which the second is the newsroom’s; each contract is a line of code. */
  function find(...folders: Record<string, string>[]) {
    const sites = fileURLToPath(new URL('../.sites/', import.meta.url));
    mkdirSync(sites, { recursive: true });
    const root = mkdtempSync(join(sites, 'components-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    folders.forEach((components, index) => {
      for (const [name, more] of Object.entries(components)) {
        const folder = join(root, String(index), name);
        mkdirSync(folder, { recursive: true });
        const code = `import { z } from 'astro/zod';\nexport default { name: '${name}', place: 'part', holds: 'flow', props: z.object({}), ${more} };\n`;
        for (const [file, contents] of [
          ['contract.mjs', code],
          ['plain.mjs', ''],
          [`${name}.astro`, ''],
        ] as const)
          writeFileSync(join(folder, file), contents);
      }
    });
    return findComponents(folders.map((_, index) => join(root, String(index))));
  }

  test('has a component in the place of ours: it is what that was for the rest, unless it says otherwise', async () => {
    const found = await find(
      { Why: "role: 'nutGraf', heading: 'whyItMatters'", How: "role: 'backstory'" },
      { Why: '', How: "role: 'points'", Own: '' },
    );
    expect(found.get('Why')?.contract).toMatchObject({ role: 'nutGraf', heading: 'whyItMatters' });
    expect(found.get('How')?.contract.role).toBe('points');
    expect(found.get('Own')?.contract).not.toHaveProperty('role');
    expect(dirname(found.get('Why')!.drawing)).toMatch(/1.Why$/);
  });

  test('is told which file lacks what its role asks for', async () => {
    await expect(find({ Reply: "role: 'response'" })).rejects.toThrow(
      /^Missing prop “by” in the contract of <Reply>: expected the id of one of the people, .*\(.*Reply.contract\.mjs\)$/,
    );
  });
});
