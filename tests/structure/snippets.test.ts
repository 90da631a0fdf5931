import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import { defineContract } from '../../src/document/contract.ts';
import { snippetsOf } from '../../src/document/snippets.ts';
import { recordSchemas } from '../../src/schema/index.ts';
import { jsonSchemaOf } from '../../src/schema/json.ts';
import { contracts } from '../support/newsroom.ts';

test('the snippets for VS Code are those of the components as they are; if not, `npm run snippets`', () => {
  const written = readFileSync(new URL('../../.vscode/nutgraf.code-snippets', import.meta.url), 'utf8');
  expect(JSON.parse(written)).toEqual(snippetsOf(contracts));
});

test('a snippet is the example, with its props to type over or to choose from, and its own signs kept', () => {
  const contract = defineContract({
    name: 'Price',
    purpose: 'A price.',
    place: 'part',
    holds: 'flow',
    props: z.object({ mood: z.enum(['calm', 'loud']).optional(), of: z.string() }),
    example: '<Price mood="loud" of="{a} \\ b">\nFor $5, or {"}"}.\n</Price>',
  });
  expect(snippetsOf(new Map([['Price', contract]]))).toEqual({
    Price: {
      prefix: 'Price',
      scope: 'mdx',
      description: 'A price.',
      body: ['<Price mood="${1|loud,calm|}" of="${2:{a\\} \\\\ b}">', 'For \\$5, or {"}"}.', '</Price>'],
    },
  });
});

test.each(Object.keys(recordSchemas) as (keyof typeof recordSchemas)[])(
  'the shape of %s for VS Code is as it is; if not, `npm run snippets`',
  (name) => {
    const read = (file: string) =>
      JSON.parse(readFileSync(new URL(`../../.vscode/${file}`, import.meta.url), 'utf8')) as Record<
        string,
        Record<string, string>
      >;
    expect(read(`schemas/${name}.json`)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(name))));
    expect(read('settings.json')['yaml.schemas']).toHaveProperty(
      [`.vscode/schemas/${name}.json`],
      `content/${name}/*.yaml`,
    );
  },
);
