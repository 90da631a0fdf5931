/** A feed, before it takes a format. */
export interface Feed {
  title: string;
  description: string;
  lang: string;
  /** The newsroom. */
  publisher: string;
  /** The page that it is the feed of. */
  home: string;
  /** Its own address. */
  self: string;
  /** The address of the style sheet for people who open it. */
  style: string;
  /** The address of the newsroom’s mark, a square PNG. */
  icon?: string;
  /** The address of a hub that tells readers of changes (W3C, WebSub). */
  hub?: string;
  /** The newest first. */
  items: FeedItem[];
}

/** A story in a feed. */
export interface FeedItem {
  /** The address of its page, which is also its id: it never changes. */
  url: string;
  title: string;
  summary: string;
  /** The whole story, with its credit. */
  html: string;
  lang: string;
  authors: { name: string; url?: string | undefined }[];
  topics: { id: string; name: string }[];
  published: Date;
  updated: Date;
  licence?: { name: string; url?: string | undefined };
  picture?: FeedPicture;
}

/** The picture of a story: by its full address, with its size in pixels. */
export interface FeedPicture {
  src: string;
  width: number;
  height: number;
  alt: string;
}

/** When anything in it last changed: never the time of the build, so that a feed without news stays as it is. */
export const updatedOf = ({ items }: Feed): Date =>
  new Date(Math.max(...items.map(({ updated }) => updated.valueOf())));
