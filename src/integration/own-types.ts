import { dirname, relative, sep } from 'node:path';

/**
 * The types that a site gets of Astro beside its own: ours, and those of its own keys above stories.
 *
 * @param fields the file of these keys, absolute, where there is one. @param file where the types will be.
 */
export function typesFor(fields: string | undefined, file: string): string {
  const ours = '/// <reference types="nutgraf/types" />\n';
  if (!fields) return ours;
  const path = relative(dirname(file), fields).split(sep).join('/');
  return `${ours}
declare module 'nutgraf/fields' {
  type Own = import('astro/zod').output<(typeof import(${JSON.stringify(path)}))['default']>;
  interface OwnFields extends Own {}
}

export {};
`;
}
