/** The calendar and the digits that a newsroom chose for a language, by their names in the Unicode CLDR. */
export interface LocaleChoice {
  calendars: Readonly<Record<string, string>>;
  digits: Readonly<Record<string, string>>;
}

/** Written into the code of pages by the integration, as are the newsroom’s own words. Not there in Node. */
declare const NUTGRAF_LOCALES: LocaleChoice | undefined;

let chosen: LocaleChoice = (typeof NUTGRAF_LOCALES === 'undefined' ? undefined : NUTGRAF_LOCALES) ?? {
  calendars: {},
  digits: {},
};

/** Takes a newsroom’s choice; whatever is written from now on has it. */
export function useLocales(choice: LocaleChoice): void {
  chosen = choice;
}

/** What pages need to know of it. */
export const choiceOf = ({ calendars, digits }: LocaleChoice): LocaleChoice => ({ calendars, digits });

/**
 * What dates and numbers are written by: a language with the calendar and the digits that were chosen for it, or for it
 * without its region (BCP 47, extension U: `fa-u-ca-gregory-nu-latn`). A tag that says so itself stays.
 */
export function localeFor(lang: string): string {
  if (lang.includes('-u-')) return lang;
  const chosenOf = (choice: Readonly<Record<string, string>>) => choice[lang] ?? choice[lang.replace(/-.*/, '')];
  const [calendar, digits] = [chosenOf(chosen.calendars), chosenOf(chosen.digits)];
  if (!calendar && !digits) return lang;
  return `${lang}-u${calendar ? `-ca-${calendar}` : ''}${digits ? `-nu-${digits}` : ''}`;
}
