/** The scripts that our fonts have; what is written in another has no card of its own. */
const inScripts =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether cards can show words. */
export const isOnCards = (words: string): boolean => inScripts.test(words);
