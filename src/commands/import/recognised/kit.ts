import type { Contract, Contracts } from '../../../document/contract.ts';
import type { Role } from '../../../document/role.ts';
import type { Heading } from '../../../strings/strings.ts';

/** The newsroom’s components, by what they are for: an import knows none of them by name. */
export class Kit {
  readonly #contracts: readonly Contract[];

  constructor(contracts: Contracts) {
    this.#contracts = [...contracts.values()];
  }

  /** The name of the component with a role. @throws when the newsroom has none. */
  role(role: Role): string {
    const found = this.#contracts.find((contract) => contract.role === role);
    if (!found) throw new Error(`Missing component: expected one with the role “${role}”.`);
    return found.name;
  }

  /** The section that has a heading; of several, the one that is called like it. */
  section(heading: Heading): Contract | undefined {
    const all = this.#contracts.filter((contract) => contract.place === 'section' && contract.heading === heading);
    return all.find(({ name }) => name.toLowerCase() === heading.toLowerCase()) ?? all[0];
  }

  /** The name of the part that stands in a section, where there is one. */
  partOf(section: Contract): string | undefined {
    const held = Array.isArray(section.holds) ? (section.holds as readonly string[])[0] : undefined;
    return held ?? this.#contracts.find(({ within }) => within?.includes(section.name))?.name;
  }
}
