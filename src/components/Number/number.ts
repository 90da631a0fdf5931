/** A value with its unit, in one piece so that they are read and copied together; signs such as % follow at once. */
export const measureOf = (value: string, unit: string | undefined): string => {
  if (!unit) return value;
  return /^[\p{L}]/u.test(unit) ? `${value}\u00A0${unit}` : `${value}${unit}`;
};
