/** Of so many stories what is made for all of their outputs is kept: those that are under way, and some to spare. */
export const RECENT = 8;

/**
 * What was made of the last few things, so that it is made once while it is in use, and a large archive does not stay
 * in memory. Whoever gets it must not change it: others have the same.
 *
 * @param most how many are kept; what was not asked for the longest goes first.
 */
export function recent<Of, Value>(most: number, make: (of: Of) => Value): (of: Of) => Value {
  const made = new Map<Of, Value>();
  return (of) => {
    const value = made.has(of) ? (made.get(of) as Value) : make(of);
    made.delete(of);
    made.set(of, value);
    for (const oldest of made.keys()) {
      if (made.size <= most) break;
      made.delete(oldest);
    }
    return value;
  };
}

/** What was made of each thing, for as long as the thing itself is there. */
export function remembering<Of extends object, Value>(make: (of: Of) => Value): (of: Of) => Value {
  const made = new WeakMap<Of, Value>();
  return (of) => {
    if (!made.has(of)) made.set(of, make(of));
    return made.get(of) as Value;
  };
}
