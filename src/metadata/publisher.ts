import type { Options } from '../options.ts';
import { addressOf, pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Publisher } from './article.ts';
import { newsroomId } from './ids.ts';

/** A picture with its path and its size in pixels. */
export interface Logo {
  src: string;
  width: number;
  height: number;
}

/** What schema.org calls the policies of a newsroom, by the names of their files in `content/policies/`. */
const policyProperties: Readonly<Record<string, string>> = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  ownership: 'ownershipFundingInfo',
  'unnamed-sources': 'unnamedSourcesPolicy',
  diversity: 'diversityPolicy',
  'fact-checking': 'verificationFactCheckingPolicy',
  feedback: 'actionableFeedbackPolicy',
  mission: 'missionCoveragePrioritiesPolicy',
  masthead: 'masthead',
  bylines: 'noBylinesPolicy',
};

/** The newsroom as schema.org has it, with its logo or its mark. @param policies the ids of its policies. */
export function publisherOf(
  { name, accounts, icon }: Options,
  address: AddressStyle,
  logo?: Logo,
  policies: readonly string[] = [],
): Publisher {
  const url = addressOf(pages.front, address);
  const mark = logo?.src ?? (icon && pathOf(pages.icon(512), address));
  const known = policies
    .filter((id) => Object.hasOwn(policyProperties, id))
    .map((id) => [policyProperties[id], addressOf(pages.policy(id), address)]);
  return {
    '@type': 'NewsMediaOrganization',
    ...newsroomId(address),
    name,
    ...(url && { url }),
    ...(url &&
      mark && {
        logo: { '@type': 'ImageObject', url: new URL(mark, url).href },
      }),
    ...(accounts.length && { sameAs: accounts }),
    ...(url && (Object.fromEntries(known) as Record<string, string>)),
    ...(url &&
      policies.length &&
      !policies.includes('principles') && { publishingPrinciples: addressOf(pages.policies, address) }),
  };
}
