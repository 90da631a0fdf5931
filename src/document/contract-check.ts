import type { z } from 'astro/zod';
import { nearest } from '../schema/nearest.ts';
import en from '../strings/en.ts';
import type { Contract } from './contract.ts';
import { choicesOf } from './describe.ts';
import { anyOf } from './message.ts';
import { roleProps, roles } from './role.ts';
import type { Role } from './role.ts';
import { wantedBy } from './values.ts';

/** What is wrong in a contract, a sentence each: unknown keys or values, and props that its role needs and it lacks. */
export function faultsIn({ name, role, heading, props }: Contract): string[] {
  return [...unknown('role', role, roles), ...unknown('heading', heading, Object.keys(en.sections)), ...lacking()];

  function unknown(noun: string, word: string | undefined, known: readonly string[]): string[] {
    if (word === undefined || known.includes(word)) return [];
    const meant = nearest(word, known);
    const hint = meant ? ` Did you mean “${meant}”?` : '';
    return [`Unknown ${noun} “${word}” in the contract of <${name}>: expected ${anyOf(known)}.${hint}`];
  }

  function lacking(): string[] {
    const asked: Partial<Record<Role, z.ZodObject>> = roleProps;
    return Object.entries<z.ZodType>((role && asked[role]?.shape) ?? {}).flatMap(([prop, wanted]) => {
      const own = props.shape[prop] as z.ZodType | undefined;
      if (own && fits(own, wanted)) return [];
      const needed = isOptional(wanted) ? '' : ', and always there';
      return [
        `${own ? 'Unexpected' : 'Missing'} prop “${prop}” in the contract of <${name}>: ` +
          `expected ${wantedBy(wanted)}${needed}, as its role “${role}” asks for.`,
      ];
    });
  }
}

/**
 * Whether a role’s prop takes every value that this prop takes. Of two texts, only the collections that they refer to
 * are compared.
 */
function fits(own: z.ZodType, wanted: z.ZodType): boolean {
  if (isOptional(own) && !isOptional(wanted)) return false;
  const [has, wants] = [innerOf(own), innerOf(wanted)];
  if (['references', 'picture'].some((mark) => has.meta()?.[mark] !== wants.meta()?.[mark])) return false;
  const choices = choicesOf(has);
  if (choicesOf(wants).length)
    return choices.length > 0 && choices.every((choice) => choicesOf(wants).includes(choice));
  return has.type === wants.type;
}

const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

/** A schema without what makes it optional. */
function innerOf(schema: z.ZodType): z.ZodType {
  const { innerType } = schema._zod.def as { innerType?: z.ZodType };
  return innerType ? innerOf(innerType) : schema;
}
