import type { Options } from '../options.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

/** The credit of a story: “The post {headline} appeared first on {newsroom}.” */
export interface Credit {
  headline: string;
  headlineUrl?: string | undefined;
  newsroom: string;
  newsroomUrl?: string | undefined;
  /** Whether another newsroom published the story first. */
  isRepublished: boolean;
}

/** Whom a copy of the story has to credit: the newsroom, or whoever published it first. */
export function creditOf(story: Story, { name }: Options, address: AddressStyle): Credit {
  const { headline, firstPublished } = story;
  if (!firstPublished) {
    return { headline, headlineUrl: addressOf(pages.story(story), address), newsroom: name, newsroomUrl: addressOf(pages.front, address), isRepublished: false };
  }
  const { outlet, headline: first, url } = firstPublished;
  return { headline: first, headlineUrl: url, newsroom: outlet.name, newsroomUrl: outlet.url, isRepublished: true };
}
