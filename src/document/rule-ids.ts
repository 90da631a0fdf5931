/**
 * The names of all rules but the desk’s own, by which a writer finds how to mend a mistake:
 * `docs/writers/messages.md` has a section for each, and a test holds the two against each other.
 */
export const ruleIds = [
  'address-free',
  'author-exists',
  'component-known',
  'correction-kept',
  'file-exists',
  'frontmatter',
  'html-allowed',
  'id-once',
  'image-exists',
  'image-local',
  'key-known',
  'key-once',
  'key-required',
  'link-safe',
  'mdx-syntax',
  'name-known',
  'nesting',
  'note-exists',
  'outlet-exists',
  'person-exists',
  'program',
  'prop-known',
  'prop-once',
  'prop-required',
  'prop-valid',
  'rule-exists',
  'source-alive',
  'source-archived',
  'source-cited',
  'source-exists',
  'story-exists',
  'term-exists',
  'topic-exists',
  'translation',
  'value-valid',
  'yaml-syntax',
] as const;

export type RuleId = (typeof ruleIds)[number];
