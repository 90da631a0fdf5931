import JSZip from 'jszip';
import mammoth from 'mammoth';
import { checkArchive } from './bytes.ts';
import { fragmentOf, html } from './html.ts';
import type { Form, Manuscript } from '../manuscript.ts';
import { wordsOnly } from './tame.ts';
import { readablePart, wordsInPart } from './word-parts.ts';
import { wordsMissing } from '../words.ts';

/**
 * Word: paragraphs by their styles, as mammoth reads them, and the pictures in the file. What is called a Word file and
 * is a page, as some systems export it, is read as one.
 */
export const docx: Form = (bytes, name, id) => {
  if (
    /^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|head|body|p|div)\b/i.test(
      Buffer.from(bytes.subarray(0, 500)).toString('latin1'),
    )
  )
    return html(bytes, name, id);
  checkArchive(bytes, 'Word file');
  return { items: [{ id, name, read: () => read(bytes, name) }] };
};

/** @throws that it is damaged, in a sentence. */
export async function opened(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    throw new Error('it is damaged: open it, and save it again', { cause: error });
  }
}

/** What a part leads to, as far as that is in the file: ids of relations (ECMA-376, part 2, 6.5). */
async function targetsOf(zip: JSZip, part: string): Promise<Set<string>> {
  const folder = part.replace(/[^/]*$/, '');
  const xml = await zip.file(`${folder}_rels/${part.slice(folder.length)}.rels`)?.async('string');
  const found = new Set<string>();
  for (const [relation] of (xml ?? '').matchAll(/<Relationship\b[^>]*>/g)) {
    const valueOf = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(relation)?.[1] ?? '';
    const target = valueOf('Target');
    const path = target.startsWith('/') ? target.slice(1) : folder + target;
    if (valueOf('TargetMode') === 'External' || zip.file(path) || zip.file(target)) found.add(valueOf('Id'));
  }
  return found;
}

async function read(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const zip = await opened(bytes);
  const relations = (await zip.file('_rels/.rels')?.async('string')) ?? '';
  const [, named = ''] = /<Relationship\b(?=[^>]*\/officeDocument")[^>]*\bTarget="\/?([^"]+)"/.exec(relations) ?? [];
  const main = zip.file(named) ?? zip.file('word/document.xml') ?? zip.file(/^word\/document\d*\.xml$/)[0];
  if (!main) throw new Error('it is no Word file: expected a .docx that a word processor opens');
  const notes: string[] = [];
  const texts: string[] = [];
  for (const part of [main, ...zip.file(/^word\/(?:footnotes|endnotes)\.xml$/)]) {
    const given = await part.async('string');
    const made = readablePart(given, await targetsOf(zip, part.name));
    notes.push(...made.notes);
    if (part === main) texts.push(wordsInPart(made.xml));
    if (made.xml !== given) zip.file(part.name, made.xml);
  }
  for (const part of zip.file(/^word\/diagrams\/data\d*\.xml$/)) {
    const words = [...(await part.async('string')).matchAll(/<a:t>([^<]*)</g)].map(([, word = '']) => word.trim());
    if (words.some(Boolean)) notes.push(`Words in a drawing of shapes: ${words.filter(Boolean).join(' | ')}`);
  }
  const words = texts.join('\n');
  const pictures: Manuscript['pictures'] = new Map();
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }) },
      {
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          "p[style-name='Caption'] => p:fresh",
          "p[style-name='Quote'] => blockquote > p:fresh",
          "p[style-name='Intense Quote'] => blockquote > p:fresh",
        ],
        convertImage: mammoth.images.imgElement(async (image) => {
          const ending = image.contentType.split('/')[1]?.replace('jpeg', 'jpg').replace('svg+xml', 'svg') ?? 'png';
          const file = `picture-${pictures.size + 1}.${ending}`;
          pictures.set(file, { name: file, bytes: await image.readAsBuffer() });
          return { src: file };
        }),
      },
    );
    const reading = fragmentOf(value);
    // What the reader of Word files passed over is missing in the story, and said to be.
    const lost = wordsMissing(words, reading.words);
    return {
      name,
      ...reading,
      words: [reading.words, lost.join(' ')].join('\n'),
      pictures,
      notes: [...notes, ...(reading.notes ?? [])],
    };
  } catch {
    const form = 'The form of this file could not be read: its words are here, in paragraphs.';
    return { name, blocks: wordsOnly(words), words, pictures, notes: [form, ...notes] };
  }
}
