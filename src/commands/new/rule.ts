/** A rule of the newsroom’s own, right as it stands. @param name such as `house-style`. */
export const ruleFile = (name: string): string => `import { defineRule, matchesIn, messageAt } from 'nutgraf/rule';

/** What it asks, and why. */
export default defineRule({
  name: '${name}',
  severity: 'warning',
  check: (prose) =>
    [...matchesIn(prose, /\\ba word to avoid\\b/gi)].map(({ match: [words], place }) =>
      messageAt(place, \`Unexpected “\${words}”: expected another word.\`),
    ),
});
`;
