import mammoth from 'mammoth';
import { checkArchive } from './bytes.ts';
import { fragmentOf } from './html.ts';
import type { Form, Manuscript } from './manuscript.ts';

/** Word: paragraphs by their styles, as mammoth reads them, and the pictures in the file. */
export const docx: Form = (bytes, name, id) => {
  checkArchive(bytes, 'Word file');
  return { items: [{ id, name, read: () => read(bytes, name) }] };
};

async function read(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const pictures: Manuscript['pictures'] = new Map();
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Caption'] => p:fresh",
      ],
      convertImage: mammoth.images.imgElement(async (image) => {
        const file = `picture-${pictures.size + 1}.${image.contentType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'png'}`;
        pictures.set(file, { name: file, bytes: await image.readAsBuffer() });
        return { src: file };
      }),
    },
  );
  return { name, ...fragmentOf(value), pictures };
}
