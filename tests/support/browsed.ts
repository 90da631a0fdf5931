import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { serve } from './serve.ts';
import { makeSite } from './site.ts';
import type { Site } from './site.ts';

/** A site that was built and is served, and a browser to open it with. */
export interface Browsed {
  site: Site;
  browser: Browser;
  /** Where the site begins, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** @throws what a build says that fails. */
export async function browse(files: Record<string, string>): Promise<Browsed> {
  const site = makeSite(files);
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  const [server, browser] = await Promise.all([serve(`${site.root}/dist`), launchBrowser()]);
  return {
    site,
    browser,
    url: server.url,
    async close() {
      await browser.close();
      await server.close();
      site.dispose();
    },
  };
}
