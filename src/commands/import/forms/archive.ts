import { createHash } from 'node:crypto';
import { basename, extname, posix } from 'node:path';
import { csvParse } from 'd3-dsv';
import type JSZip from 'jszip';
import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { checkArchive, textOf } from './bytes.ts';
import { dateOrMomentOf } from '../dates.ts';
import { opened } from './docx.ts';
import { forms } from './forms.ts';
import type { Batch, Item, Manuscript } from '../manuscript.ts';

/**
 * A ZIP archive: the texts in it, each by its own form, with their pictures. That is what Google Docs gives (a page and
 * its pictures), and what Medium and Substack export.
 */
export async function archive(bytes: Uint8Array, name: string): Promise<Batch> {
  checkArchive(bytes, 'ZIP archive');
  const zip = await opened(bytes);
  const files = Object.values(zip.files).filter(
    (file) => !file.dir && !/(?:^|\/)(?:__MACOSX\/|[._])/.test(file.name) && forms[extname(file.name).toLowerCase()],
  );
  if (!files.length) throw new Error(`it has no texts: expected ${Object.keys(forms).join(', ')} in it`);
  const posts = await postsOf(zip);
  const items: Item[] = [];
  const leftOut: string[] = [];
  for (const file of files) {
    const form = forms[extname(file.name).toLowerCase()];
    if (!form) continue;
    const inside = await file.async('uint8array');
    const digest = createHash('sha256').update(inside).digest('hex').slice(0, 12);
    const called = `${name}: ${file.name}`;
    try {
      const batch = await form(inside, basename(file.name), `${basename(file.name)} ${digest}`);
      leftOut.push(...(batch.leftOut ?? []));
      items.push(
        ...batch.items.map((item) => ({
          ...item,
          name: batch.items.length > 1 ? item.name : called,
          read: async () =>
            withPictures(
              { ...(await item.read()), ...posts.get(basename(file.name, extname(file.name))) },
              file.name,
              zip,
            ),
        })),
      );
    } catch (error) {
      // It fails when its turn comes, by its own name.
      items.push({
        id: called,
        name: called,
        read: () => {
          throw error;
        },
      });
    }
  }
  return { items, leftOut };
}

/** Substack keeps what is not the text in a table beside its pages: `posts.csv`, a line a post. */
async function postsOf(zip: JSZip): Promise<Map<string, Partial<Manuscript>>> {
  const [table] = zip.file(/(?:^|\/)posts\.csv$/);
  if (!table) return new Map();
  return new Map(
    csvParse(textOf(await table.async('uint8array'))).map((row) => [
      row['post_id'] ?? '',
      {
        headline: row['title'] || undefined,
        description: row['subtitle'] || undefined,
        published: dateOrMomentOf(row['post_date'], 'en'),
        slug: row['post_id']?.replace(/^\d+\./, ''),
        draft: row['is_published'] === 'false',
      },
    ]),
  );
}

/** A text with those of its pictures that are in the archive. */
async function withPictures(manuscript: Manuscript, path: string, zip: JSZip): Promise<Manuscript> {
  const addresses = new Set<string>();
  const root: Root = { type: 'root', children: manuscript.blocks };
  visit(root, 'image', ({ url }: Image) => void addresses.add(url));
  const pictures = new Map(manuscript.pictures);
  for (const address of addresses) {
    if (pictures.has(address) || /^[a-z][\w+.-]*:|^\//i.test(address)) continue;
    const file = zip.file(posix.join(posix.dirname(path), address));
    const ending = extname(address).toLowerCase();
    if (!file || !/^\.(?:png|jpe?g|gif|webp|avif|svg)$/.test(ending)) continue;
    pictures.set(address, { name: `picture-${pictures.size + 1}${ending}`, bytes: await file.async('uint8array') });
  }
  return { ...manuscript, pictures };
}
