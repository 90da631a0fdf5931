import type { z } from 'astro/zod';
import type { Contracts } from './contract.ts';
import type { Role } from './role.ts';

/**
 * The tag that a message tells a writer to type, such as `<Response by="jane-doe" status="…">`: that of the first
 * component with a role, with the props that it cannot do without.
 *
 * @param values those that are known.
 */
export function tagFor(contracts: Contracts, role: Role, values: Readonly<Record<string, string>> = {}): string {
  const contract = [...contracts.values()].find((one) => one.role === role);
  const needed = Object.entries<z.ZodType>(contract?.props.shape ?? {})
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => ` ${name}="${values[name] ?? '…'}"`);
  return `<${contract?.name ?? '…'}${needed.join('')}${contract?.place === 'inline' ? ' />' : '>'}`;
}
