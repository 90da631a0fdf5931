import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import type { Contract } from '../../src/document/contract.ts';
import { describeProps, describeRule } from '../../src/document/describe.ts';
import type { PropDescription } from '../../src/document/describe.ts';
import { checkReferences, readStory } from '../../src/document/read.ts';
import { exampleFileAt } from '../../src/integration/examples.ts';
import { referencesIn } from '../../src/schema/references.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contracts, exampleFrontmatter, exampleRegistries } from '../support/newsroom.ts';

/** Every component used wrongly, by its contract alone: each mistake has its message, at its place. */

/** What is said of a story with this text, each as `line:column rule reason`; lines are those of the text. */
function messagesOn(text: string): string[] {
  const { messages, references } = readStory(`${exampleFrontmatter}${text}\n`, storySchema, contracts, {
    fileAt: exampleFileAt,
  });
  const known = (name: string) =>
    (exampleRegistries as unknown as Record<string, Map<string, unknown>>)[name] ?? new Map<string, unknown>();
  const all = [...messages, ...checkReferences([{ file: '', references }], known)];
  const above = exampleFrontmatter.split('\n').length - 1;
  return all.map(({ line, column, ruleId, reason }) => `${line - above}:${column} ${ruleId} ${reason}`);
}

/** A place in a text, as messages have it. */
const placeOf = (text: string, index: number) => {
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
};

/** A contract’s example, and in it the first tag of the component. */
function useOf({ name, example }: Contract) {
  const [tag = '', , props = ''] =
    new RegExp(`<(${name})(?!\\w)((?:\\s+\\w+(?:=(?:"[^"]*"|\\{.*?\\}(?=[\\s/>])))?)*)`).exec(example) ?? [];
  const start = example.search(new RegExp(`<${name}(?!\\w)`));
  const end = example.indexOf(`</${name}>`, start);
  const close = end < 0 ? example.indexOf('/>', start) + 2 : end + name.length + 3;
  return { example, tag, props, start, element: example.slice(start, close) };
}

const propIn = (prop: string) => new RegExp(`\\s+${prop}(?:=(?:"[^"]*"|\\{.*?\\}(?=[\\s/>]|$)))?(?=[\\s/>]|$)`);

/** The example with a prop set as the source says, and where that stands. */
function withProp(contract: Contract, prop: string, source: string) {
  const { example, tag, start } = useOf(contract);
  const changed = `${tag.replace(propIn(prop), '')} ${source}`;
  const text = example.slice(0, start) + changed + example.slice(start + tag.length);
  return { text, place: placeOf(text, start + changed.length - source.length) };
}

const all = [...contracts.values()];

/** A row for each prop that is asked for, of every component. */
const propsOf = (isAsked: (prop: PropDescription, contract: Contract) => unknown) =>
  all.flatMap((contract) =>
    describeProps(contract)
      .filter((prop) => isAsked(prop, contract))
      .map((prop) => [contract.name, prop.name, contract, prop.takes] as const),
  );

const components = all.map((contract) => [contract.name, contract] as const);

test('no example has a fault of its own', () => {
  const faults = all.flatMap(({ name, example }) =>
    messagesOn(example)
      .filter((message) => !/ source-cited /.test(message))
      .map((message) => `${name} ${message}`),
  );
  expect(faults).toEqual([]);
});

describe('a message tells of', () => {
  test.each(components)('<%s> with a prop that it does not have', (name, contract) => {
    const { text, place } = withProp(contract, 'zebra', 'zebra="x"');
    expect(messagesOn(text)).toContainEqual(
      expect.stringMatching(`^${place} prop-known Unexpected prop “zebra” on <${name}>`),
    );
  });

  test.each(propsOf(({ required }) => required))('<%s> without its %s', (name, prop, contract, takes) => {
    const { example, tag, start } = useOf(contract);
    const text = example.slice(0, start) + tag.replace(propIn(prop), '') + example.slice(start + tag.length);
    expect(text).not.toBe(example);
    expect(messagesOn(text)).toContainEqual(
      `${placeOf(example, start)} prop-required Missing prop “${prop}” on <${name}>: expected ${takes}.`,
    );
  });

  test.each(components.filter(([, contract]) => describeRule(contract)))(
    '<%s> without any prop, where it needs one',
    (name, contract) => {
      const { example, tag, start } = useOf(contract);
      const text = `${example.slice(0, start)}<${name}${example.slice(start + tag.length)}`;
      expect(text).not.toBe(example);
      expect(messagesOn(text)).toContainEqual(
        `${placeOf(example, start)} prop-required Missing prop on <${name}>: expected ${describeRule(contract)}.`,
      );
    },
  );

  test.each(propsOf(() => true))('<%s> with a %s of another kind', (name, prop, contract) => {
    const { text, place } = withProp(contract, prop, `${prop}={[[]]}`);
    expect(messagesOn(text)).toContainEqual(
      expect.stringMatching(`^${place} prop-valid Unexpected (?:empty )?list (?:in|for) “${prop}” on <${name}>`),
    );
  });

  test.each(propsOf(({ choices }) => choices.length))(
    '<%s> with a %s that is none of its choices',
    (name, prop, contract, takes) => {
      const { text, place } = withProp(contract, prop, `${prop}="zebra"`);
      expect(messagesOn(text)).toContainEqual(
        `${place} prop-valid Unexpected “zebra” for “${prop}” on <${name}>: expected ${takes}.`,
      );
    },
  );

  test.each(propsOf(({ name }, { props }) => referencesIn(props, { [name]: 'zebra' }).length))(
    '<%s> with a %s that does not exist',
    (_name, prop, contract) => {
      const { text, place } = withProp(contract, prop, `${prop}="zebra"`);
      expect(messagesOn(text)).toContainEqual(
        expect.stringMatching(`^${place} \\w+-exists Unknown \\w+ “zebra”: expected `),
      );
    },
  );

  const takes = (contract: Contract, name: string, value: string) =>
    (contract.props.shape[name] as z.ZodType).safeParse(value).success;

  test.each(propsOf(({ name }, contract) => takes(contract, name, 'zebra.csv') && !takes(contract, name, 'zebra')))(
    '<%s> with a file for its %s that is not there',
    (_name, prop, contract) => {
      const { text, place } = withProp(contract, prop, `${prop}="zebra.csv"`);
      expect(messagesOn(text)).toContainEqual(
        expect.stringMatching(`^${place} file-exists Unknown file “zebra.csv”: expected a file beside `),
      );
    },
  );

  test.each(components)('<%s> where it does not belong', (name, contract) => {
    const { props, element } = useOf(contract);
    const text = {
      section: `Words <${name}${props} /> and more words.`,
      part: contract.within ? `Words.\n\n${element}` : `Words <${name}${props} /> and more words.`,
      inline: `[Words ${element} and more](https://example.org/).`,
    }[contract.place];
    expect(messagesOn(text)).toContainEqual(
      expect.stringMatching(`^${placeOf(text, text.indexOf(`<${name}`))} nesting Unexpected <${name}> (in|on) `),
    );
  });

  // Almost anything may stand among paragraphs; a section may not.
  const wrong = { flow: '<KeyPoints>\n- Point.\n</KeyPoints>', words: '- Point.', nothing: 'Words.', list: 'Words.' };

  test.each(components)('what does not belong in <%s>', (name, contract) => {
    const inside = typeof contract.holds === 'string' ? wrong[contract.holds] : 'Words.';
    const [parent] = contract.within ?? [];
    const element = `<${name}${useOf(contract).props}>\n\n${inside}\n\n</${name}>`;
    const text = parent ? `<${parent}>\n${element}\n</${parent}>` : element;
    expect(messagesOn(text)).toContainEqual(
      expect.stringMatching(`^${placeOf(text, text.indexOf(inside))} nesting Unexpected `),
    );
  });
});

test('what stands in the right component may still stand wrong there: in a sentence', () => {
  expect(messagesOn('<WhatsNext>\nText.\n<Step when="Monday">Text.</Step>\n</WhatsNext>')).toEqual([
    '3:1 nesting Unexpected <Step> in a paragraph: expected it on its own, with an empty line before and after.',
  ]);
});
