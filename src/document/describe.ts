import type { z } from 'astro/zod';
import { anyOf } from './message.ts';
import { wantedBy } from './values.ts';
import type { Contract } from './contract.ts';

/** A contract in a writer’s words: for the guide and the editor. A component’s name in them is in <brackets>. */

/** One prop of a component. */
export interface PropDescription {
  name: string;
  required: boolean;
  /** What it takes, as a message would say it: “the id of one of the sources”. */
  takes: string;
  description: string;
  /** The values to choose from, where there is a choice. */
  choices: string[];
}

export const describeProps = ({ props }: Contract): PropDescription[] =>
  Object.entries<z.ZodType>(props.shape).map(([name, schema]) => ({
    name,
    required: !schema.safeParse(undefined).success,
    takes: wantedBy(schema),
    description: schema.description ?? '',
    choices: choicesOf(schema),
  }));

/** The values that a schema chooses from; none where there is no choice. */
export function choicesOf(schema: z.ZodType): string[] {
  const { entries, innerType } = schema._zod.def as { entries?: Record<string, string>; innerType?: z.ZodType };
  return innerType ? choicesOf(innerType) : Object.values(entries ?? {});
}

/** What a component wants of its props together, where each is optional: “a date, or words for it in “when””. */
export function describeRule({ props }: Contract): string | undefined {
  const issue = props.safeParse({}).error?.issues.find(({ path }) => !path.length);
  return issue?.message;
}

const tagged = (names: readonly string[]) => anyOf(names.map((name) => `<${name}>`));

/** Where a component may stand, and what may stand inside: a sentence for each. */
export function describePlace({ place, within, holds, mayBeEmpty, limit, beside, repeats }: Contract): string[] {
  const stands = {
    section: 'Stands on its own in the story, with an empty line before and after.',
    part: within ? `Stands directly in ${tagged(within)}.` : 'Stands on its own, in the story or in a section of it.',
    inline: 'Stands in a sentence.',
  };
  const inside = {
    flow: 'paragraphs and lists',
    words: 'words of a sentence',
    nothing: 'nothing',
    list: `one list, a line for each point${limit ? `, ${limit} at most` : ''}`,
  };
  return [
    stands[place],
    `Between its tags: ${typeof holds === 'string' ? inside[holds] : tagged(holds)}${mayBeEmpty ? ', or nothing' : ''}.`,
    ...(beside ? [`Has <${beside}> beside it on a wide screen, where that follows.`] : []),
    ...(repeats ? ['Says again what the story says, so it is not counted.'] : []),
  ];
}
