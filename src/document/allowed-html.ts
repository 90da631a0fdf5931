/**
 * The HTML that a story may write itself: what Markdown has no sign for. All of it stands in
 * sentences; everything else is a component’s work, so that each output can render it.
 */
export const allowedHtml = new Map<string, readonly string[]>(
  Object.entries({
    a: ['href'],
    abbr: [],
    b: [],
    bdi: [],
    br: [],
    cite: [],
    del: ['datetime'],
    em: [],
    i: [],
    ins: ['datetime'],
    kbd: [],
    mark: [],
    q: ['cite'],
    s: [],
    small: [],
    span: [],
    strong: [],
    sub: [],
    sup: [],
    time: ['datetime'],
    wbr: [],
  }),
);

/** Attributes that each of them may have. */
export const allowedEverywhere = ['lang', 'dir', 'title'];

/** Whether a story may write this element. */
export const isAllowedHtml = (name: string | null): boolean => allowedHtml.has(name ?? '');
