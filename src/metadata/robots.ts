import type { Options } from '../options.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';

/**
 * Crawlers that read in order to train, and names by which search engines are told not to; as their
 * owners name them, late 2026.
 */
const training = [
  'GPTBot',
  'ClaudeBot',
  'anthropic-ai',
  'Google-Extended',
  'Applebot-Extended',
  'CCBot',
  'Bytespider',
  'Meta-ExternalAgent',
  'Amazonbot',
  'cohere-ai',
  'Diffbot',
];

/** Crawlers that read in order to answer, mostly with a link. */
const answering = [
  'OAI-SearchBot',
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'PerplexityBot',
  'Perplexity-User',
  'DuckAssistBot',
  'MistralAI-User',
  'Meta-ExternalFetcher',
];

/**
 * `robots.txt` (RFC 9309), with the licence for machines (RSL 1.0) where there is one.
 *
 * @param addresses of its sitemap, and of the licence that is made of the settings; where they are known.
 */
export function robotsOf(
  { aiCrawlers, rsl: given }: Pick<Options, 'aiCrawlers' | 'rsl'>,
  { sitemap, rsl = given }: { sitemap?: string | undefined; rsl?: string | undefined } = {},
): string {
  const forbidden =
    aiCrawlers === 'forbid' ? [...training, ...answering] : aiCrawlers === 'no-training' ? training : [];
  const groups = [
    ...(rsl ? [`License: ${rsl}`] : []),
    ...(forbidden.length ? [[...forbidden.map((name) => `User-agent: ${name}`), 'Disallow: /'].join('\n')] : []),
    'User-agent: *\nAllow: /',
    ...(sitemap ? [`Sitemap: ${sitemap}`] : []),
  ];
  return `${groups.join('\n\n')}\n`;
}

/** `security.txt` (RFC 9116): whom to tell of a weakness of the site. */
export function securityOf({ security, lang }: Pick<Options, 'security' | 'lang'>, address: AddressStyle): string {
  const { contact = [], expires = '', policy, encryption } = security ?? {};
  const canonical = addressOf(pages.security, address);
  return [
    ...contact.map((one) => `Contact: ${one}`),
    `Expires: ${expires}T23:59:59Z`,
    ...(encryption ? [`Encryption: ${encryption}`] : []),
    `Preferred-Languages: ${[...new Set([lang, 'en'])].join(', ')}`,
    ...(canonical ? [`Canonical: ${canonical}`] : []),
    ...(policy ? [`Policy: ${policy}`] : []),
  ]
    .join('\n')
    .concat('\n');
}

/**
 * `trust.txt` (JournalList’s specification): what is set of whom it belongs to, and whether machines
 * may learn from it.
 */
export function trustOf({ name, trust, aiCrawlers }: Pick<Options, 'name' | 'trust' | 'aiCrawlers'>): string {
  const lines = Object.entries(trust ?? {}).flatMap(([attribute, values]) =>
    values.map((value) => `${attribute}=${value.replace(/\s+/g, ' ')}`),
  );
  return [
    `# ${name}`,
    ...lines,
    ...(aiCrawlers ? [`datatrainingallowed=${aiCrawlers === 'allow' ? 'yes' : 'no'}`] : []),
  ]
    .join('\n')
    .concat('\n');
}
