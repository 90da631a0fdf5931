/** Blocks that hold data: nothing in them runs (HTML Standard, the `type` of a script element). */
const data = ['application/ld+json', 'speculationrules'];

/** What each script of a page runs; data blocks are left out. */
export const scriptsOf = (document: Document): string[] =>
  [...document.querySelectorAll('script')]
    .filter((script) => !data.includes(script.getAttribute('type') ?? ''))
    .map((script) => script.getAttribute('src') ?? script.textContent);
