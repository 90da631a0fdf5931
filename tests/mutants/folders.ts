/**
 * The folders of `src/` whose code is mutated, and the tests that judge each: those about it alone. Others reach it,
 * too, but only on their way, and loading them for every mutant takes most of the time.
 */
export const folders: Record<string, string[]> = {
  schema: ['unit/{colour,records,schema}'],
  stories: [
    'unit/{address,byline,contents,copies,corrections,ledger,links,lists,machines,mark,navigation,newsroom,order,plain,published,search-index,sourcing,status,story}',
  ],
  renderings: ['unit/{changes,copy,corrections,credit,feeds,plain,renderings,sitemap}'],
  desk: [
    'unit/{adapters,desk,evidence,facts,own-rules,own-words,planted,prose,roles,rule-edges,rule-limits,statement}',
  ],
  document: [
    'unit/{archive,contradictions,contract-check,deep-and-long,describe,document,frontmatter,links,message,page-tree,parse,quotations,read,reporter,roles,signs,values,words,wrong-use}',
  ],
};

/** The folder at hand: `FOLDER=schema`. */
export const folder = process.env['FOLDER'] ?? 'schema';
