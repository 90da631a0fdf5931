import type { Root } from 'hast';
import type { Contract, Contracts } from '../document/contract.ts';
import { describePlace, describeProps, describeRule } from '../document/describe.ts';
import { isError } from '../document/message.ts';
import { readStory } from '../document/read.ts';
import { storySchema } from '../schema/story.ts';
import { exampleFileAt, exampleFrontmatter, exampleRecords } from './examples.ts';

/**
 * What the guide page shows: every component in words, and one document in which all examples stand.
 *
 * @public Named by the types of `virtual:nutgraf/guide`.
 */
export type Guide = ReturnType<typeof guideOf>;

const order = ['section', 'part', 'inline'] as const;

/**
 * Reads the examples of all components as one story, so that numbers of citations and ids are
 * each there once. An example with an error is told of instead, and does not join it.
 */
export function guideOf(contracts: Contracts) {
  const sorted = order.flatMap((place) => [...contracts.values()].filter((contract) => contract.place === place));
  const entries = sorted.map((contract) => ({
    name: contract.name,
    purpose: contract.purpose,
    place: contract.place,
    where: describePlace(contract),
    props: describeProps(contract),
    rule: describeRule(contract),
    example: contract.example,
    mistakes: mistakesIn(contract, contracts),
  }));
  const drawn = entries.filter(({ mistakes }) => !mistakes.length);
  const { data, facts, tree } = read(
    drawn.map(({ name, example }) => `## ${name}\n\n${example}\n`).join('\n'),
    contracts,
  );
  const bodies = bodiesIn(
    tree!,
    drawn.map(({ name }) => name),
  );
  return { entries, bodies, record: storySchema.parse(data), facts: facts!, registries: exampleRecords };
}

const read = (body: string, contracts: Contracts) =>
  readStory(`${exampleFrontmatter}\n${body}`, storySchema, contracts, { fileAt: exampleFileAt });

const linesAbove = exampleFrontmatter.split('\n').length;

/**
 * What is wrong with an example, with its line and column there; and what keeps it from being drawn
 * without running code.
 */
function mistakesIn({ example }: Contract, contracts: Contracts): string[] {
  const { messages, facts } = read(example, contracts);
  const mistakes = messages
    .filter(isError)
    .map(({ line, column, reason }) => `${line - linesAbove}:${column}  ${reason}`);
  return facts?.kind === 'program'
    ? [...mistakes, 'The example is a program: the guide only draws documents.']
    : mistakes;
}

/** The tree of each example, by the name of its component: what stands below the heading of that name. */
function bodiesIn(tree: Root, names: readonly string[]): Record<string, Root> {
  const bodies: Record<string, Root> = {};
  const left = [...names];
  let body: Root = { type: 'root', children: [] };
  for (const node of tree.children) {
    const [heading, ...rest] = node.type === 'element' && node.tagName === 'section' ? node.children : [];
    const [words] = heading?.type === 'element' ? heading.children : [];
    if (words?.type !== 'text' || words.value !== left[0]) {
      body.children.push(node);
      continue;
    }
    body = bodies[left.shift()!] = { type: 'root', children: [] };
    const content = rest.filter((one) => one.type !== 'text' || one.value.trim());
    if (content.length)
      body.children.push({ type: 'element', tagName: 'div', properties: { className: ['body'] }, children: content });
  }
  return bodies;
}
