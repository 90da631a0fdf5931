/**
 * The folders of `src/` whose code is mutated, and the tests that judge each: those about it alone. Others reach it,
 * too, but only on their way, and loading them for every mutant takes most of the time.
 */
export const folders: Record<string, string[]> = {
  schema: ['unit/{colour,records,schema}'],
  stories: [
    'unit/{address,byline,contents,copies,corrections,ledger,lists,navigation,order,plain,sourcing,status,story}',
  ],
  renderings: ['unit/{changes,copy,corrections,credit,feeds,plain,renderings,sitemap}'],
  desk: ['unit/{desk,own-words,roles,rule-limits}'],
  document: [
    'unit/{archive,contract-check,describe,document,frontmatter,message,parse,quotations,read,roles,words,wrong-use}',
  ],
};

/** The folder at hand: `FOLDER=schema`. */
export const folder = process.env['FOLDER'] ?? 'schema';
