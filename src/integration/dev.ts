import { posix, sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { reloadOpenPages } from '../astro/open-pages.ts';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { formatMessage, summarise } from '../document/reporter.ts';
import { idOf } from '../newsroom/files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { isStoryAt } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { LEDGER } from '../stories/ledger.ts';
import { contentError } from './error.ts';

/** So long a dev server waits for another change before it tells of one. */
const MILLISECONDS = 50;

/** What there is to say about a newsroom while it is edited: kept until something in it changes. */
export class Watch {
  readonly #newsroom: Newsroom;
  readonly #isLoaded: () => boolean;
  readonly #isShown: (id: string) => boolean;
  /** Whether files came or went since the newsroom’s folder was looked over. */
  #isStale = true;
  /** Every page that is asked for asks for it, too. */
  #current: readonly Message[] | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tell: ((messages: readonly Message[]) => void) | undefined;

  /**
   * @param isLoaded before all is loaded, an outlet that is there may look as if it were not.
   * @param isShown whether a story, by its id, has a version that was right, which its page shows meanwhile.
   */
  constructor(newsroom: Newsroom, isLoaded: () => boolean, isShown: (id: string) => boolean) {
    this.#newsroom = newsroom;
    this.#isLoaded = isLoaded;
    this.#isShown = isShown;
  }

  /** Looks over the newsroom’s folder, unless nothing came or went since. */
  survey(): void {
    if (this.#isStale) this.#newsroom.survey();
    this.#isStale = false;
  }

  /** All that there is to say now; nothing before all is loaded. */
  messages(): readonly Message[] {
    return this.#isLoaded() ? (this.#current ??= this.#newsroom.messages()) : [];
  }

  /** Something was read: it is told of soon. */
  changed(): void {
    this.#current = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), MILLISECONDS);
    this.#timer.unref();
  }

  /**
   * Tells of messages in the terminal, and in the overlay of pages that cannot be shown.
   *
   * @param before called each time, first.
   */
  serve(
    server: ViteDevServer,
    root: URL,
    address: AddressStyle,
    logger: AstroIntegrationLogger,
    before: () => void,
  ): void {
    const report = messageReporter(server, logger);
    this.#tell = (messages) => {
      before();
      report(messages);
    };
    showInOverlay(server, root, (path) => {
      const errors = this.messages().filter((one) => isError(one) && this.#concerns(one, path, address));
      // Its last good version stays, with its messages before it: `browser/last-good.ts`.
      return errors.every(({ file }) => this.#isShown(this.#storyOf(file) ?? '')) ? [] : errors;
    });
    server.watcher.on('all', (event, path) => {
      if (!path.startsWith(this.#newsroom.content + sep)) return;
      this.#isStale ||= event !== 'change';
      if (!/\.(mdx|ya?ml)$/.test(path)) this.#newsroom.picturesChanged();
      this.changed();
    });
  }

  async #look(): Promise<void> {
    if (!this.#isLoaded()) return;
    this.survey();
    if (await this.#newsroom.lookAtPictures()) this.#current = undefined;
    this.#tell?.(this.messages());
  }

  /** Whether a message keeps the page at a path from being right: its story’s, or anything in a registry. */
  #concerns({ file }: Message, path: string, address: AddressStyle): boolean {
    // What was published and is missing keeps no page that is there from being right.
    if (file.startsWith(this.#folder(LEDGER))) return false;
    const story = this.#storyOf(file);
    return story === undefined || isStoryAt(path, story, address);
  }

  /** The id of the story whose file it is. */
  #storyOf(file: string): string | undefined {
    const folder = this.#folder('explainers');
    return file.startsWith(folder) ? idOf(file.slice(folder.length)) : undefined;
  }

  #folder(name: string): string {
    return `${posix.join(this.#newsroom.options.content, name)}/`;
  }
}

/**
 * Shows errors where a page would be, in Astro’s overlay, until the file is mended.
 * Other pages stay as they are: a colleague’s open draft is no reason to stop.
 *
 * @param errorsAt what keeps the page at a path from being shown.
 */
function showInOverlay(server: ViteDevServer, root: URL, errorsAt: (path: string) => Message[]): void {
  server.middlewares.use((request, _response, next) => {
    const isPage = request.headers.accept?.includes('text/html');
    const errors = isPage ? errorsAt(new URL(request.url ?? '/', 'http://localhost').pathname) : [];
    next(errors.length ? contentError(errors, root) : undefined);
  });
}

/** Tells of changed messages in the terminal; open pages, and the overlay over them, follow each change. */
function messageReporter(
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): (messages: readonly Message[]) => void {
  let told: string | undefined;
  return (messages) => {
    const report = messages.map(formatMessage).join('\n');
    if (told !== undefined) reloadOpenPages(server);
    if (report === told) return;
    if (messages.length) logger[messages.some(isError) ? 'error' : 'warn'](`${summarise(messages)}\n\n${report}\n`);
    else logger.info('All stories are in order.');
    told = report;
  };
}
