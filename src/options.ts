import { z } from 'astro/zod';
import { accent } from './schema/colour.ts';
import { fediverseAccount, language, plainDay, text, webAddress } from './schema/fields.ts';
import { headTagSchema } from './schema/head-tag.ts';
import { mailSystems } from './schema/mail-system.ts';
import type { MailSystem } from './schema/mail-system.ts';
import { newsroomLicenceSchema } from './schema/licence.ts';
import { looks } from './schema/looks.ts';
import { trustSchema } from './schema/trust.ts';
import { translations } from './schema/translations.ts';
import { sitePages, storyOutputs } from './schema/without.ts';

const timeZones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** The digits in which news is written, by their names in the Unicode CLDR. */
const digits =
  'arab arabext beng deva gujr guru hanidec khmr knda laoo latn mlym mymr orya tamldec telu thai tibt'.split(' ');

const permalinks = 'a pattern with :slug, such as /:slug/ or /:year/:month/:slug/';

const creditLines = 'a line with {headline} and {newsroom}';

const font = z.strictObject({
  name: text('the name of the font').describe('The name of the font.'),
  files: z
    .array(text('the path of a font file'), 'a list of font files')
    .min(1, 'at least one font file')
    .describe('Its files, from the root of the site.'),
});

const destination = text('an address such as /topics/ or https://example.org/').regex(
  /^(\/(?!\/)|https?:\/\/)\S*$/,
  'an address such as /topics/ or https://example.org/',
);

/** The newsroom's settings: the argument of `nutgraf()` in `astro.config.mjs`. */
export const optionsSchema = z.strictObject({
  name: text('the name of the newsroom').describe('The name of the newsroom.'),
  tagline: text('one sentence').optional().describe('One sentence on what it does, at the foot of each page.'),
  translations: translations({ name: text('the name of the newsroom'), tagline: text('one sentence') }),
  logo: text('the path of a picture').optional().describe('The path of its logo, from the root of the site.'),
  logoDark: text('the path of a picture')
    .optional()
    .describe('The logo on a dark background, where it is another one.'),
  icon: text('the path of a picture')
    .optional()
    .describe(
      'The path of its mark, a square drawing or picture, from the root of the site: icons in browsers, on phones and in feed readers are made of it.',
    ),
  look: z
    .enum(looks)
    .default('daily')
    .describe('How its pages look as a whole: like a daily, a magazine or a public broadcaster.'),
  accent: accent('light').optional().describe('The colour of links and marks, where it is not that of the look.'),
  accentDark: accent('dark')
    .optional()
    .describe('That colour on a dark background; without it, the nearest that can be read.'),
  fonts: z
    .strictObject({
      text: font.optional().describe('The font of the text.'),
      heading: font.optional().describe('The font of headlines and headings.'),
    })
    .optional()
    .describe('Fonts, from files of the site.'),
  fediverse: fediverseAccount()
    .optional()
    .describe('Its account in the fediverse, which Mastodon names below links to it.'),
  accounts: z.array(webAddress(), 'a list of web addresses').default([]).describe('Its accounts elsewhere.'),
  head: z
    .array(headTagSchema, 'a list of tags')
    .default([])
    .describe('Tags for the head of pages, such as those of statistics; lite pages and copies never have them.'),
  navigation: z
    .array(z.strictObject({ label: text('the words of the link'), to: destination }), 'a list of links')
    .optional()
    .describe('The links at the head of each page, where they are not ours.'),
  lang: language().default('en').describe('The language of the site.'),
  calendars: z
    .record(language(), z.enum(Intl.supportedValuesOf('calendar')), 'languages, each with a calendar')
    .default({})
    .describe('The calendar of dates by language, where it is not the usual one: { fa: "gregory" }.'),
  digits: z
    .record(language(), z.enum(digits), 'languages, each with its digits')
    .default({})
    .describe('The digits by language, where they are not the usual ones: { ar: "arab", fa: "latn" }.'),
  timeZone: z
    .string('a time zone such as America/Bogota')
    .refine((zone) => timeZones.has(zone), 'a time zone such as America/Bogota')
    .default('UTC')
    .describe('The zone in which times are shown.'),
  prefix: z
    .string('a path such as /explainers/')
    .regex(/^\/([\w-]+\/?)*$/, 'a path such as /explainers/')
    .default('/')
    .describe('Where its pages begin, beside a site that there is.'),
  permalink: z
    .string(permalinks)
    .regex(/^(?=.*:slug)(\/(:(slug|year|month|day)|[\w-])+)+\/?$/, permalinks)
    .default('/:slug/')
    .describe(
      'The address of a story: :slug is the name of its file; :year, :month and :day are those of its own date.',
    ),
  content: text('a folder').default('./content').describe('The folder of stories and registries.'),
  components: text('a folder').default('./src/nutgraf').describe('The folder of the newsroom’s own components.'),
  programs: z
    .boolean()
    .default(false)
    .describe('Whether stories may import and compute: then whoever writes one runs code where the site is built.'),
  desk: z
    .record(z.string(), z.enum(['off', 'warning', 'error']))
    .default({})
    .describe('How much the desk’s rules count in `check`, by name: off, warning or error.'),
  schemeSwitch: z.boolean().default(false).describe('Whether readers may choose between light and dark themselves.'),
  share: z.boolean().default(false).describe('Whether a story can be sent by the share sheet of the reader’s system.'),
  archive: z
    .strictObject({ before: plainDay().describe('The day before which a story was published.') })
    .optional()
    .describe(
      'Stories that a build leaves to the server of the site’s adapter, which draws them when they are asked for.',
    ),
  search: z.boolean().default(true).describe('Whether the site has a search, at /search/.'),
  guide: z
    .boolean()
    .default(true)
    .describe('Whether the site has a page, /guide/, that shows writers every component.'),
  without: z
    .array(z.enum([...sitePages, ...storyOutputs]), 'a list of pages and outputs')
    .default([])
    .describe(
      'Pages and outputs that the site does without: nothing leads to them. Those at an address where it has a page of its own need no mention.',
    ),
  credit: z
    .record(
      language(),
      z.string(creditLines).regex(/^(?=.*\{headline\})(?=.*\{newsroom\})/s, creditLines),
      'languages, each with a credit line',
    )
    .default({})
    .describe(
      'The line that travels with every copy, by language: “The post {headline} appeared first on {newsroom}.”',
    ),
  feeds: z
    .array(
      z.strictObject({
        name: text('a name').describe('Its name; its address is made of it: /feeds/partner-wire/rss.xml.'),
        topics: z
          .array(text('the id of a topic'), 'a list of topics')
          .default([])
          .describe('Only stories on one of these; all where there are none.'),
        images: z.boolean().default(true).describe('Whether it has pictures.'),
        limit: z
          .number('a number of stories')
          .int('a whole number')
          .positive('a number of stories')
          .default(20)
          .describe('How many stories it has at the most.'),
      }),
      'a list of feeds',
    )
    .default([])
    .describe('Feeds for partners, besides those that there are for the site, each topic, author and language.'),
  newsletter: z
    .strictObject({
      system: z
        .enum(Object.keys(mailSystems) as [MailSystem, ...MailSystem[]])
        .optional()
        .describe('The program that sends it, which fills in for each reader how to get no more letters.'),
      address: text('an address by mail')
        .optional()
        .describe('The newsroom’s address by mail, which many countries ask for in a newsletter.'),
    })
    .optional()
    .describe(
      'Newsletters: then each story has one as text, too, and the stories of a week have one, at /newsletters/.',
    ),
  platforms: z
    .strictObject({
      appleNews: z
        .boolean()
        .default(false)
        .describe('Apple News: each story as an article in its format, /<story>/apple-news.json.'),
      smartNews: z
        .strictObject({
          logo: webAddress().describe('The address of the logo, a PNG of at most 700 × 100 pixels.'),
          logoDark: webAddress().optional().describe('The logo on a dark background.'),
        })
        .optional()
        .describe('SmartNews: a feed in its format, /smartnews.xml.'),
    })
    .optional()
    .describe('Programs that show stories of many newsrooms, and take them in formats of their own.'),
  hub: webAddress().optional().describe('A hub that tells feed readers of changes (WebSub).'),
  image: z
    .string('an address such as /card.png')
    .regex(/^(\/(?!\/)|https?:\/\/)/, 'an address such as /card.png')
    .optional()
    .describe(
      'The picture that is shown with links to a page without a picture of its own, 1,200 × 630 pixels; for example a file in public/. Without it, a card of name and tagline is made.',
    ),
  aiCrawlers: z
    .enum(['allow', 'no-training', 'forbid'])
    .optional()
    .describe(
      'What robots.txt and trust.txt say to crawlers of AI services: allow, only to answer with a link (no-training), or nothing at all (forbid).',
    ),
  rsl: webAddress()
    .optional()
    .describe(
      'The address of its licence for machines (RSL 1.0), where it is not the one that is made of “aiCrawlers” and “licence”.',
    ),
  security: z
    .strictObject({
      contact: z
        .array(
          z
            .string('an address such as mailto:security@example.org')
            .regex(/^(mailto:|tel:|https:\/\/)\S+$/, 'an address such as mailto:security@example.org'),
          'a list of addresses',
        )
        .min(1, 'at least one address')
        .describe('Where to report a weakness of the site: addresses of mail, telephone or web, the best first.'),
      expires: plainDay().describe('The day after which this is not to be relied on; less than a year from now.'),
      policy: webAddress().optional().describe('The page on how reports are dealt with.'),
      encryption: webAddress().optional().describe('The key for encrypted reports.'),
    })
    .optional()
    .describe('Whom to tell of a weakness of the site: security.txt (RFC 9116).'),
  trust: trustSchema.optional().describe('Whom it belongs to and what it controls, for trust.txt.'),
  keys: z
    .array(
      z.strictObject({
        publicKey: z
          .string('a public key, as “nutgraf keys” prints it')
          .regex(/^[\w-]{43}$/, 'a public key, as “nutgraf keys” prints it')
          .describe('The key itself.'),
        since: plainDay().describe('The day from which on it signs.'),
        until: plainDay().optional().describe('The day on which it was given up.'),
      }),
      'a list of public keys',
    )
    .default([])
    .describe('The keys by which others can check its records of stories, the former ones too.'),
  licence: newsroomLicenceSchema.optional().describe('The terms under which others may copy its stories.'),
});

/** Settings as a newsroom writes them. */
export type NutgrafOptions = z.input<typeof optionsSchema>;

/** Settings with every default filled in. */
export type Options = z.output<typeof optionsSchema> & {
  /** Of `image`, in pixels, where that is a file of the site; known to pages alone. */
  imageSize?: { width: number; height: number };
};
