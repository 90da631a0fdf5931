import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * `npm run quotation-marks -- <folder>`: makes the table of quotation marks anew from the Unicode CLDR. The folder is
 * that of the unpacked package `cldr-misc-full`, which `npm pack cldr-misc-full` brings; it has a file
 * `main/<locale>/delimiters.json` for each locale (Unicode Technical Standard #35, part 2, “Delimiter Elements”).
 */

const [folder = ''] = process.argv.slice(2);
const manifest = join(folder, 'package.json');
if (!existsSync(manifest)) {
  console.error('Missing folder: expected that of the unpacked package cldr-misc-full.');
  process.exit(1);
}

interface Delimiters {
  quotationStart: string;
  quotationEnd: string;
  alternateQuotationStart: string;
  alternateQuotationEnd: string;
}

const marksOf = new Map<string, string>();
for (const locale of readdirSync(join(folder, 'main'))) {
  const file = join(folder, 'main', locale, 'delimiters.json');
  if (!existsSync(file)) continue;
  const { main } = JSON.parse(readFileSync(file, 'utf8')) as { main: Record<string, { delimiters: Delimiters }> };
  const { delimiters } = main[locale]!;
  const { quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd } = delimiters;
  marksOf.set(locale, [quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd].join(' '));
}

/** The marks that a locale would have if it were not in the table: those of the language, or else English ones. */
const inherited = (locale: string): string => {
  const parent = locale.split('-').slice(0, -1).join('-');
  return parent ? (marksOf.get(parent) ?? inherited(parent)) : marksOf.get('en')!;
};

const table = new Map<string, string[]>();
for (const [locale, marks] of [...marksOf].sort()) {
  if (marks === inherited(locale)) continue;
  table.set(marks, [...(table.get(marks) ?? []), locale]);
}

const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
const rows = [...table].map(([marks, locales]) => `${JSON.stringify(marks)}: ${JSON.stringify(locales.join(' '))}`);
const code = `/**
 * Locales by their quotation marks: opening and closing, then those within them. What is not listed has the marks of
 * its language, or else “ ” ‘ ’. Made by \`npm run quotation-marks\` from cldr-misc-full ${version}: the delimiters of
 * the Unicode CLDR, © Unicode, Inc., under the licence Unicode-3.0. Not to be edited.
 */
export const localesByMarks: Record<string, string> = {${rows.join(',')}};
`;
const path = fileURLToPath(new URL('../strings/cldr.ts', import.meta.url));
writeFileSync(path, await format(code, { ...(await resolveConfig(path)), parser: 'typescript' }));
