/** How the pages of a site look as a whole; apart from what each is made of, for what makes newsrooms by itself. */
export const looks = ['daily', 'magazine', 'broadcaster'] as const;

export type Look = (typeof looks)[number];
