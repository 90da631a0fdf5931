/** One page of a long list. */
export interface PageOfList<Item> {
  /** None for the newest page; the others are numbered from the oldest, which is 1. */
  number?: number;
  items: Item[];
  /** The number of the page with what is older, if there is any. */
  older?: number;
}

/**
 * Cuts a list, the newest first, into pages that stay as they are when something new is put before
 * them: a numbered page is full, and keeps its number and its items. The newest page has what is
 * not yet on a numbered one: at least `size` items where there are so many, less than twice as many.
 */
export function paginate<Item>(
  items: readonly Item[],
  size = 20,
): [newest: PageOfList<Item>, ...older: PageOfList<Item>[]] {
  const full = Math.max(0, Math.floor(items.length / size) - 1);
  const from = items.length - full * size;
  const numbered = Array.from({ length: full }, (_, index): PageOfList<Item> => {
    const number = full - index;
    const start = from + index * size;
    return { number, items: items.slice(start, start + size), ...(number > 1 && { older: number - 1 }) };
  });
  return [{ items: items.slice(0, from), ...(full && { older: full }) }, ...numbered];
}
