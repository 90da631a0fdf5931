import { toString } from 'mdast-util-to-string';
import type { Referable } from '../schema/fields.ts';
import { referencesIn } from '../schema/references.ts';
import type { Heading } from '../strings/strings.ts';
import type { Place } from './place.ts';
import { setProps, startOf } from './props.ts';
import type { ComponentTag, Section, Visit } from './visits.ts';

/** A value that names an entry elsewhere, and where a writer typed it. */
export interface PlacedReference extends Place {
  to: Referable;
  id: string;
}

/** One place in a story where a source is cited. */
export interface Citation {
  /** The id under `sources`. */
  source: string;
  /** What a reader would call the place: the heading above it, the component it is in, or the paragraph’s number. */
  heading?: string;
  component?: string;
  /** Which of the language’s headings that component has, if any. */
  section?: Heading;
  paragraph?: number;
}

/** What the components of a story name of other entries, and its citations among that, in the order of the text. */
export interface Named {
  references: PlacedReference[];
  citations: Citation[];
}

/**
 * Reads what components name. Sets on each that cites a source the number of the citation, from 1,
 * as `citation`, and on each that names a term which was there before `again`.
 */
export function readReferences(visits: readonly Visit[]): Named {
  const named: Named = { references: [], citations: [] };
  const terms = new Set<string>();
  let heading: string | undefined;
  let paragraph = 0;
  for (const { node, around, tag } of visits) {
    if (node.type === 'heading') heading = toString(node);
    if (node.type === 'paragraph' && !around.section) paragraph += 1;
    if (tag?.kind !== 'component') continue;
    for (const reference of referencesOf(tag)) {
      const { to, id } = reference;
      named.references.push(reference);
      if (to === 'terms' && terms.has(id)) setProps(tag.node, { again: true });
      if (to === 'terms') terms.add(id);
      if (to !== 'sources') continue;
      named.citations.push({ source: id, ...placeFor(tag.section, heading, paragraph) });
      setProps(tag.node, { citation: named.citations.length });
    }
  }
  return named;
}

const referencesOf = ({ node, contract, props }: ComponentTag): PlacedReference[] =>
  referencesIn(contract.props, props.values).map(({ to, id, path }) => {
    const { line, column } = props.places[String(path[0])] ?? startOf(node);
    return { to, id, line, column };
  });

/** What a reader would call the place of a citation. */
function placeFor(section: Section | undefined, heading: string | undefined, paragraph: number) {
  if (!section) return { ...(heading && { heading }), paragraph };
  const { title, ...component } = section;
  return { ...(title && { heading: title }), ...component };
}
