import type { Reader } from './contract.ts';
import { cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { setProps, startOf } from './props.ts';
import type { ComponentTag } from './visits.ts';
import { readWording } from './wording.ts';

/** Why a file beside a story may not be read. */
export interface FileRefusal {
  rule: 'file-inside' | 'file-readable' | 'text-signs';
  reason: string;
}

/** What else than its tree deriving props needs to know of a story. */
export interface Surroundings {
  /** Gives the text of a file beside the story, by its path from there. */
  fileAt?: ((path: string) => string | FileRefusal | undefined) | undefined;
  /** Its language; English unless said. */
  lang?: string | undefined;
}

/** The files that were read to derive a component’s props, and what is wrong with them. */
export interface Derived {
  files: string[];
  messages: Message[];
}

/** Sets on a component the props that its contract and its role derive from what stands inside and beside the story. */
export function deriveProps(
  { node, contract, props }: ComponentTag,
  { fileAt = () => undefined, lang = 'en' }: Surroundings,
): Derived {
  const derived: Derived = { files: [], messages: [] };
  const placeOf = (prop: string | undefined): Place => props.places[prop ?? ''] ?? startOf(node);
  const reader: Reader = {
    file(path) {
      const contents = fileAt(path);
      derived.files.push(path);
      const prop = Object.keys(props.values).find((name) => props.values[name] === path);
      const reason = `Unknown file “${cut(path)}”: expected a file beside the story.`;
      if (typeof contents === 'string') return contents;
      const refusal = contents ?? { rule: 'file-exists' as const, reason };
      derived.messages.push(errorAt(placeOf(prop), refusal.rule, refusal.reason));
      return undefined;
    },
    report: (prop, reason, nearest) =>
      void derived.messages.push(errorAt(placeOf(prop), 'prop-valid', reason, nearest)),
  };
  setProps(node, contract.derive?.(node, reader, props.values) ?? {});
  if (contract.role === 'statement') {
    const { quote, messages } = readWording(node, lang);
    setProps(node, { quote });
    derived.messages.push(...messages);
  }
  return derived;
}
