import { describe, expect, test, vi } from 'vitest';
import { datesIn, daysIn, weekdayOf, yearsIn } from '../../src/desk/facts/dates.ts';
import { mayBePerson, nameFactsIn } from '../../src/desk/facts/names.ts';
import { agree, haveCommon, numbersIn, readDigits, stemsOf } from '../../src/desk/facts/numbers.ts';
import type { NumberFact } from '../../src/desk/facts/numbers.ts';
import { quotesIn } from '../../src/desk/facts/quotes.ts';
import { convert, unitOf } from '../../src/desk/facts/units.ts';
import type { Passage } from '../../src/desk/prose.ts';
import { wordsFor } from '../../src/desk/words/index.ts';

/** Of a passage, these facts ask for its text alone. */
const passage = (text: string) => ({ text, quotations: [], ancestors: [] }) as Partial<Passage> as Passage;

const datesOf = (text: string, lang: string, read = datesIn) =>
  read(passage(text), lang).map(({ start, end, text: written, year, month, day, weekday, weekdayText }) => {
    const named = weekday === undefined ? '' : ` ${weekday} ${weekdayText}`;
    return `${start}-${end} ${written} = ${year ?? '?'}-${month}-${day}${named}`;
  });

/** Each with its unit, `~` where it is rough, what it counts, and what stands around it. */
const numbersOf = (text: string, lang: string, read = numbersIn) =>
  read(passage(text), wordsFor(lang)!, lang).map(
    ({ start, end, text: written, value, kind, unit, isRough, counts, around }) =>
      `${start}-${end} ${written} = ${value} ${kind}${unit ? ` ${unit}` : ''}${isRough ? ' ~' : ''} [${counts.join()}] [${around.join()}]`,
  );

const namesOf = (text: string, lang: string, read = nameFactsIn) =>
  read(passage(text), wordsFor(lang)!).map((fact) => {
    const kinds = [fact.isPerson && ' person', fact.isBody && ' body', mayBePerson(fact) && ' maybe'];
    return `${fact.start}-${fact.end} ${fact.text} = ${fact.words.join(' ')}${kinds.filter(Boolean).join('')}`;
  });

type Row = [text: string, lang: string, ...facts: string[]];

const dateRows: Row[] = [
  ['On January 20, 2026, they met.', 'en', '3-19 January 20, 2026 = 2026-1-20'],
  ['On Tuesday, January 20, 2026 they met', 'en', '3-28 Tuesday, January 20, 2026 = 2026-1-20 2 Tuesday'],
  ['Tues., Jan. 20', 'en', '0-14 Tues., Jan. 20 = ?-1-20 2 Tues'],
  ['on 20 January 2026.', 'en', '3-18 20 January 2026 = 2026-1-20'],
  ['the 20th of January, 2026', 'en', '4-25 20th of January, 2026 = 2026-1-20'],
  ['January 20-22, 2026', 'en', '0-19 January 20-22, 2026 = 2026-1-20', '0-19 January 20-22, 2026 = 2026-1-22'],
  ['20 to 22 January 2026', 'en', '0-21 20 to 22 January 2026 = 2026-1-20', '0-21 20 to 22 January 2026 = 2026-1-22'],
  ['January the 3rd', 'en', '0-15 January the 3rd = ?-1-3'],
  ['Sept. 11, 2001', 'en', '0-14 Sept. 11, 2001 = 2001-9-11'],
  ['Febuary 30', 'en', '0-10 Febuary 30 = ?-2-30'],
  ['In January 2026 nothing', 'en'],
  ['May 5:30 pm', 'en'],
  ['March 3.5 million', 'en'],
  ['June 12% of', 'en'],
  ['2026-01-20', 'en', '0-10 2026-01-20 = 2026-1-20'],
  [
    '1/20/2026 or 20/1/2026 or 13/13/2026',
    'en',
    '0-9 1/20/2026 = 2026-1-20',
    '13-22 20/1/2026 = 2026-1-20',
    '26-36 13/13/2026 = 2026-13-13',
  ],
  ['January 20 (a Tuesday)', 'en', '0-10 January 20 = ?-1-20 2 Tuesday'],
  ['January 20, which was a Tuesday.', 'en', '0-10 January 20 = ?-1-20 2 Tuesday'],
  ['January 20 fell on Monday, they say', 'en', '0-10 January 20 = ?-1-20 1 Monday'],
  ['January 20, a Tuesday, was', 'en', '0-10 January 20 = ?-1-20 2 Tuesday'],
  ['Thursday the 5th of March', 'en', '0-25 Thursday the 5th of March = ?-3-5 4 Thursday'],
  ['version 1.2.2026-01', 'en', '8-16 1.2.2026 = 2026-1-2'],
  ['x20 January', 'en'],
  ['December 31st', 'en', '0-13 December 31st = ?-12-31'],
  ['no digits here in May', 'en'],
  ['May 3 and 4', 'en', '0-11 May 3 and 4 = ?-5-3', '0-11 May 3 and 4 = ?-5-4'],
  ['May 3 through 5, 2020', 'en', '0-21 May 3 through 5, 2020 = 2020-5-3', '0-21 May 3 through 5, 2020 = 2020-5-5'],
  ['From 3 May to 5 May 2020', 'en', '5-10 3 May = ?-5-3', '14-24 5 May 2020 = 2020-5-5'],
  ['Weds 4 June', 'en', '0-11 Weds 4 June = ?-6-4 3 Weds'],
  ['el martes 20 de enero de 2026', 'es', '3-29 martes 20 de enero de 2026 = 2026-1-20 2 martes'],
  ['20 de enero', 'es', '0-11 20 de enero = ?-1-20'],
  ['1º de mayo de 1886', 'es', '0-18 1º de mayo de 1886 = 1886-5-1'],
  ['el 3 y 4 de mayo', 'es', '3-16 3 y 4 de mayo = ?-5-3', '3-16 3 y 4 de mayo = ?-5-4'],
  ['03/04/2026', 'es', '0-10 03/04/2026 = 2026-4-3'],
  ['le mardi 20 janvier 2026', 'fr', '3-24 mardi 20 janvier 2026 = 2026-1-20 2 mardi'],
  ['1er mai', 'fr', '0-7 1er mai = ?-5-1'],
  ['terça-feira, 20 de janeiro de 2026', 'pt', '0-34 terça-feira, 20 de janeiro de 2026 = 2026-1-20 2 terça-feira'],
  ['2026年1月20日（火）に', 'ja', '0-13 2026年1月20日（火） = 2026-1-20 2 火'],
  ['1月20日', 'ja', '0-5 1月20日 = ?-1-20'],
  ['2026年1月20日(火曜日)', 'ja', '0-15 2026年1月20日(火曜日) = 2026-1-20 2 火'],
  ['2026/1/20', 'ja'],
  ['20 يناير 2026', 'ar', '0-13 20 يناير 2026 = 2026-1-20'],
  ['الثلاثاء 20 يناير', 'ar', '0-17 الثلاثاء 20 يناير = ?-1-20 2 الثلاثاء'],
  ['20. Januar 2026', 'de'],
  ['20 Januar 2026', 'de', '0-14 20 Januar 2026 = 2026-1-20'],
  [
    'Tues 6 May, Thur 8 May, Thurs 15 May, Weds 14 May',
    'en',
    '0-10 Tues 6 May = ?-5-6 2 Tues',
    '12-22 Thur 8 May = ?-5-8 4 Thur',
    '24-36 Thurs 15 May = ?-5-15 4 Thurs',
    '38-49 Weds 14 May = ?-5-14 3 Weds',
  ],
  ['3/4/2026', 'en', '0-8 3/4/2026 = 2026-3-4'],
  ['3/4/2026', 'en-GB', '0-8 3/4/2026 = 2026-4-3'],
  ['12/12/2026 or 12/13/2026', 'es', '0-10 12/12/2026 = 2026-12-12', '14-24 12/13/2026 = 2026-12-13'],
  ['13/12/2026', 'en', '0-10 13/12/2026 = 2026-12-13'],
  ['Sept 9, Febuary 2', 'es', '0-6 Sept 9 = ?-9-9'],
  ['el sáb., 3 de ene. de 2026', 'es', '3-26 sáb., 3 de ene. de 2026 = 2026-1-3 6 sáb'],
  ['le lun. 5 janv. 2026', 'fr', '3-20 lun. 5 janv. 2026 = 2026-1-5 1 lun'],
  ['May 3, a Sunday; June 4 (Thursday).', 'en', '0-5 May 3 = ?-5-3 0 Sunday', '17-23 June 4 = ?-6-4 4 Thursday'],
  ['January 3 - 5 at 6 pm', 'en', '0-13 January 3 - 5 = ?-1-3', '0-13 January 3 - 5 = ?-1-5'],
  ['On Jan. 3., they', 'en', '3-9 Jan. 3 = ?-1-3'],
  ['5 May', 'en-AU', '0-5 5 May = ?-5-5'],
  ['2026年1月20日と20/1/2026', 'ja', '0-10 2026年1月20日 = 2026-1-20', '11-20 20/1/2026 = 2026-1-20'],
  ['2026年1月20日', 'zh', '0-10 2026年1月20日 = 2026-1-20'],
  ['March 5 to 7 people', 'en', '0-7 March 5 = ?-3-5'],
  ['3 e 5 de maio', 'pt', '0-13 3 e 5 de maio = ?-5-3', '0-13 3 e 5 de maio = ?-5-5'],
  ['3 au 5 mai', 'fr', '0-10 3 au 5 mai = ?-5-3', '0-10 3 au 5 mai = ?-5-5'],
  ['Wednesday, 7 January', 'en', '0-20 Wednesday, 7 January = ?-1-7 3 Wednesday'],
  ['Mon., 5 Jan', 'en', '0-11 Mon., 5 Jan = ?-1-5 1 Mon'],
  ['sat 3 May', 'en', '4-9 3 May = ?-5-3'],
];

test.each(dateRows)('the dates of “%s” (%s)', (text, lang, ...facts) => expect(datesOf(text, lang)).toEqual(facts));

const numberRows: Row[] = [
  ['1,234 people came.', 'en', '0-5 1,234 = 1234 count [peopl,came] [peopl,came]'],
  ['About 12 people were hurt', 'en', '6-8 12 = 12 count ~ [peopl,injur] [peopl,injur]'],
  ['twenty-five ships', 'en', '0-11 twenty-five = 25 count [ship] [ship]'],
  ['two hundred and six bones', 'en', '0-19 two hundred and six = 206 count [bon] [bon]'],
  ['three million dollars', 'en', '0-21 three million dollars = 3000000 money $ [] []'],
  ['$3.5 million for the bridge', 'en', '0-12 $3.5 million = 3500000 money $ [bridg] [bridg]'],
  ['US$40 bn', 'en', '0-8 US$40 bn = 40000000000 money US$ [] []'],
  ['€5,000', 'en', '0-6 €5,000 = 5000 money € [] []'],
  ['40 euros a day', 'en', '0-8 40 euros = 40 money € [day] [day]'],
  ['12% of voters', 'en', '0-3 12% = 12 percent [voter] [voter]'],
  ['12 per cent of voters', 'en', '0-11 12 per cent = 12 percent [voter] [voter]'],
  ['up 3 percentage points', 'en', '3-22 3 percentage points = 3 points [] []'],
  ['a 5-mile road', 'en', '2-8 5-mile = 5 measure mi [road] [road]'],
  ['60 mph limit', 'en', '0-6 60 mph = 60 measure mph [limit] [limit]'],
  ['20 km/h', 'en', '0-7 20 km/h = 20 measure km/h [] []'],
  ['the 20th century', 'en', '4-8 20th = 20 ordinal [centur] [centur]'],
  ['1st place', 'en', '0-3 1st = 1 ordinal [plac] [plac]'],
  ['in 2026', 'en', '3-7 2026 = 2026 year [] []'],
  ['2026 votes', 'en', '0-4 2026 = 2026 year [vot] [vot]'],
  ['5:30 pm', 'en'],
  ['3/4 of it', 'en'],
  ['page 12.', 'en', '5-7 12 = 12 count [] [page]'],
  ['12, 13 and 14', 'en', '0-2 12 = 12 count [] []', '4-6 13 = 13 count [] []', '11-13 14 = 14 count [] []'],
  ['1.5 litres', 'en', '0-3 1.5 = 1.5 count [litr] [litr]'],
  ['12 square miles of land', 'en', '0-15 12 square miles = 12 measure sq mi [land] [land]'],
  ['5 feet tall', 'en', '0-6 5 feet = 5 measure ft [tall] [tall]'],
  ['100°F heat', 'en', '0-5 100°F = 100 measure °F [heat] [heat]'],
  ['A-12 road', 'en'],
  ['no.5', 'en'],
  ['#5', 'en'],
  ['12k runners', 'en', '0-3 12k = 12000 count [runner] [runner]'],
  ['half a dozen eggs', 'en'],
  ['two dozen eggs', 'en', '0-9 two dozen = 24 count [eggs] [eggs]'],
  ['one-third of them', 'en', '0-3 one = 1 count [third] [third]'],
  [
    'nearly 40 million Britons left; 3 stayed',
    'en',
    '7-17 40 million = 40000000 count ~ [briton,left] [briton,left]',
    '32-33 3 = 3 count [stay] [stay]',
  ],
  [
    'more than 3 trucks (and 4 cars)',
    'en',
    '10-11 3 = 3 count ~ [truck] [truck]',
    '24-25 4 = 4 count [cars] [cars,truck]',
  ],
  ['10–12 people', 'en', '0-2 10 = 10 count [] []'],
  ['COVID-19 cases', 'en'],
  [
    '1 000 000 people',
    'en',
    '0-1 1 = 1 count [peopl] [peopl]',
    '2-5 000 = 0 count [peopl] [peopl]',
    '6-9 000 = 0 count [peopl] [peopl]',
  ],
  ['US 40', 'en', '3-5 40 = 40 count [] []'],
  ['$1.2bn', 'en', '0-6 $1.2bn = 1200000000 money $ [] []'],
  ['30 pounds sterling', 'en', '0-18 30 pounds sterling = 30 money £ [] []'],
  ['30 pounds of rice', 'en', '0-9 30 pounds = 30 measure lb [rice] [rice]'],
  ['1.234 personas', 'es', '0-5 1.234 = 1234 count [person] [person]'],
  ['3,5 millones de euros', 'es', '0-21 3,5 millones de euros = 3500000 money € [] []'],
  ['el 12 % de los votantes', 'es', '3-7 12 % = 12 percent [votant] [votant]'],
  ['veinte personas', 'es', '0-6 veinte = 20 count [person] [person]'],
  ['unas 20 casas', 'es', '5-7 20 = 20 count ~ [casa] [casa]'],
  ['2 millones de dólares', 'es', '0-21 2 millones de dólares = 2000000 money $ [] []'],
  ['1 234,5 euros', 'fr', '0-13 1 234,5 euros = 1234.5 money € [] []'],
  ['20 %', 'fr', '0-4 20 % = 20 percent [] []'],
  ['quatre-vingts personnes', 'fr', '0-6 quatre = 4 count [vingt,person] [vingt,person]'],
  ['1.234,5 reais', 'pt', '0-13 1.234,5 reais = 1234.5 money R$ [] []'],
  ['300万人', 'ja', '0-4 300万 = 3000000 count [] []'],
  ['12パーセント', 'ja', '0-7 12パーセント = 12 percent [] []'],
  ['5億円', 'ja', '0-3 5億円 = 500000000 money ¥ [] []'],
  ['3万2千人', 'ja', '0-4 3万2千 = 32000 count [] []'],
  ['12 في المئة', 'ar', '0-11 12 في المئة = 12 percent [] []'],
  ['20 شخصا', 'ar', '0-2 20 = 20 count [شخصا] [شخصا]'],
  ['About 12 old red wooden boats lie here', 'en', '6-8 12 = 12 count ~ [old,red,wooden] [old,red,wooden]'],
  ['He saw it. Many big green heavy stones and 12 boats', 'en', '43-45 12 = 12 count [boat] [boat,green,heavy,ston]'],
  ['about the very old 12 boats', 'en', '19-21 12 = 12 count [boat] [boat,old]'],
  ['around  12 boats', 'en', '8-10 12 = 12 count ~ [boat] [boat]'],
  [
    '11999 people and 20005 boats in 1999',
    'en',
    '0-5 11999 = 11999 count [peopl,boat] [peopl,boat]',
    '17-22 20005 = 20005 count [boat] [boat,peopl]',
    '32-36 1999 = 1999 year [] [peopl,boat]',
  ],
  ['2000 million people', 'en', '0-12 2000 million = 2000000000 count [peopl] [peopl]'],
  ['twenty  five boats', 'en', '0-12 twenty  five = 25 count [boat] [boat]'],
  ['12 two boats', 'en', '0-2 12 = 12 count [boat] [boat]', '3-6 two = 2 count [boat] [boat]'],
  ['12, 13; 14', 'en', '0-2 12 = 12 count [] []', '4-6 13 = 13 count [] []', '8-10 14 = 14 count [] []'],
  [
    'the 3rd and 4th, 5th',
    'en',
    '4-7 3rd = 3 ordinal [] []',
    '12-15 4th = 4 ordinal [] []',
    '17-20 5th = 5 ordinal [] []',
  ],
  [
    '3 million euros, 4 thousand',
    'en',
    '0-15 3 million euros = 3000000 money € [] []',
    '17-27 4 thousand = 4000 count [] [millio,euro]',
  ],
  ['$3m and €4bn', 'en', '0-3 $3m = 3000000 money $ [] []', '8-12 €4bn = 4000000000 money € [] []'],
  ['12 km/h, 12kg', 'en', '0-7 12 km/h = 12 measure km/h [] []', '9-13 12kg = 12 measure kg [] []'],
  ['1º de mayo, 2ª vez', 'es', '0-2 1º = 1 ordinal [mayo] [mayo]', '12-14 2ª = 2 ordinal [vez] [vez,mayo]'],
  ['3 millones de euros', 'es', '0-19 3 millones de euros = 3000000 money € [] []'],
  [
    '1.234 personas y 1.5 metros',
    'es',
    '0-5 1.234 = 1234 count [person] [person]',
    '17-27 1.5 metros = 1.5 measure m [] [person]',
  ],
  ['1.234 people', 'en', '0-5 1.234 = 1.234 count [peopl] [peopl]'],
  ['12人と3万円', 'ja', '0-2 12 = 12 count [] []', '4-7 3万円 = 30000 money ¥ [] []'],
  ['two hundred and six boats', 'en', '0-19 two hundred and six = 206 count [boat] [boat]'],
  ['seven-year', 'en', '0-5 seven = 7 count [year] [year]'],
  ['x12 12x 3-4', 'en', '8-9 3 = 3 count [] []'],
  ['12:30 and 3/4', 'en'],
  [
    'five per cent, 6 percentage points',
    'en',
    '0-13 five per cent = 5 percent [] []',
    '15-34 6 percentage points = 6 points [] [cent]',
  ],
  ['US$ 12 and C$5', 'en', '0-6 US$ 12 = 12 money US$ [] []', '11-14 C$5 = 5 money C$ [] []'],
  ['投票率は40%から50%に', 'ja', '4-7 40% = 40 percent [] [投票率は]', '9-12 50% = 50 percent [] [投票率は]'],
  ['約2千万人', 'ja', '1-4 2千万 = 20000000 count ~ [] []'],
  ['1億2,345万円', 'ja', '0-9 1億2,345万円 = 123450000 money ¥ [] []'],
  ['第3-4回の2024年', 'ja', '1-2 3 = 3 count [] []', '6-10 2024 = 2024 count [] []'],
  ['人は12人と3万円', 'ja', '2-4 12 = 12 count [] []', '6-9 3万円 = 30000 money ¥ [] []'],
  ['1.234,5 personas', 'es', '0-7 1.234,5 = 1234.5 count [person] [person]'],
  ['1,234.5 people', 'en', '0-7 1,234.5 = 1234.5 count [peopl] [peopl]'],
  ['1 234 personnes', 'fr', '0-5 1 234 = 1234 count [person] [person]'],
  [
    '3 million and 2 thousand',
    'en',
    '0-9 3 million = 3000000 count [thousa] [thousa]',
    '14-24 2 thousand = 2000 count [] [millio]',
  ],
];

test.each(numberRows)('the numbers of “%s” (%s)', (text, lang, ...facts) =>
  expect(numbersOf(text, lang)).toEqual(facts),
);

const nameRows: Row[] = [
  ['Mayor Jane Doe met the council.', 'en', '6-14 Jane Doe = jane doe person maybe'],
  ['The bridge. Jane Doe said so.', 'en', '12-20 Jane Doe = jane doe person maybe'],
  ['Dr. John A. Smith, 45, came', 'en', '4-17 John A. Smith = john smith person maybe'],
  ['Smith’s wife left', 'en', '0-5 Smith = smith person maybe'],
  ['Jane Doe’s lawyer', 'en', '0-8 Jane Doe = jane doe person maybe'],
  ['University of Oxford', 'en', '0-10 University = university body', '14-20 Oxford = oxford'],
  ['Oxford University Press', 'en', '0-23 Oxford University Press = oxford university press body'],
  [
    'Ludwig van Beethoven and Simón Bolívar',
    'en',
    '0-20 Ludwig van Beethoven = ludwig van beethoven maybe',
    '25-38 Simón Bolívar = simon bolivar maybe',
  ],
  ['Jean-Luc O’Neill said', 'en', '0-16 Jean-Luc O’Neill = jeanluc oneill person maybe'],
  ['President Petro', 'en', '10-15 Petro = petro person maybe'],
  ['The Hague', 'en', '4-9 Hague = hague'],
  ['HE WAS VERY VERY VERY VERY VERY VERY TIRED', 'en', '37-42 TIRED = tired'],
  ['I met J. R. Smith. Then Bob Jones left.', 'en', '6-17 J. R. Smith = smith', '24-33 Bob Jones = bob jones maybe'],
  ['@Jane and #Doe and x.Doe', 'en'],
  ['Jane Doe, the mayor, said', 'en', '0-8 Jane Doe = jane doe person maybe'],
  ['Jane Doe, a lawyer', 'en', '0-8 Jane Doe = jane doe person maybe'],
  ['Monday Night', 'en', '0-12 Monday Night = monday night body'],
  ['Gov. Jane Doe', 'en', '5-13 Jane Doe = jane doe person maybe'],
  ['Jane', 'en', '0-4 Jane = jane'],
  ['A Jane', 'en', '2-6 Jane = jane'],
  ['Jane Doe told him', 'en', '0-8 Jane Doe = jane doe person maybe'],
  ['Jane Doe recently said', 'en', '0-8 Jane Doe = jane doe person maybe'],
  ['Jane Doe who said', 'en', '0-8 Jane Doe = jane doe person maybe'],
  ['Doe & Sons', 'en', '0-3 Doe = doe', '6-10 Sons = sons'],
  ['Nicolás Maduro Moros', 'en', '0-20 Nicolás Maduro Moros = nicolas maduro moros maybe'],
  ['U.S. Senator Bob Menendez', 'en', '13-25 Bob Menendez = bob menendez person maybe'],
  ['the White House', 'en', '4-15 White House = white house body'],
  ['Main Street', 'en', '0-11 Main Street = main street body'],
  ['Bank of America', 'en', '0-4 Bank = bank body', '8-15 America = america'],
  ['La presidenta Claudia Sheinbaum dijo', 'es', '14-31 Claudia Sheinbaum = claudia sheinbaum person maybe'],
  ['El ministro Luis Gilberto Murillo', 'es', '12-33 Luis Gilberto Murillo = luis gilberto murillo maybe'],
  ['le président Emmanuel Macron a dit', 'fr', '13-28 Emmanuel Macron = emmanuel macron maybe'],
  ['Luiz Inácio Lula da Silva disse', 'pt', '0-25 Luiz Inácio Lula da Silva = luiz inacio lula da silva person maybe'],
];

test.each(nameRows)('the names of “%s” (%s)', (text, lang, ...facts) => expect(namesOf(text, lang)).toEqual(facts));

test.each([
  ['1,234', 'en', 1234],
  ['1.234', 'en', 1.234],
  ['1.234', 'es', 1234],
  ['1,234', 'es', 1.234],
  ['1.234', 'pt', 1234],
  ['1.234', 'it', 1234],
  ['1.234', 'de', 1234],
  ['1,234', 'ja', 1234],
  ['1,5', 'es', 1.5],
  ['1.5', 'en', 1.5],
  ['1,2345', 'en', 1.2345],
  ['1,234.5', 'en', 1234.5],
  ['1.234,5', 'de', 1234.5],
  ['1.234.567', 'en', 1_234_567],
  ['1\u00A0234', 'fr', 1234],
  ['1\u202F234', 'fr', 1234],
  ['1’234', 'de', 1234],
  ['12', 'en', 12],
])('%s in %s is %d', (typed, lang, value) => expect(readDigits(typed, lang)).toBe(value));

test('words that mean something, by their stems', () => {
  const text = 'The voters were voting in elections and walked to the big houses, children’s co-op, two a';
  expect(stemsOf(text, wordsFor('en')!)).toEqual(['voter', 'vot', 'electi', 'walk', 'big', 'hom', 'childr', 'co-op']);
  expect(haveCommon(['a', 'b'], ['c', 'b'])).toBe(true);
  expect(haveCommon(['a'], ['c'])).toBe(false);
});

describe('two numbers agree', () => {
  const fact = (value: number, isRough = false) => ({ value, isRough }) as NumberFact;
  test.each<[one: NumberFact, other: NumberFact, isSame: boolean]>([
    [fact(12), fact(12), true],
    [fact(12), fact(13), false],
    [fact(40), fact(38), true],
    [fact(40), fact(46), false],
    [fact(10), fact(12), false],
    [fact(20), fact(19.6), true],
    [fact(1_200_000), fact(1_234_567), true],
    [fact(1_300_000), fact(1_234_567), false],
    [fact(10, true), fact(11), true],
    [fact(10, true), fact(12), false],
    [fact(0.5), fact(0.52), false],
    [fact(90, true), fact(100), true],
    [fact(105, true), fact(116), true],
    [fact(105, true), fact(117), false],
    [fact(20.05), fact(20.0512), true],
    [fact(2_005_000), fact(2_005_300), true],
    [fact(0.05), fact(0.0512), false],
  ])('%o and %o', (one, other, isSame) => {
    expect(agree(one, other)).toBe(isSame);
    expect(agree(other, one)).toBe(isSame);
  });
});

test('years, and what is none', () => {
  const text = 'In 1499, 1500, 2099, $2000, 2,001, 2010. 2012% 2013.5 a2014 2015/16 #2016 (2017)';
  expect(yearsIn(text)).toEqual([1500, 2099, 2010, 2015, 2017]);
});

test('the calendar', () => {
  expect([1, 2, 4, 12, 0, 13].map((month) => daysIn(month, 2023))).toEqual([31, 28, 30, 31, 0, 0]);
  expect([daysIn(2), daysIn(2, 2000), daysIn(2, 1900)]).toEqual([29, 29, 28]);
  expect([weekdayOf(2026, 1, 20), weekdayOf(2024, 2, 29)]).toEqual([2, 4]);
});

describe('units', () => {
  test.each([
    ['miles', 'mi'],
    ['mile', 'mi'],
    ['miles per hour', 'mph'],
    ['miles an hour', 'mph'],
    ['mph', 'mph'],
    ['km/h', 'km/h'],
    ['kilometres', 'km'],
    ['kms', 'km'],
    ['kilometers per hour', 'km/h'],
    ['square miles', 'sq mi'],
    ['square-miles', 'sq mi'],
    ['sq ft', 'sq ft'],
    ['square feet', 'sq ft'],
    ['km²', 'km²'],
    ['square metres', 'm²'],
    ['feet', 'ft'],
    ['foot', 'ft'],
    ['yards', 'yd'],
    ['metres', 'm'],
    ['centimeters', 'cm'],
    ['mm', 'mm'],
    ['inches', 'in'],
    ['pounds', 'lb'],
    ['lbs', 'lb'],
    ['kilos', 'kg'],
    ['kilograms', 'kg'],
    ['acres', 'ac'],
    ['hectares', 'ha'],
    ['°F', '°F'],
    ['degrees Celsius', '°C'],
    ['degrees fahrenheit', '°F'],
    ['millas', 'mi'],
    ['millas por hora', 'mph'],
    ['kilómetros cuadrados', 'km²'],
    ['pieds', 'ft'],
    ['マイル', 'mi'],
    ['平方キロメートル', 'km²'],
    ['كم', 'km'],
    ['litres', undefined],
    ['', undefined],
  ])('%s is %s', (written, unit) => expect(unitOf(written)).toBe(unit));

  // After NIST Special Publication 811, appendix B.8.
  test.each([
    [1, 'mi', 'km', 1.609344],
    [26.2, 'mi', 'km', 42.1648128],
    [1, 'ft', 'm', 0.3048],
    [1, 'yd', 'm', 0.9144],
    [1, 'in', 'cm', 2.54],
    [1, 'in', 'mm', 25.4],
    [1, 'lb', 'kg', 0.45359237],
    [1, 'ac', 'ha', 0.40468564],
    [1, 'sq mi', 'km²', 2.5899881],
    [1, 'sq ft', 'm²', 0.09290304],
    [60, 'mph', 'km/h', 96.56064],
    [3.6, 'km/h', 'mph', 2.2369363],
    [100, 'km', 'mi', 62.137119],
    [0, '°C', '°F', 32],
    [100, '°C', '°F', 212],
    [212, '°F', '°C', 100],
    [-40, '°F', '°C', -40],
  ])('%d %s are in %s %d', (value, from, to, result) => expect(convert(value, from, to)).toBeCloseTo(result, 5));

  test('a difference of temperatures has no zero', () => {
    expect(convert(10, '°C', '°F', true)).toBeCloseTo(18, 9);
    expect(convert(18, '°F', '°C', true)).toBeCloseTo(10, 9);
  });
});

describe('quotations', () => {
  const of = (text: string, quotations: [start: number, text: string][], node = 'paragraph') =>
    quotesIn({
      text,
      quotations: quotations.map(([start, said]) => ({ start, end: start + said.length + 2, text: said })),
      ancestors: [{ type: node }],
    } as Partial<Passage> as Passage).map(({ start, words, isEdited, isTitle }) => ({
      start,
      words: words.join(' '),
      isEdited,
      isTitle,
    }));

  test('are read word by word', () =>
    expect(of('He said “It’s a well-known Thing, 3 of them”.', [[8, 'It’s a well-known Thing, 3 of them']])).toEqual([
      { start: 8, words: "it's a well-known thing 3 of them", isEdited: false, isTitle: false },
    ]));

  test.each([
    ['We … go', true],
    ['We ... go', true],
    ['We [all] go', true],
    ['We (all) go', true],
    ['We go', false],
  ])('“%s” was edited: %s', (said, isEdited) => expect(of(`“${said}”`, [[0, said]])).toMatchObject([{ isEdited }]));

  test.each([
    ['The Bridge That Never Was', true],
    ['The bridge that never was', false],
    ['Bridge', false],
    ['The Great War', true],
    ['Two words Here', true],
    ['Two words here', false],
    ['A b C d E', false],
  ])('“%s” is a title: %s', (said, isTitle) => expect(of(`“${said}”`, [[0, said]])).toMatchObject([{ isTitle }]));

  test('are a whole passage where all of it is somebody’s own words, and none of them marked', () => {
    expect(of('It is old.', [], 'blockquote')).toMatchObject([{ start: 0, words: 'it is old' }]);
    expect(of('It is “very old”.', [[6, 'very old']], 'blockquote')).toMatchObject([{ start: 6, words: 'very old' }]);
    expect(of('It is old.', [])).toEqual([]);
    expect(of('[words]( "Its title")', [[9, 'Its title']])).toEqual([]);
  });
});

/** Patterns are made once for each language, so that only the first text would tell of one that is made wrongly. */
test('all of it, by patterns that are made anew', async () => {
  vi.resetModules();
  const [dates, numbers, names] = await Promise.all([
    import('../../src/desk/facts/dates.ts'),
    import('../../src/desk/facts/numbers.ts'),
    import('../../src/desk/facts/names.ts'),
  ]);
  const told = [
    ...dateRows.map(([text, lang]) => datesOf(text, lang, dates.datesIn)),
    ...numberRows.map(([text, lang]) => numbersOf(text, lang, numbers.numbersIn)),
    ...nameRows.map(([text, lang]) => namesOf(text, lang, names.nameFactsIn)),
  ];
  expect(told).toEqual([...dateRows, ...numberRows, ...nameRows].map(([, , ...facts]) => facts));
});
