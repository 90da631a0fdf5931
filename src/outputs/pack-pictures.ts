import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import JSZip from 'jszip';
import { stringsFor } from '../strings/index.ts';
import type { Packer } from './output.ts';

/**
 * The pictures of a story that partners may have, as the newsroom has them, with a file of text that says of each what
 * it shows, whose it is and what may be done with it.
 */
export const pack: Packer = async ({ story, pictures }, files) => {
  const { rights } = stringsFor(story.lang).copies.kit;
  const zip = new JSZip();
  // In every build the same: its own date, not that of the build.
  const date = new Date(story.updated ?? story.published);
  const lines: string[] = [];
  for (const [index, picture] of pictures.entries()) {
    const file = files[picture.src];
    const name = `${index + 1}-${basename(picture.src)}`;
    if (file && picture.rights === 'ours') zip.file(name, await readFile(file), { date });
    lines.push([name, picture.alt, picture.credit ?? '', rights[picture.rights]].filter(Boolean).join('\n'));
  }
  zip.file('pictures.txt', `${lines.join('\n\n')}\n`, { date });
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' }) as Promise<Uint8Array<ArrayBuffer>>;
};
