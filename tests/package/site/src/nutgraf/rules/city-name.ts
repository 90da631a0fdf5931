import { defineRule, matchesIn, messageAt } from 'nutgraf/rule';

/** The city has a name. */
export default defineRule({
  name: 'city-name',
  severity: 'warning',
  check: (prose) =>
    [...matchesIn(prose, /\bthe city\b/g)].map(({ match: [words], place }) =>
      messageAt(place, `Unexpected “${words}”: expected its name.`, 'Porto'),
    ),
});
