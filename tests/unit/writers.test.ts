import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describePlace, describeProps, describeRule } from '../../src/document/describe.ts';
import { ruleIds } from '../../src/document/rule-ids.ts';
import { contracts } from '../support/newsroom.ts';
import { ruleTexts } from '../support/rules.ts';

/** What writers read is made of what the code says; `npx vitest run tests/unit/writers.test.ts -u` makes it anew. */

const docs = fileURLToPath(new URL('../../docs/writers/', import.meta.url));
const fence = (text: string) => ['```mdx', text, '```'].join('\n');

const ruleSection = ({ name, summary, description, examples }: (typeof ruleTexts)[number]) => {
  const shown = examples.map(({ isOk, above, body, messages }) => {
    const text = [above && `---\n${above}\n---`, body].filter(Boolean).join('\n');
    return isOk
      ? `This is fine:\n\n${fence(text)}`
      : `This is not:\n\n${fence(text)}\n\n${messages.map((message) => `> ${message.replace(/^\S+ /, '').replaceAll('<', '\\<').replaceAll('\n', '\n> ')}`).join('\n>\n')}`;
  });
  const told = description.replace(/<(?=[A-Z])/g, '\\<');
  return [`## ${name}`, `**${summary}**`, told, ...shown].filter(Boolean).join('\n\n');
};

test('the rules of the desk are those of docs/writers/rules.md', async () => {
  const top = `# What the desk asks

\`npm run check\` looks at each story with these rules. All of them warn; none stops a build.

- In one story, with a reason, above the text: \`allow: { words-that-rot: The story is about the word. }\`
- In all stories, in \`astro.config.mjs\`: \`desk: { 'words-that-rot': 'off' }\`; or \`'error'\`, to make \`check\` fail.
- Words of your own, and words that are fine in your newsroom, in \`content/desk/en.yaml\` (or another language): lists under \`loaded\`, \`hedges\`, \`rot\`, \`accusation\`, \`speech\`, \`acronyms\` and \`allowed\`.

Two things that a desk asks are told by every build, as no story can be right without them: an unnamed source has its “description” and “anonymity”, and a term stands in \`content/terms/\`.`;
  await expect(`${[top, ...ruleTexts.map(ruleSection)].join('\n\n')}\n`).toMatchFileSnapshot(join(docs, 'rules.md'));
});

test('the components are those of docs/writers/components.md', async () => {
  const bracketed = (text: string) => text.replaceAll('<', '\\<');
  const sections = [...contracts.values()].map((contract) => {
    const props = describeProps(contract).map(({ name, required, takes, description }) =>
      `| \`${name}\` | ${required ? 'yes' : 'no'} | ${takes} | ${description} |`.replace(/<(\w+)>/g, '`<$1>`'),
    );
    const rule = describeRule(contract);
    return [
      `## ${contract.name}`,
      bracketed(contract.purpose),
      describePlace(contract).map(bracketed).join(' '),
      ...(props.length ? [['| prop | needed | takes | is |', '|---|---|---|---|', ...props].join('\n')] : []),
      ...(rule ? [`It needs ${bracketed(rule)}.`] : []),
      fence(contract.example),
    ].join('\n\n');
  });
  const top = `# What you can type

Each of these is typed as it stands here: no import, no code. On the page \`/guide/\` of your site, with \`npm run dev\`, you see what each looks like.`;
  await expect(`${[top, ...sections].join('\n\n')}\n`).toMatchFileSnapshot(join(docs, 'components.md'));
});

test('every message has its words on how to mend it', () => {
  const told = readFileSync(join(docs, 'messages.md'), 'utf8').matchAll(/^## `([a-z-]+)`/gm);
  expect([...told].map(([, name]) => name).sort()).toEqual([...ruleIds].sort());
});
