import { z } from 'astro/zod';
import { partialDate, picture, reference, text } from '../schema/fields.ts';

/**
 * What a component is for the rest of the program, whatever its name. A newsroom’s own component
 * is treated like one of ours that has the same role.
 */
export const roles = [
  /** Cites a source in a sentence. The desk reads it as the name of its source; messages tell writers to type it. */
  'badge',
  /** Tells why the story matters: the desk asks for it, and JSON-LD has it as `abstract`. */
  'nutGraf',
  /** Tells how the story was reported: JSON-LD has it as `backstory`. */
  'backstory',
  /** A sentence that somebody asserts, with what is known of it: JSON-LD has a ClaimReview of it. */
  'claim',
  /** What one speaker said: it stands on the page of that person, and the desk takes it for an answer. */
  'statement',
  /** Who was asked for comment, and what they answered: the desk asks for it where somebody is accused. */
  'response',
  /** Somebody else’s words, word for word: the desk’s rules on a newsroom’s own words leave them alone. */
  'quotation',
  /** Somebody’s post on a platform, with its source: like a quotation. An import makes one of what a text embeds. */
  'post',
  /** One view of the question, and whose it is: the desk takes that person for the source of what stands in it. */
  'view',
  /** Figures with a source of their own: the desk asks for no other one. */
  'figures',
  /** A picture and who made it: cards and kits show it or leave it out by its rights. */
  'picture',
  /** One thing that is still to come: the desk tells when its date has passed. */
  'step',
  /** What is not known: the desk tells when nobody has looked at it for long. */
  'unknowns',
  /** The story in points: the desk looks there for the answer to a question in the headline. */
  'points',
  /** Readers’ questions with answers from the story: the desk asks for no source in it. */
  'questions',
] as const;

export type Role = (typeof roles)[number];

/** Those of components that are nothing without words in them. */
export const sayingRoles: readonly Role[] = ['nutGraf', 'backstory', 'claim', 'statement', 'quotation', 'view', 'step'];

/** The props that others read of a component with a role. A contract that names the role has to have them. */
export const roleProps = {
  badge: z.object({ id: reference('sources') }),
  claim: z.object({ status: z.enum(['confirmed', 'disputed', 'unverified', 'false']) }),
  statement: z.object({ by: reference('people'), source: reference('sources') }),
  response: z.object({ by: reference('people') }),
  figures: z.object({ source: reference('sources') }),
  post: z.object({ source: reference('sources') }),
  picture: z.object({
    src: picture(),
    alt: text('what the picture shows, in a sentence'),
    credit: text('who made the picture'),
    rights: z.enum(['ours', 'licensed', 'no-copies']),
  }),
  step: z.object({ date: partialDate().optional() }),
} satisfies Partial<Record<Role, z.ZodObject>>;

/** The props of each role that has some, as they are read. */
export type RoleProps = { [Name in keyof typeof roleProps]: z.infer<(typeof roleProps)[Name]> };
