import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/** What is at a path: in the newsroom’s folder or outside, or nothing that can be had. */
export type Found =
  { kind: 'file' | 'folder' | 'other'; real: string } | { kind: 'outside' | 'missing' | 'loop' | 'locked' };

const whole = new Map<string, string>();

/** The newsroom’s folder itself may be a link. */
function realOf(folder: string): string {
  const known = whole.get(folder) ?? realpathSync(folder);
  whole.set(folder, known);
  return known;
}

/** Looks where a path really leads. @param content the newsroom’s folder, absolute. */
export function lookAt(path: string, content: string): Found {
  try {
    const real = realpathSync(path);
    const home = realOf(content);
    if (real !== home && !real.startsWith(home + sep)) return { kind: 'outside' };
    const stat = statSync(real);
    return { kind: stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other', real };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') return { kind: 'loop' };
    return { kind: code === 'EACCES' || code === 'EPERM' ? 'locked' : 'missing' };
  }
}
