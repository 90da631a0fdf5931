import JSZip from 'jszip';

/**
 * Files of every form that an import reads, broken in ways in which files break: cut off, bytes turned or doubled, tags
 * torn out, closed in another order, opened without end, signs that are code in a story, a wrong charset, a wrong form.
 * The same number gives the same file.
 */

/** A generator of numbers from 0 to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const signs = [
  '<',
  '>',
  '{',
  '}',
  '&',
  '&amp;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '`',
  '```',
  '~~',
  '*',
  '_',
  '[',
  '](',
  '|',
  '\\',
  '\0',
  '\u2028',
  '\uFEFF',
  '\r',
  '\t',
  '---\n',
  '+++\n',
  '# ',
  '> ',
  '1. ',
  'import x from "y"\n',
  'export default 1\n',
  '<Source id="x">',
  '</Source>',
  '<WhyItMatters>',
  '{/*',
  '*/}',
  '<table><tr><td>',
  '</table>',
  '<script>',
  '</p>',
  '<blockquote>',
  '<ul><li>',
  '[gallery ids="1,2"]',
  '[caption]',
  '{{< x >}}',
  '{% raw %}',
  '&#0;',
  '&#x110000;',
  'javascript:alert(1)',
  'http://%20http//a.example/',
  '\u202E',
  '\u0301\u0301',
  '😀',
  '“',
  '”',
  '’',
  ' said Jane Doe',
  '2026-02-30',
];

/** A file with one to five faults. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  let made = Buffer.from(bytes);
  const at = () => Math.floor(random() * (made.length + 1));
  for (let times = 1 + Math.floor(random() * 5); times > 0; times -= 1) {
    const [from, to] = [at(), at()].sort((one, other) => one - other) as [number, number];
    const part = made.subarray(from, to);
    const choice = Math.floor(random() * 9);
    if (choice === 0) made = made.subarray(0, from);
    else if (choice === 1) made = Buffer.concat([made.subarray(0, from), made.subarray(Math.min(to, from + 40))]);
    else if (choice === 2) made = Buffer.concat([made.subarray(0, to), part.subarray(0, 2_000), made.subarray(to)]);
    else if (choice === 3 && made.length) {
      made = Buffer.from(made);
      made[Math.min(from, made.length - 1)] = Math.floor(random() * 256);
    } else if (choice === 4) {
      const sign = signs[Math.floor(random() * signs.length)] ?? '';
      made = Buffer.concat([made.subarray(0, from), Buffer.from(sign), made.subarray(from)]);
    } else if (choice === 5) {
      const sign = signs[Math.floor(random() * signs.length)] ?? '';
      made = Buffer.concat([
        made.subarray(0, from),
        Buffer.from(sign.repeat(Math.floor(random() * 400))),
        made.subarray(from),
      ]);
    } else if (choice === 6) {
      const text = made.toString('latin1');
      const tags = [...text.matchAll(/<\/?[a-zA-Z][^<>]*>/g)];
      const tag = tags[Math.floor(random() * tags.length)];
      if (tag) made = Buffer.from(text.slice(0, tag.index) + text.slice(tag.index + tag[0].length), 'latin1');
    } else if (choice === 7) {
      const text = made.toString('latin1');
      const tags = [...text.matchAll(/<\/?[a-zA-Z][^<>]*>/g)];
      const [one, other] = [tags[Math.floor(random() * tags.length)], tags[Math.floor(random() * tags.length)]];
      if (one && other)
        made = Buffer.from(text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length), 'latin1');
    } else made = Buffer.from(made.toString(random() < 0.5 ? 'latin1' : 'utf8'), random() < 0.5 ? 'utf16le' : 'utf8');
  }
  return made;
}

/** A Word file whose parts are broken, not its archive: what a reader of archives would never let through otherwise. */
export async function mutatedWord(bytes: Uint8Array, random: () => number): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter((file) => !file.dir);
  const part = parts[Math.floor(random() * parts.length)];
  if (part) {
    if (random() < 0.1) zip.remove(part.name);
    else zip.file(part.name, mutated(await part.async('uint8array'), random));
  }
  return zip.generateAsync({ type: 'uint8array' });
}
