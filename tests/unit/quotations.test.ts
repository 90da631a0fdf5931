import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { contracts } from '../support/newsroom.ts';
import { propsOf } from '../../src/document/props.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { isQuotationMark, typedMarks, withStraightMarks } from '../../src/strings/quotation-marks.ts';
import { languages } from '../../src/strings/index.ts';
import { quotationsIn, wordingOf } from '../../src/strings/quotations.ts';

const kindOf = (text: string | string[], lang = 'en') => wordingOf([text].flat(), lang).kind;

/** What is told of each statement, and whether it is a quote, as a story has it. */
function statement(lang: string, words: string): { quote: unknown; messages: string[] } {
  const above = `headline: A\ndescription: B\npublished: 2026-01-08\nauthors: [a]\nlang: ${lang}\nsources: { s: { outlet: o } }`;
  const body = `<Officials>\n<Statement by="p" source="s">\n${words}\n</Statement>\n</Officials>`;
  const { messages, tree } = readStory(`---\n${above}\n---\n${body}\n`, storySchema, contracts);
  let quote: unknown;
  visit(tree!, 'mdxJsxFlowElement', (node) => {
    if (node.name === 'Statement') quote = propsOf(node as never).values['quote'];
  });
  return {
    quote,
    messages: messages.map(
      ({ line, column, fatal, reason }) => `${line}:${column} ${fatal ? 'error' : 'warning'} ${reason}`,
    ),
  };
}

/**
 * A sentence as it would be said, and in each language the forms of a quotation that it is printed in: the CLDR’s
 * outer and inner marks first, typed here by hand, then other forms that newsrooms use.
 */
const quotes: [lang: string, words: string, ...forms: string[]][] = [
  ['af', 'Ek leef nederig.', '“”', '‘’', '„”'],
  ['ar', 'أعيش بتواضع.', '”“', '’‘', '«»', '“”', '""'],
  ['be', 'Я жыву сціпла.', '«»', '„“'],
  ['bg', 'Живея скромно.', '„“', '«»'],
  ['ca', 'Visc humilment.', '«»', '“”'],
  ['cs', 'Žiji skromně.', '„“', '‚‘', '»«'],
  ['da', 'Jeg lever beskedent.', '“”', '‘’', '»«', '””', '„“'],
  ['de', 'Ich lebe bescheiden.', '„“', '‚‘', '»«', '›‹', '«»', '""'],
  ['de-CH', 'Ich lebe bescheiden.', '«»', '‹›', '„“'],
  ['el', 'Ζω ταπεινά.', '«»', '“”', '„”'],
  ['en', 'I live humbly.', '“”', '‘’', '""', "''"],
  ['es', 'Vivo con humildad.', '“”', '‘’', '«»'],
  ['et', 'Elan tagasihoidlikult.', '„“', '‚‘', '„”', '«»'],
  ['eu', 'Apal bizi naiz.', '«»', '“”'],
  ['fa', 'من ساده زندگی می‌کنم.', '«»', '‹›', '“”'],
  ['fi', 'Elän vaatimattomasti.', '””', '’’', '»»'],
  ['fr', 'Je vis modestement.', '«»', '“”'],
  ['fr-CA', 'Je vis modestement.', '«»', '“”'],
  ['fr-CH', 'Je vis modestement.', '«»', '‹›'],
  ['he', 'אני חי בצניעות.', '””', '’’', '““”'.slice(1), '„”', '״״', '""'],
  ['hi', 'मैं सादगी से रहता हूँ।', '“”', '‘’', '""'],
  ['hr', 'Živim skromno.', '„“', '‚‘', '„”', '»«'],
  ['hu', 'Szerényen élek.', '„”', '»«'],
  ['hy', 'Ես ապրում եմ համեստ։', '«»'],
  ['is', 'Ég lifi hógværlega.', '„“', '‚‘'],
  ['it', 'Vivo umilmente.', '«»', '“”'],
  ['ja', '質素に暮らす。', '「」', '『』', '“”', '〝〟'],
  ['ka', 'თავმდაბლად ვცხოვრობ.', '„“', '«»'],
  ['ko', '나는 검소하게 산다.', '“”', '‘’', '""', "''"],
  ['lt', 'Gyvenu kukliai.', '„“'],
  ['lv', 'Es dzīvoju pieticīgi.', '“”', '‘’', '„”', '«»'],
  ['nb', 'Jeg lever beskjedent.', '«»', '‘’', '””', '„“'],
  ['nl', 'Ik leef bescheiden.', '‘’', '“”', '„”'],
  ['pl', 'Żyję skromnie.', '„”', '«»', '»«', '""'],
  ['pt', 'Vivo humildemente.', '“”', '‘’', '«»'],
  ['pt-PT', 'Vivo humildemente.', '«»', '“”'],
  ['ro', 'Trăiesc modest.', '„”', '«»'],
  ['ru', 'Я живу скромно.', '«»', '„“', '“”'],
  ['sk', 'Žijem skromne.', '„“', '‚‘', '»«'],
  ['sl', 'Živim skromno.', '„“', '‚‘', '»«'],
  ['sr', 'Живим скромно.', '„”', '’’', '„“', '»«'],
  ['sv', 'Jag lever enkelt.', '””', '’’', '»»', '»«'],
  ['sw', 'Ninaishi kwa unyenyekevu.', '“”', '‘’'],
  ['th', 'ผมใช้ชีวิตเรียบง่าย', '“”', '‘’', '""'],
  ['tr', 'Mütevazı yaşıyorum.', '“”', '‘’', '«»'],
  ['uk', 'Я живу скромно.', '«»', '„“', '“”'],
  ['ur', 'میں سادہ زندگی گزارتا ہوں۔', '”“', '’‘', '“”'],
  ['vi', 'Tôi sống giản dị.', '“”', '‘’', '""'],
  ['zh-CN', '我生活简朴。', '“”', '‘’', '「」'],
  ['zh-TW', '我生活簡樸。', '「」', '『』', '“”'],
];

const forms = quotes.flatMap(([lang, words, ...marks]) =>
  marks.map(([open = '', close = '']) => ({ lang, words, open, close })),
);

describe('in the marks of its language', () => {
  test('there are 30 languages and more', () => expect(new Set(quotes.map(([lang]) => lang)).size).toBeGreaterThan(30));

  test.each(forms)('$lang: $open$words$close', ({ lang, words, open, close }) => {
    const bare = words.replace(/[.。।۔։]$/u, '');
    expect(kindOf(`${open}${words}${close}`, lang), 'all of it').toBe('quote');
    expect(kindOf(`${open}${bare}${close}.`, lang), 'the stop behind it').toBe('quote');
    expect(kindOf(`\u200F ${open}\u00A0${words}\u00A0${close}\u200F`, lang), 'with spaces and directions').toBe(
      'quote',
    );
    expect(kindOf([`${open}${words}`, `${open}${words}${close}`], lang), 'in two paragraphs').toBe('quote');
    expect(kindOf(`${words} ${open}${bare}${close}`, lang), 'at the end').toBe('paraphrase');
    expect(kindOf(`${bare} ${open}${bare}${close} ${words}`, lang), 'inside').toBe('paraphrase');
    expect(kindOf(`${open}${bare}${close}, X, ${open}${bare}${close}`, lang), 'two of them').toBe('paraphrase');
    expect(quotationsIn(`X: ${open}${bare}${close}, X ${open}${words}${close}`, lang).map(({ text }) => text)).toEqual([
      bare,
      words,
    ]);
  });

  test.each(quotes)('%s: one within another', (lang, words, outer, inner = outer) => {
    const [[open, close], [innerOpen, innerClose]] = [[...outer], [...inner]] as [string[], string[]];
    const text = `${open}X ${innerOpen}${words}${innerClose} X${close}`;
    expect(kindOf(text, lang)).toBe('quote');
    expect(kindOf(`${open}X ${innerOpen}X${innerClose}${close}`, lang)).toBe('quote');
    expect(quotationsIn(text, lang)).toMatchObject([{ start: 0, end: text.length }]);
  });
});

test.each([
  ['en', '“He said “no” to me.”'],
  ['en', '"He said "no" to me."'],
  ['en', '“A ‘Great Honor’ it was.”'],
  ['en', '‘It’s mine.’'],
  ['en', '‘The dogs’ bowls were empty.’'],
  ['en', '“The ’90s, rock ’n’ roll and the dogs’ bowls.”'],
  ['en', "'The '90s weren't kind to the workers' party.'"],
  ['en', '‘90 people’'],
  ['en', '“A « without its pair.”'],
  ['en', '"👍🏽"'],
  ['en', '  “I live humbly.”\n'],
  ['en', '“A"'],
  ['pl', '„Tak."'],
  ['he', '"ב“צה“ל“ ג‘ונס.“'],
  ['zh', '“生活简朴。“'],
  ['de', '„Er sagte ‚nein‘“,'],
  ['he', '„הוא אמר „כן““.'],
  ['es', '«Dijo «no».»'],
  ['fr', '« L’eau, c’est « la vie ». »'],
  ['de', '„Er sagte: “Nein” dazu.“'],
  ['de', '»Er sagte »Nein« dazu.«'],
  ['sv', '”Han sa ”nej” till mig.”'],
  ['he', '"מנכ"ל צה"ל דיבר ב"הארץ" אתמול."'],
  ['ar', '“قال و“نعم” ثم”'],
  ['zh', '“他说“你好”吗？”'],
  ['ko', '"그는 "네"라고 했다."'],
])('%s: %s is a quote', (lang, text) => expect(kindOf(text, lang)).toBe('quote'));

test.each([
  ['en', 'I live humbly.'],
  ['en', ''],
  ['en', '“”'],
  ['en', 'I live humbly.”'],
  ['en', '“A”, he said, “B”'],
  ['en', '"A", he said, "B"'],
  ['en', '‘Cordial’ and ‘respectful’'],
  ['en', '“Cordial” and “respectful”'],
  ['en', '“A” he said.'],
  ['en', '’90s music is back, he said.'],
  ['en', "'Tis the season, he said."],
  ['nl', '’s Avonds werkt hij thuis.'],
  ['af', "'n Man het gepraat."],
  ['fr', 'L’eau «potable»'],
  ['he', 'צה"ל דיבר'],
])('%s: %j is a paraphrase', (lang, text) => expect(kindOf(text, lang)).toBe('paraphrase'));

describe('over several paragraphs', () => {
  test.each([
    ['en', ['“A.”', '“B.”']],
    ['en', ['“A.', '“B.”']],
    ['en', ['“A.', 'B.', '“C.”']],
    ['de', ['„A.', 'B.“']],
    ['es', ['«A.', '»B.', '»C.»']],
    ['sv', ['”A.', '”B.”']],
  ])('%s: %j', (lang, paragraphs) => expect(kindOf(paragraphs, lang)).toBe('quote'));

  test.each([
    ['en', ['“A.”', 'He said more.'], 'paraphrase'],
    ['en', ['“A.', '“B” he said.'], 'paraphrase'],
    ['en', ['“A.”', '“B.'], 'unclosed'],
    ['en', ['“A.', 'He said more.'], 'unclosed'],
    ['en', ['“A.”', '„B.“'], 'unknown'],
    ['en', [], 'paraphrase'],
  ])('%s: %j is no quote', (lang, paragraphs, kind) => expect(kindOf(paragraphs, lang)).toBe(kind));
});

describe('a statement', () => {
  test.each([
    ['pl', '„Żyję skromnie.”'],
    ['sv', '”Jag lever enkelt.”'],
    ['ar', '«أعيش بتواضع.»'],
  ])('%s: %s has the label of a quote', (lang, words) =>
    expect(statement(lang, words)).toEqual({ quote: true, messages: [] }),
  );

  test.each([
    [
      'sv',
      '„Jag lever enkelt.“',
      '11:1 error Unexpected „ at the beginning of a statement in Swedish: expected ”…” around words as they were said, or another word first.',
    ],
    [
      'en',
      '”I live humbly.”',
      '11:1 error Unexpected ” at the beginning of a statement in English: expected “…” around words as they were said, or another word first.',
    ],
    ['en', '“I live humbly.', '11:1 error Unexpected “ without ”: expected both around words as they were said.'],
    ['en', 'Not this.\n\n“But this.', undefined],
    ['en', '“This.\n\nAnd this.', '11:1 error Unexpected “ without ”: expected both around words as they were said.'],
    [
      'nl',
      '’Ndrangheta was in Calabrië, zei hij.',
      '11:1 warning Unexpected ’ without ’: expected both around words as they were said.',
    ],
    [
      'en',
      '’Ndrangheta was in Calabria, he said.',
      '11:1 warning Unexpected ’ at the beginning of a statement in English: expected “…” around words as they were said, or another word first.',
    ],
    [
      'en',
      '’I live humbly.’',
      '11:1 error Unexpected ’ at the beginning of a statement in English: expected “…” around words as they were said, or another word first.',
    ],
    [
      'en',
      '‘Abd al-Aziz said no.',
      '11:1 warning Unexpected ‘ without ’: expected both around words as they were said.',
    ],
  ])('%s: %s has a message, and no label that may be wrong', (lang, words, message) =>
    expect(statement(lang, words)).toEqual({ quote: false, messages: message ? [message] : [] }),
  );
});

test('the words of the interface are in marks of their language', () => {
  for (const [lang, strings] of languages) {
    for (const phrase of [strings.quoted, strings.said, strings.saysNow]) {
      const quotation = [...phrase].some(isQuotationMark) ? phrase.slice([...phrase].findIndex(isQuotationMark)) : '';
      expect([lang, phrase, kindOf(quotation.replace(/\.$/, ''), lang)]).toEqual([lang, phrase, 'quote']);
    }
  }
});

test('what is typed by hand is in the marks of the CLDR, in French with narrow spaces', () => {
  expect(typedMarks('pl')).toEqual([
    ['„', '”'],
    ['«', '»'],
  ]);
  expect(typedMarks('fr')[0]).toEqual(['«\u202F', '\u202F»']);
  expect(typedMarks('fr-CH')[0]).toEqual(['«', '»']);
  expect(typedMarks('not a language')[0]).toEqual(['“', '”']);
});

test('marks of any language are one to whoever compares words', () =>
  expect(withStraightMarks('„A“ »B« 「C」 ’d’ ‚e‘ ״ו״')).toBe('"A" "B" "C" \'d\' \'e\' "ו"'));
