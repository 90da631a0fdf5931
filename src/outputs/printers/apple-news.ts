import { changedAt, instantOf } from '../../metadata/instant.ts';
import { toAppleNews } from '../../renderings/apple-news.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy, options, address) => {
  const { story } = copy;
  const published = instantOf(story.published, options.timeZone);
  const changed = changedAt(story, options.timeZone);
  return JSON.stringify(toAppleNews(copy, { published, changed }, options, address));
};
