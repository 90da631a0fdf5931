import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import words from '#words';
import type { Component } from './components.ts';

/**
 * A digest of all code that decides how a story is read and stored: the reader, the schemas, the loader, each
 * component’s contract with what it is made of, and the newsroom’s own fields and plugins. What was read by other code
 * is read anew.
 */
export function readerVersion(
  home: URL,
  components: ReadonlyMap<string, Component>,
  ownFiles: readonly string[],
): string {
  const folders = [
    ...['document', 'schema', 'strings', 'newsroom', 'integration', 'components'].map((name) =>
      fileURLToPath(new URL(name, home)),
    ),
    ...[...components.values()].map(({ contractFile }) => dirname(contractFile)),
  ];
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const folder of folders) {
    const files = readdirSync(folder).filter((name) => /(?<!\.d)\.([jt]s|json)$/.test(name));
    for (const name of files.sort()) hash.update(readFileSync(join(folder, name)));
  }
  for (const file of ownFiles) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
