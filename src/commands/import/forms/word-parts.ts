/** What stands in Word’s own files, and mammoth passes over or stops at (ECMA-376, part 1, 17 and 22). */

/** A part of a Word file as mammoth reads all of it. */
export interface Part {
  xml: string;
  /** What a writer has to look at. */
  notes: string[];
}

/**
 * Brings a part to what mammoth reads: equations and fields become runs of words, a large first letter joins its
 * paragraph, and what points to a file that is not there goes, with a note.
 *
 * @param targets what the part’s relations lead to, by their ids: those that are there.
 */
export function readablePart(xml: string, targets: ReadonlySet<string>): Part {
  const notes = new Set<string>();
  const isThere = (id: string) => targets.has(id);
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const made = xml
    .replace(/<\/?w:fldSimple\b[^>]*>/g, '')
    .replace(/<w:cr\s*\/>/g, '<w:br/>')
    .replace(/<w:ruby>([\s\S]*?)<\/w:ruby>/g, (_, inside: string) => {
      const partOf = (tag: string) => new RegExp(`<w:${tag}>([\\s\\S]*?)</w:${tag}>`).exec(inside)?.[1] ?? '';
      return `${partOf('rubyBase')}${run('(')}${partOf('rt')}${run(')')}`;
    })
    .replace(/<\/?m:oMathPara\b[^>]*>|<m:oMathParaPr>[\s\S]*?<\/m:oMathParaPr>/g, '')
    .replace(/<m:oMath\b[^>]*>([\s\S]*?)<\/m:oMath>/g, (_, inside: string) => {
      notes.add('Equations are here in one line, as plain text.');
      return run(` ${linear(inside)} `);
    })
    .replace(
      /(<w:p\b[^>]*>(?:(?!<\/w:p>)[\s\S])*?w:dropCap="(?:drop|margin)"[\s\S]*?)<\/w:p>\s*<w:p\b[^>]*>/g,
      (_, letter: string) => letter.replace(/<w:framePr\b[^>]*\/>/g, ''),
    )
    .replace(/<w:drawing\b[\s\S]*?<\/w:drawing>|<w:pict\b[\s\S]*?<\/w:pict>/g, (drawing) => {
      if (/<c:chart\b/.test(drawing)) notes.add('A chart is left out: draw it anew, or put its picture here.');
      if (/<dgm:relIds\b/.test(drawing)) notes.add('A drawing of shapes is left out: put its picture here.');
      const id = /<a:blip\b[^>]*\br:(?:embed|link)="([^"]*)"|<v:imagedata\b[^>]*\br:id="([^"]*)"/.exec(drawing);
      if (!id || isThere(id[1] ?? id[2] ?? '') || /<w:txbxContent>/.test(drawing)) return drawing;
      notes.add(
        `A picture is not in the file: ${/\bdescr="([^"]*)"/.exec(drawing)?.[1] ?? 'nothing says what it shows'}`,
      );
      return '';
    })
    .replace(/<w:object\b[\s\S]*?<\/w:object>/g, () => {
      notes.add('An embedded object, such as a sheet, is left out: look at the original.');
      return '';
    })
    .replace(/(<w:hyperlink\b[^>]*?)\sr:id="([^"]*)"/g, (whole, before: string, id: string) =>
      isThere(id) ? whole : before,
    );
  const comments = made.match(/<w:commentReference\b/g)?.length ?? 0;
  if (comments) notes.add(`${comments} ${comments === 1 ? 'comment is' : 'comments are'} left out.`);
  if (/<w:(?:ins|del|moveFrom|moveTo)\s/.test(made)) notes.add('Changes that were tracked are taken as accepted.');
  return { xml: made, notes: [...notes] };
}

/** An equation in one line: “x^2”, “a/b”. */
const linear = (inside: string): string =>
  inside
    .replace(/<m:sup>/g, '^')
    .replace(/<m:sub>/g, '_')
    .replace(/<m:den>/g, '/')
    .replace(/<\/m:(?:num|den|e)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[\^_/])/g, '')
    .trim();

/** The words of a part, a paragraph a line, as a reader of the file sees them. */
export function wordsInPart(xml: string): string {
  const seen = xml.replace(
    /<mc:Fallback\b[\s\S]*?<\/mc:Fallback>|<w:(?:del|moveFrom)\s[^>]*(?<!\/)>[\s\S]*?<\/w:(?:del|moveFrom)>/g,
    '',
  );
  const parts = [...seen.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<|<(\/w:p|w:br|w:tab|w:sym|w:noBreakHyphen)\b/g)];
  return parts.map(([, words, sign]) => (sign ? (/br|p$/.test(sign) ? '\n' : ' ') : unescaped(words ?? ''))).join('');
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML as it is read (XML 1.0, 4.6 and 4.1). */
const unescaped = (text: string): string =>
  text.replace(/&(?:(\w+)|#(\d+)|#x([\da-f]+));/gi, (_, name?: string, decimal?: string, hex?: string) => {
    if (name) return signs[name] ?? '';
    const point = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : ' ';
  });
