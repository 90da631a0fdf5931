/** Closing marks by opening mark (Unicode CLDR, the delimiters of the languages that newsrooms write in). */
const closing: Record<string, string> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '»': '«',
  '„': '“',
  '「': '」',
  '‘': '’',
  '『': '』',
};

/**
 * Whether the text is one quotation: it begins with an opening mark, and the mark that closes it is
 * at the end. “A ‘Great Honor’” is; “A”, he said, “B” is not.
 *
 * @param paragraphs each begins with a mark; all but the last may leave it open, as is the custom.
 */
export const isQuotation = (paragraphs: readonly string[]): boolean =>
  paragraphs.length > 0 && paragraphs.every((paragraph, index) => isQuoted(paragraph, index < paragraphs.length - 1));

function isQuoted(paragraph: string, mayStayOpen: boolean): boolean {
  const signs = [...paragraph.trim().replace(/[.,;!?…]+$/u, '')];
  const open = signs[0] ?? '';
  const close = closing[open];
  if (!close || signs.length < 2) return false;
  let depth = 1;
  for (const [index, sign] of signs.entries()) {
    if (index === 0) continue;
    // An apostrophe is no closing mark: “It’s”.
    const isApostrophe = sign === '’' && /\p{L}/u.test(signs[index + 1] ?? '');
    if (sign === close && !isApostrophe) depth -= 1;
    else if (sign === open) depth += 1;
    if (depth === 0) return index === signs.length - 1 && signs.length > 2;
  }
  return mayStayOpen;
}
