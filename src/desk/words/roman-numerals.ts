/** Numerals in the names of monarchs, wars and centuries, which look like acronyms and are none. */
export const romanNumerals = ['II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XI', 'XII', 'XIV', 'XVI'];
