/** Quotation marks by opening sign (Unicode CLDR, the delimiters of the languages that newsrooms write in). */
const closing: Record<string, string> = { '“': '”', '"': '"', '«': '»', '„': '“', '「': '」', '‘': '’', '『': '』' };

/**
 * Whether the whole text is one quotation: it begins with an opening mark, and the mark that
 * closes it is at the very end. “A ‘Great Honor’” is; “A”, he said, “B” is not.
 */
export function isQuotation(text: string): boolean {
  const words = text.trim();
  const open = words[0] ?? '';
  const close = closing[open];
  if (!close || words.length < 3 || !words.endsWith(close)) return false;
  let depth = 0;
  for (const [index, sign] of [...words].entries()) {
    if (open === close) {
      if (sign === open && index > 0 && index < words.length - 1) return false;
      continue;
    }
    if (sign === open) depth += 1;
    if (sign === close) depth -= 1;
    if (depth === 0 && index < [...words].length - 1) return false;
  }
  return true;
}
