import { x } from 'xastscript';
import type { Options } from '../options.ts';
import { toXml } from './xml.ts';

/** What robots.txt says to programs that learn and answer, in the words of RSL 1.0 (rslstandard.org/rsl, 3.5). */
const usages: Record<NonNullable<Options['aiCrawlers']>, { permits?: string; prohibits?: string }> = {
  allow: { permits: 'search ai-all' },
  'no-training': { permits: 'search ai-index ai-input', prohibits: 'ai-train' },
  forbid: { permits: 'search', prohibits: 'ai-all' },
};

/** The licence of the site for machines (RSL 1.0): what they may do, and that credit is what it costs. */
export function toRsl({ aiCrawlers = 'allow', licence }: Pick<Options, 'aiCrawlers' | 'licence'>): string {
  const { permits, prohibits } = usages[aiCrawlers];
  return toXml(
    x('rsl', { xmlns: 'https://rslstandard.org/rsl' }, [
      x('content', { url: '/' }, [
        x('license', [
          ...(permits ? [x('permits', { type: 'usage' }, permits)] : []),
          ...(prohibits ? [x('prohibits', { type: 'usage' }, prohibits)] : []),
          x('payment', { type: 'attribution' }, [...(licence?.url ? [x('standard', licence.url)] : [])]),
        ]),
      ]),
    ]),
  );
}
