import { recordSchemas } from '../../schema/index.ts';

/** What is a small file of a registry: by its kind, the folder, what it needs besides a name, and what it may have. */
export const entryKinds = {
  outlet: { folder: 'outlets', needs: ['kind'], may: ['url'] },
  person: { folder: 'people', needs: [], may: ['role'] },
  author: { folder: 'authors', needs: [], may: ['url'] },
  topic: { folder: 'topics', needs: [], may: ['description'] },
  term: { folder: 'terms', needs: ['definition'], may: ['url'] },
} as const satisfies Record<
  string,
  { folder: keyof typeof recordSchemas; needs: readonly string[]; may: readonly string[] }
>;

export type EntryKind = keyof typeof entryKinds;

export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(entryKinds, kind);

/** What is asked for a kind, in the order of asking. */
export const fieldsOf = (kind: EntryKind): readonly string[] => [...entryKinds[kind].needs, ...entryKinds[kind].may];

/** What an outlet may be. */
export const outletKinds: readonly string[] = recordSchemas.outlets.shape.kind.options;

/** An entry of a registry as YAML has it. @param fields what was given, by the names of {@link fieldsOf}. */
export function entryOfKind(
  kind: EntryKind,
  name: string,
  fields: Readonly<Record<string, string | undefined>>,
): object {
  const { role, ...others } = fields;
  const given = Object.entries(others).filter(([, value]) => value);
  return { name, ...Object.fromEntries(given), ...(kind === 'person' && role && { roles: [{ title: role }] }) };
}
