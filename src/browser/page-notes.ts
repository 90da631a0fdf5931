import type { MessageJson } from '../document/message.ts';

/** What the server says of the story of a page; in dev alone. */
export interface PageNotes {
  /** The page that was asked for. */
  path: string;
  /** The story’s file, as messages name it; nothing on a page that is none. */
  file?: string;
  /** Where that is on this machine. */
  place?: string;
  messages?: MessageJson[];
  /** What is made of it, and what may be. */
  outputs?: { what: string; href: string }[];
}

/** By these names the toolbar asks in dev, and is answered. */
export const ASK = 'nutgraf:ask';
export const NOTES = 'nutgraf:notes';
