import { z } from 'astro/zod';

/** The groups of pages of which a newsroom may say that a tag is for them alone. */
const pageGroups = ['stories', 'fronts', 'others'] as const;

export type PageGroup = (typeof pageGroups)[number];

const origin = 'the origin of a host such as https://stats.example.org';

const origins = z.array(z.string(origin).regex(/^https:\/\/[\w.*-]+(:\d+)?$/, origin), 'a list of hosts');

const attributeName = 'the name of an attribute, none that runs code';

/** A tag of the newsroom’s own in the head of pages. Lite pages and copies never have it. */
export const headTagSchema = z
  .strictObject({
    tag: z.enum(['meta', 'link', 'script']).describe('The element.'),
    attributes: z
      .record(z.string().regex(/^(?!on)[a-z][a-z0-9:-]*$/, attributeName), z.union([z.string(), z.literal(true)]))
      .default({})
      .describe('Its attributes; true for one without a value.'),
    content: z.string('the text of a script').optional().describe('The code of a script that stands in the page.'),
    pages: z
      .array(z.enum(pageGroups), `a list of ${pageGroups.join(', ')}`)
      .optional()
      .describe('Only pages of these groups: stories, fronts (front pages and those of languages), others.'),
    hosts: origins
      .default([])
      .describe('Hosts that it loads from or sends to: the policy of the page allows no other.'),
  })
  // It would end the element (HTML Standard, restrictions for contents of script elements).
  .refine(({ content = '' }) => !/<(\/script|!--)/i.test(content), {
    path: ['content'],
    error: 'a script without “</script” and “<!--” in it',
  })
  .refine(({ tag, content }) => tag === 'script' || content === undefined, {
    path: ['content'],
    error: 'it on a script alone',
  });

export type HeadTag = z.infer<typeof headTagSchema>;
