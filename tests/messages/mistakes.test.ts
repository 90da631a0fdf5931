import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../src/desk/desk.ts';
import { anyOf, fromJson } from '../../src/document/message.ts';
import type { MessageJson } from '../../src/document/message.ts';
import { formatMessage } from '../../src/document/reporter.ts';
import { correctionSchema } from '../../src/schema/correction.ts';
import { sourceSchema } from '../../src/schema/source.ts';
import { storySchema } from '../../src/schema/story.ts';
import { componentNames } from '../support/newsroom.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { messagesIn } from './messages.ts';

/** A file with a mistake, and what the build says of it. */
interface Mistake {
  text: string;
  says: string[];
}

/** A story with a mistake below its frontmatter, which has nine lines: its own begins on line 10. */
const story = (body: string, ...says: string[]): Mistake => ({
  text: `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}${body}\n`,
  says,
});

/** A story with a mistake in these lines of its frontmatter, from line 2. */
const above = (yaml: string, ...says: string[]): Mistake => ({ text: `---\n${yaml}\n---\nText.\n`, says });

const rest = 'description: A sentence.\npublished: 2026-01-08\nauthors: [desk]';
const whole = `headline: A headline\n${rest}`;

const keys = anyOf(Object.keys(storySchema.shape));
const sourceKeys = anyOf(Object.keys(sourceSchema.shape));
const correctionKeys = anyOf(Object.keys(correctionSchema.shape));
const components = anyOf(componentNames.toSorted());
const addresses = 'an address that begins with http:, https:, mailto: or tel:';

const stories: Record<string, Mistake> = {
  // What stands above a story, as YAML.
  'frontmatter-missing': {
    text: 'Text.\n',
    says: [
      '1:1  error  Missing frontmatter: expected a first line of “---”, lines such as “headline: …”, and another line of “---”.  [frontmatter]',
    ],
  },
  'frontmatter-open': {
    text: `---\n${whole}\n\nText.\n`,
    says: [
      '7:1  error  Missing second line of “---”: expected it above “Text.”, below the lines such as “headline: …”.  [frontmatter]',
    ],
  },
  'yaml-colon': above(
    `headline: Bogotá: the call\n${rest}`,
    '2:17  error  Unexpected colon in a text: expected quotation marks around the text.\n  Did you mean “"Bogotá: the call"”?  [yaml-syntax]',
  ),
  'yaml-quotation': above(
    `headline: "Great" calls\n${rest}`,
    `2:11  error  Unexpected words after quotation marks: expected quotation marks around the whole text.\n  Did you mean “'"Great" calls'”?  [yaml-syntax]`,
  ),
  'yaml-quotation-open': above(
    `headline: "A headline\n${rest}`,
    '2:11  error  Unexpected end of the line in quotation marks: expected " at the end of the text.  [yaml-syntax]',
  ),
  'yaml-sign': above(
    `headline: @mayor calls\n${rest}`,
    '2:11  error  Unexpected “@” at the beginning of a text: expected quotation marks around the text.\n  Did you mean “"@mayor calls"”?  [yaml-syntax]',
  ),
  'yaml-alias': above(
    `headline: *Breaking* news\n${rest}`,
    '2:11  error  Unexpected “*” at the beginning of a text: expected quotation marks around the text.\n  Did you mean “"*Breaking* news"”?  [yaml-syntax]',
  ),
  'yaml-tag': above(
    `headline: !Breaking news\n${rest}`,
    '2:11  error  Unexpected “!” at the beginning of a text: expected quotation marks around the text.\n  Did you mean “"!Breaking news"”?  [yaml-syntax]',
  ),
  'yaml-space': above(
    `headline:A headline\n${rest}`,
    '2:1  error  Unexpected “headline:A headline”: expected a space after the colon.  [yaml-syntax]',
  ),
  'yaml-tab': above(
    `${whole}\nsources:\n\twire: { outlet: reuters }`,
    '7:1  error  Unexpected tab: expected spaces at the beginning of the line.  [yaml-syntax]',
  ),
  'yaml-indent': above(
    `headline: A headline\n ${rest}`,
    '3:2  error  Unexpected spaces before “description: A sentence.”: expected it in line with “headline: A headline”.  [yaml-syntax]',
  ),
  'yaml-list-open': above(
    'headline: A headline\nauthors: [desk\npublished: 2026-01-08',
    '3:10  error  Unexpected “[” without “]”: expected “]” at the end of the list.  [yaml-syntax]',
  ),
  'yaml-group-open': above(
    `${whole}\nsources:\n  wire: { outlet: reuters\n  post: { outlet: reuters }`,
    '7:9  error  Unexpected “{” without “}”: expected “}” at the end of the list.  [yaml-syntax]',
  ),
  'yaml-no-colon': above(
    `headline: A headline\ndescription\n${rest}`,
    '3:1  error  Unexpected “description”: expected lines of a key, a colon, a space and a value.  [yaml-syntax]',
  ),
  'yaml-text': above(
    'A headline',
    '2:1  error  Unexpected “A headline”: expected lines such as “headline: …”.  [value-valid]',
  ),
  // Citations are not faulted while the sources cannot be read.
  'yaml-broken-sources': {
    text: `---\n${whole}\nsources: [\n---\nText <Source id="wire" />.\n`,
    says: ['6:10  error  Unexpected “[” without “]”: expected “]” at the end of the list.  [yaml-syntax]'],
  },

  // Keys and values.
  'key-missing': above(rest, '2:1  error  Missing key “headline”: expected the headline.  [key-required]'),
  'key-misspelt': above(
    `headlin: A headline\n${rest}`,
    `2:1  error  Unexpected key “headlin”: expected ${keys}.\n  Did you mean “headline”?  [key-known]`,
  ),
  'key-unknown': above(`${whole}\ncolour: blue`, `6:1  error  Unexpected key “colour”: expected ${keys}.  [key-known]`),
  'key-sources-misspelt': {
    text: `---\n${whole}\nsource:\n  wire: { outlet: reuters }\n---\nText <Source id="wire" />.\n`,
    says: [`6:1  error  Unexpected key “source”: expected ${keys}.\n  Did you mean “sources”?  [key-known]`],
  },
  'key-twice': above(
    `${whole}\nheadline: Another`,
    '6:1  error  Unexpected second “headline”: expected each key, and each source’s id, once.  [key-once]',
  ),
  'key-empty': above(
    'headline:\ndescription: ""\npublished: 2026-01-08\nauthors: []',
    '2:1  error  Missing value for “headline”: expected the headline.  [key-required]',
    '3:14  error  Unexpected empty text for “description”: expected one sentence.  [value-valid]',
    '5:10  error  Unexpected empty list for “authors”: expected at least one author.  [value-valid]',
  ),
  'key-in-group': above(
    `${whole}\nfirstPublished: { outlet: reuters, hedline: A, url: reuters.example }`,
    '6:36  error  Unexpected key “firstPublished.hedline”: expected outlet, headline or url.\n  Did you mean “headline”?  [key-known]',
    '6:53  error  Unexpected “reuters.example” for “firstPublished.url”: expected a web address such as https://example.org/page.  [value-valid]',
  ),
  'value-type': above(
    'headline: [A, headline]\ndescription: true\npublished: 2026-01-08\nauthors: desk\nlicence: CC',
    '2:11  error  Unexpected list for “headline”: expected the headline.  [value-valid]',
    '3:14  error  Unexpected true for “description”: expected one sentence.  [value-valid]',
    '5:10  error  Unexpected “desk” for “authors”: expected a list of authors.\n  Did you mean “[desk]”?  [value-valid]',
    '6:10  error  Unexpected “CC” for “licence”: expected a group such as { name: … }.  [value-valid]',
  ),
  'value-in-list': above(
    `${whole}\ntopics: [[cities], cities]`,
    '6:10  error  Unexpected list in “topics”: expected the id of one of the topics.  [value-valid]',
  ),
  'date-calendar': above(
    'headline: A headline\ndescription: A sentence.\npublished: 2026-02-30\nauthors: [desk]',
    '4:12  error  Unexpected “2026-02-30” for “published”: expected a day that is in the calendar.  [value-valid]',
  ),
  'date-zone': above(
    `${whole}\nupdated: 2026-01-09T14:00`,
    '6:10  error  Unexpected “2026-01-09T14:00” for “updated”: expected a time with its zone, such as 2026-01-09T14:00Z or 2026-01-09T14:00-05:00.  [value-valid]',
  ),
  'date-words': above(
    `${whole}\nupdated: January 9, 2026`,
    '6:10  error  Unexpected “January 9, 2026” for “updated”: expected a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00.  [value-valid]',
  ),

  // Sources, and what a story names of the registries.
  'source-list': above(
    `${whole}\nsources:\n  - outlet: reuters`,
    '7:3  error  Unexpected list for “sources”: expected ids, each with a source below it.  [value-valid]',
  ),
  'source-keys': above(
    `${whole}\nsources:\n  Wire Post: { outlet: reuters }\n  post: { outlt: reuters }\n  talk: {}\n  note: reuters\n  paper: { outlet: reuters, kind: studie, published: 2026-13 }`,
    '7:3  error  Unexpected id “Wire Post”: expected an id of lower-case letters, digits and hyphens.\n  Did you mean “wire-post”?  [value-valid]',
    `8:11  error  Unexpected key “sources.post.outlt”: expected ${sourceKeys}.\n  Did you mean “outlet”?  [key-known]`,
    '9:3  error  Missing key in “sources.talk”: expected an outlet, a person (“by”) or a name.  [key-required]',
    '10:9  error  Unexpected “reuters” for “sources.note”: expected a group such as { outlet: … }.  [value-valid]',
    '11:35  error  Unexpected “studie” for “sources.paper.kind”: expected agency, newspaper, news, statement, document, court, data, study, interview, speech, person, post, briefing or other.\n  Did you mean “study”?  [value-valid]',
    '11:54  error  Unexpected “2026-13” for “sources.paper.published”: expected a date such as 2026-01-08, 2026-01 or 2026.  [value-valid]',
  ),
  'source-unnamed': above(
    `${whole}\nsources:\n  official: { name: An official, unnamed: true, description: of the ministry }\n  aide:\n    name: An aide\n    unnamed: true\n    anonymity: because of fear for the job\n  guard: { name: A guard, anonymity: because of fear for the job }`,
    '7:3  error  Missing key “sources.official.anonymity”: expected why the name is not published.  [key-required]',
    '8:3  error  Missing key “sources.aide.description”: expected who the unnamed source is, as closely as can be said.  [key-required]',
    '12:3  error  Missing key “sources.guard.unnamed”: expected “unnamed: true” beside “anonymity”.  [key-required]',
  ),
  'correction-notes': above(
    `${whole}\ncorrections:\n  - { date: 2026-01-09, kind: corection, now: A, when: now }\n  - { date: 2026-01-09, kind: correction, now: A }\n  - { kind: update, date: soon, severity: grave }\n  - { date: 2026-01-09, kind: withdrawal, note: A }\n  - { date: 2026-01-09, kind: update, note: A, withdraws: 2026-01-08 }`,
    '7:31  error  Unexpected “corection” for “corrections.kind”: expected correction, clarification, update or withdrawal.\n  Did you mean “correction”?  [value-valid]',
    `7:50  error  Unexpected key “corrections.when”: expected ${correctionKeys}.  [key-known]`,
    '8:5  error  Missing key “corrections.was”: expected what the story said.  [key-required]',
    '9:27  error  Unexpected “soon” for “corrections.date”: expected a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00.  [value-valid]',
    '9:43  error  Unexpected “grave” for “corrections.severity”: expected serious or minor.  [value-valid]',
    '10:5  error  Missing key “corrections.withdraws”: expected the date of the note that is taken back.  [key-required]',
    '11:59  error  Unexpected “2026-01-08” for “corrections.withdraws”: expected it only with “kind: withdrawal”.  [value-valid]',
  ),
  'source-twice': above(
    `${whole}\nsources:\n  wire: { outlet: reuters }\n  wire: { by: jane-doe }`,
    '8:3  error  Unexpected second “wire”: expected each key, and each source’s id, once.  [key-once]',
  ),
  'unknown-entries': {
    text: '---\nheadline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desc]\ntopics: [citys, weather]\nsources:\n  wire: { outlet: reuter, by: jane-do }\nfirstPublished: { outlet: reuters-2, headline: A }\n---\nA <Source id="wire" />.\n',
    says: [
      '5:11  error  Unknown author “desc”: expected the name of a file in authors/.\n  Did you mean “desk”?  [author-exists]',
      '6:10  error  Unknown topic “citys”: expected the name of a file in topics/.\n  Did you mean “cities”?  [topic-exists]',
      '6:17  error  Unknown topic “weather”: expected the name of a file in topics/.  [topic-exists]',
      '8:19  error  Unknown outlet “reuter”: expected the name of a file in outlets/.\n  Did you mean “reuters”?  [outlet-exists]',
      '8:31  error  Unknown person “jane-do”: expected the name of a file in people/.\n  Did you mean “jane-doe”?  [person-exists]',
      '9:27  error  Unknown outlet “reuters-2”: expected the name of a file in outlets/.\n  Did you mean “reuters”?  [outlet-exists]',
    ],
  },
  'unknown-source': story(
    'A <Source id="wir" />, a <Source id="post" />.\n\n<Officials>\n<Statement by="jane" source="wires">\nWords.\n</Statement>\n</Officials>',
    '10:11  error  Unknown source “wir”: expected one of the sources listed above the story.\n  Did you mean “wire”?  [source-exists]',
    '10:34  error  Unknown source “post”: expected one of the sources listed above the story.  [source-exists]',
    '13:12  error  Unknown person “jane”: expected the name of a file in people/.\n  Did you mean “jane-doe”?  [person-exists]',
    '13:22  error  Unknown source “wires”: expected one of the sources listed above the story.\n  Did you mean “wire”?  [source-exists]',
  ),

  // Components and their props.
  'component-unknown': story(
    '<WhyMatters>\nText.\n</WhyMatters>\n\nA <Map />.',
    `10:1  error  Unexpected component <WhyMatters>: expected ${components}.\n  Did you mean “WhyItMatters”?  [component-known]`,
    `14:3  error  Unexpected component <Map>: expected ${components}.\n  Did you mean “LocatorMap”?  [component-known]`,
  ),
  'component-lower-case': story(
    'A <source id="wire" />.',
    '10:3  error  Unexpected HTML <source>: expected Markdown, a component, or HTML of a sentence such as <sub> or <time>.\n  Did you mean “Source”?  [html-allowed]',
  ),
  'prop-unknown': story(
    'A <Source id="wire" page="2" />.\n\n<WhyItMatters titel="Why">\nText.\n</WhyItMatters>',
    '10:21  error  Unexpected prop “page” on <Source>: expected id.  [prop-known]',
    '12:15  error  Unexpected prop “titel” on <WhyItMatters>: expected title.\n  Did you mean “title”?  [prop-known]',
  ),
  'prop-misspelt': story(
    'A <Source ids="wire" />.',
    '10:11  error  Unexpected prop “ids” on <Source>: expected id.\n  Did you mean “id”?  [prop-known]',
  ),
  'prop-type': story(
    'A <Source id={5} />, a <Source id />, a <Source id="" />, a <Source id={["wire"]} />.\n\n<Timeline title={5}>\n<Event date="2026-02-30">Text.</Event>\n</Timeline>',
    '10:11  error  Unexpected 5 for “id” on <Source>: expected the id of one of the sources.  [prop-valid]',
    '10:32  error  Unexpected true for “id” on <Source>: expected the id of one of the sources.  [prop-valid]',
    '10:49  error  Unexpected empty text for “id” on <Source>: expected the id of one of the sources.  [prop-valid]',
    '10:69  error  Unexpected list for “id” on <Source>: expected the id of one of the sources.  [prop-valid]',
    '12:11  error  Unexpected 5 for “title” on <Timeline>: expected a heading.  [prop-valid]',
    '13:8  error  Unexpected “2026-02-30” for “date” on <Event>: expected a day that is in the calendar.  [prop-valid]',
  ),
  'prop-missing': story(
    'A <Source />.\n\n<Officials>\n<Statement by="jane-doe">\nWords.\n</Statement>\n</Officials>\n\n<WhatsNext>\n<Step>Text.</Step>\n</WhatsNext>',
    '10:3  error  Missing prop “id” on <Source>: expected the id of one of the sources.  [prop-required]',
    '13:1  error  Missing prop “source” on <Statement>: expected the id of one of the sources.  [prop-required]',
    '19:1  error  Missing prop on <Step>: expected a date, or words for it in “when”.  [prop-required]',
  ),
  'prop-twice': story(
    'A <Source id="wire" id="post" />.',
    '10:21  error  Unexpected second “id” on <Source>: expected each prop once.  [prop-once]',
  ),
  'prop-directives': story(
    'A <Source id="wire" set:html="<b>" client:load slot="x" class="x" style="x" onclick="x" />.\n\nA <Source id="wire" __proto__="x" constructor="x" />.',
    '10:21  error  Unexpected prop “set:html” on <Source>: expected id.  [prop-known]',
    '10:36  error  Unexpected prop “client:load” on <Source>: expected id.  [prop-known]',
    '10:48  error  Unexpected prop “slot” on <Source>: expected id.  [prop-known]',
    '10:57  error  Unexpected prop “class” on <Source>: expected id.  [prop-known]',
    '10:67  error  Unexpected prop “style” on <Source>: expected id.  [prop-known]',
    '10:77  error  Unexpected prop “onclick” on <Source>: expected id.  [prop-known]',
    '12:21  error  Unexpected prop “__proto__” on <Source>: expected id.  [prop-known]',
    '12:35  error  Unexpected prop “constructor” on <Source>: expected id.  [prop-known]',
  ),

  // What stands in what.
  'nesting-alone': story(
    '<Statement by="jane-doe" source="wire">\nWords.\n</Statement>\n\n<WhyItMatters>\n<Event when="Monday">Text.</Event>\n</WhyItMatters>',
    '10:1  error  Unexpected <Statement> on its own: expected it directly in <Officials>.  [nesting]',
    '15:1  error  Unexpected <Event> in <WhyItMatters>: expected it directly in <Timeline> or <KeyDates>.  [nesting]',
  ),
  'nesting-text': story(
    '<Timeline>\nText <Source id="wire" />.\n<Event when="Monday">Text.</Event>\n\nMore text.\n</Timeline>\n\n<Officials>\n- Text\n</Officials>',
    '11:1  error  Unexpected text in <Timeline>: expected only <Event>.  [nesting]',
    '18:1  error  Unexpected list in <Officials>: expected only <Statement>.  [nesting]',
  ),
  'nesting-sections': story(
    '<WhyItMatters>\nText.\n\n<KeyPoints>\n- Point\n</KeyPoints>\n</WhyItMatters>\n\n- <WhatsNext>Text.</WhatsNext>\n\nText <WhatsNext>text</WhatsNext> text.\n\n> <WhatsNext>\n> Text.\n> </WhatsNext>',
    '13:1  error  Unexpected <KeyPoints> in <WhyItMatters>: expected it on its own in the story.  [nesting]',
    '18:3  error  Unexpected <WhatsNext> in a list: expected it on its own in the story.  [nesting]',
    '20:6  error  Unexpected <WhatsNext> in a paragraph: expected it on its own, with an empty line before and after.  [nesting]',
    '22:3  error  Unexpected <WhatsNext> in a quotation: expected it on its own in the story.  [nesting]',
  ),
  'nesting-line': story(
    'Text.\n<WhyItMatters>Text.</WhyItMatters>\n\n<WhatsNext>\nText.\n<Step when="Monday">Text.</Step>\n</WhatsNext>',
    '11:1  error  Unexpected <WhyItMatters> in a paragraph: expected it on its own, with an empty line before and after.  [nesting]',
    '15:1  error  Unexpected <Step> in a paragraph: expected it on its own, with an empty line before and after.  [nesting]',
  ),
  'nesting-points': story(
    '<KeyPoints>\nText.\n\n- Point\n</KeyPoints>',
    '11:1  error  Unexpected text in <KeyPoints>: expected one list, a line for each point.  [nesting]',
  ),
  'nesting-points-lists': story(
    '<KeyPoints>\n- One\n\n* Two\n</KeyPoints>',
    '13:1  error  Unexpected second list in <KeyPoints>: expected one list, a line for each point.  [nesting]',
  ),
  'nesting-points-six': story(
    '<KeyPoints>\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n</KeyPoints>',
    '16:1  error  Unexpected 6 points in <KeyPoints>: expected at most 5.  [nesting]',
  ),
  'nesting-empty': story(
    '<KeyPoints>\n</KeyPoints>\n\n<Timeline>\n{/* later */}\n</Timeline>',
    '10:1  error  Unexpected empty <KeyPoints>: expected one list, a line for each point.  [nesting]',
    '13:1  error  Unexpected empty <Timeline>: expected <Event>.  [nesting]',
  ),
  'nesting-words': story(
    'A <Source id="wire">wire <Source id="wire" /></Source>, a [link <Source id="wire" />](/story).\n\n<Source id="wire">\n- a list\n</Source>',
    '10:26  error  Unexpected <Source> in <Source>: expected it before or after.  [nesting]',
    '10:65  error  Unexpected <Source> in a link: expected it before or after.  [nesting]',
    '13:1  error  Unexpected list in <Source>: expected words of a sentence.  [nesting]',
  ),

  // Tags, braces and signs.
  'tag-open-flow': story(
    '<WhyItMatters>\nText.\n\nMore.',
    '10:1  error  Unexpected end of the story while <WhyItMatters> is open: expected </WhyItMatters> before it.  [mdx-syntax]',
  ),
  'tag-open-paragraph': story(
    'A <Source id="wire">wire.\n\nMore.',
    '10:3  error  Unexpected end of the paragraph while <Source> is open: expected </Source> before it.  [mdx-syntax]',
  ),
  'tag-open-bold': story(
    'A **bold <Source id="wire">wire**.',
    '10:10  error  Unexpected end of the bold text while <Source> is open: expected </Source> before it.  [mdx-syntax]',
  ),
  'tag-open-in-section': story(
    '<Officials>\n<Statement by="jane-doe" source="wire">\nWords.\n</Officials>',
    '11:1  error  Unexpected </Officials> while <Statement> is open: expected </Statement> before it.  [mdx-syntax]',
  ),
  'tag-same-line': story(
    '<WhyItMatters>Text.\n\nMore.\n</WhyItMatters>',
    '10:1  error  Unexpected end of the paragraph while <WhyItMatters> is open: expected </WhyItMatters> before it, or <WhyItMatters> on a line of its own.  [mdx-syntax]',
  ),
  'tag-closed-in-paragraph': story(
    '<WhyItMatters>\nText.</WhyItMatters>',
    '11:6  error  Unexpected </WhyItMatters> at the end of the paragraph: expected it on a line of its own, like <WhyItMatters>.  [mdx-syntax]',
  ),
  'tag-closed-wrong': story(
    '<WhyItMatters>\nText.\n</WhyMatters>',
    '12:1  error  Unexpected </WhyMatters>: expected </WhyItMatters>, for the tag in line 10.  [mdx-syntax]',
  ),
  'tag-closed-other': story(
    '<WhyItMatters>\nText.\n</KeyPoints>',
    '12:1  error  Unexpected </KeyPoints>: expected </WhyItMatters>, for the tag in line 10.  [mdx-syntax]',
  ),
  'tag-stray': story(
    'A wire</Source>.',
    '10:7  error  Unexpected </Source>: expected <Source> before it.  [mdx-syntax]',
  ),
  'tag-stray-flow': story(
    'Text.\n\n</WhyItMatters>',
    '12:1  error  Unexpected </WhyItMatters>: expected <WhyItMatters> before it.  [mdx-syntax]',
  ),
  'tag-unfinished': story(
    'A <Source id="wire".',
    '10:20  error  Unexpected “.” in <Source>: expected a prop as in title="…", or “/>” or “>” at the end of the tag.  [mdx-syntax]',
  ),
  'tag-end': story(
    'A <Source id="wire"',
    '10:3  error  Unexpected end of the text in <Source>: expected “/>” or “>” at the end of the tag.  [mdx-syntax]',
  ),
  'tag-quotes': story(
    'A <Source id=wire />.',
    '10:14  error  Unexpected “w” after “id=” on <Source>: expected straight quotation marks, as in id="…".  [mdx-syntax]',
  ),
  'tag-quotes-curly': story(
    'A <Source id=“wire” />.',
    '10:14  error  Unexpected “ after “id=” on <Source>: expected straight quotation marks, as in id="…".  [mdx-syntax]',
  ),
  'tag-quotes-open': story(
    'A <Source id="wire />.\n\nMore.',
    '10:11  error  Unexpected end of the paragraph in “id” on <Source>: expected " at the end of its value.  [mdx-syntax]',
  ),
  'tag-quotation': story(
    '> <WhyItMatters\ntitle="Why">',
    '10:3  error  Unexpected line break in <WhyItMatters>: expected the whole tag in one line of a list or quotation.  [mdx-syntax]',
  ),
  'brace-open': story(
    'Text {text.\n\nMore.',
    '10:6  error  Unexpected “{” without “}”: expected “}” after it, or “\\{” for the sign itself.  [mdx-syntax]',
  ),
  'brace-words': story(
    'Text {of words}.',
    '10:6  error  Unexpected “{of words}”: expected a value such as {5} in braces, or “\\{” for the sign itself.  [mdx-syntax]',
  ),
  'brace-word': story(
    'Text {word}.',
    '10:6  error  Unexpected “{word}”: expected a value such as {5} in braces, or “\\{” for the sign itself.  [name-known]',
  ),
  'sign-less': story(
    'It fell to <5 a day.',
    '10:12  error  Unexpected “<”: expected a tag such as <Source id="…" />, or “\\<” for the sign itself.  [mdx-syntax]',
  ),
  'sign-comment': story(
    'Text.\n\n<!-- later -->',
    '12:1  error  Unexpected “<!”: expected a comment as {/* words */}.  [mdx-syntax]',
  ),
  'sign-address': story(
    'See <https://example.org>.',
    '10:5  error  Unexpected address in “<” and “>”: expected “[words]” and right behind it “(https://example.org)”.  [mdx-syntax]',
  ),
  'word-import': story(
    'Text.\n\nimport duties rose.',
    '12:1  error  Unexpected words after “import” at the beginning of a line: expected code, or another first word.  [mdx-syntax]',
  ),

  // HTML, links and pictures.
  'html-elements': story(
    '<script>alert(1)</script>\n\n<iframe src="https://example.org" />\n\nA <img src="x" /> <constructor /> <A href="/">link</A>.',
    '10:1  error  Unexpected HTML <script>: expected Markdown, a component, or HTML of a sentence such as <sub> or <time>.  [html-allowed]',
    '12:1  error  Unexpected HTML <iframe>: expected Markdown, a component, or HTML of a sentence such as <sub> or <time>.  [html-allowed]',
    '14:3  error  Unexpected HTML <img>: expected “![what it shows]” and right behind it “(x)”.  [html-allowed]',
    '14:19  error  Unexpected HTML <constructor>: expected Markdown, a component, or HTML of a sentence such as <sub> or <time>.  [html-allowed]',
    `14:35  error  Unexpected component <A>: expected ${components}.  [component-known]`,
  ),
  'html-attributes': story(
    'A <b onclick="alert(1)">b</b>, <a HREF="/">a</a>, <time dateTime="2026">t</time>, <a href={["/"]}>a</a>.',
    '10:6  error  Unexpected attribute “onclick” on <b>: expected lang, dir or title.  [html-allowed]',
    '10:35  error  Unexpected attribute “HREF” on <a>: expected href, lang, dir or title.\n  Did you mean “href”?  [html-allowed]',
    '10:57  error  Unexpected attribute “dateTime” on <time>: expected datetime, lang, dir or title.\n  Did you mean “datetime”?  [html-allowed]',
    '10:86  error  Unexpected value for “href” on <a>: expected text in quotation marks.  [html-allowed]',
  ),
  'link-markdown': story(
    '[a](javascript:alert(1)) [b](JavaScript:x) [c](data:text/html,x) [d](vbscript:x) [e](java&#115;cript:x) [f][g]\n\n[g]: javascript:x',
    `10:1  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    `10:26  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    `10:44  error  Unexpected “data:” in a link: expected ${addresses}.  [link-safe]`,
    `10:66  error  Unexpected “vbscript:” in a link: expected ${addresses}.  [link-safe]`,
    `10:82  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    `12:1  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
  ),
  'link-host': story(
    '[x](http://%20http//a.example/) [y](https://)',
    '10:1  error  Unexpected address “http://%20http//a.example/”: expected one with a host, such as https://example.org/page.  [link-safe]',
    '10:33  error  Unexpected address “https://”: expected one with a host, such as https://example.org/page.  [link-safe]',
  ),
  'link-html': story(
    `<a href=" javascript:x">a</a> <a href="java&#10;script:x">b</a> <a href={'javascript:x'}>c</a> <a href="&#x1;javascript:x">d</a> <q cite="data:x">e</q>`,
    `10:4  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    `10:34  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    `10:68  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    `10:99  error  Unexpected “javascript:” in a link: expected ${addresses}.  [link-safe]`,
    '10:105  error  Unexpected control character U+0001: expected only text.  [text-signs]',
    `10:133  error  Unexpected “data:” in a link: expected ${addresses}.  [link-safe]`,
  ),
  'picture-host': story(
    '![a](https://example.org/a.png) ![b](//example.org/b.png) ![c][d]\n\n[d]: https://example.org/d.png',
    '10:1  error  Unexpected picture from another host, “https://example.org/a.png”: expected a file beside the story.  [image-local]',
    '10:33  error  Unexpected picture from another host, “//example.org/b.png”: expected a file beside the story.  [image-local]',
    '10:59  error  Unexpected picture from another host, “https://example.org/d.png”: expected a file beside the story.  [image-local]',
  ),
  'picture-missing': story(
    '![a](map.png) <Source id="wire" />',
    '10:1  error  Unknown picture “map.png”: expected a file beside the story.  [image-exists]',
  ),

  // Charts and tables, and the files that they are made of.
  'chart-columns': story(
    '<Chart type="lines" data="rows.csv" x="years" y="note" by="series" title="T" summary="S." source="wire" />\n\n<Chart type="bars" data="rows.csv" x="year" y="note" title="T" summary="S." source="wire" />',
    '10:37  error  Unexpected column “years”: expected year, count or note.\n  Did you mean “year”?  [prop-valid]',
    '10:56  error  Unexpected column “series”: expected year, count or note.  [prop-valid]',
    '12:45  error  Unexpected “few” in line 3 of rows.csv: expected plain numbers such as 1972 or 0.5 for “note”.  [prop-valid]',
  ),
  'chart-file': story(
    '<Chart type="bars" data="row.csv" x="a" y="b" title="T" summary="S." source="wire" />\n\n<Chart type="bars" data="ragged.csv" x="a" y="b" title="T" summary="S." source="wire" />\n\n<Chart type="bars" data="broken.json" x="a" y="b" title="T" summary="S." source="wire" />',
    '10:20  error  Unknown file “row.csv”: expected a file beside the story.  [file-exists]',
    '12:20  error  Unexpected 1 value in line 3 of ragged.csv: expected 2, one for each column (text with a comma in it needs quotation marks).  [prop-valid]',
    '14:20  error  Unexpected signs in line 2 of broken.json: expected a list of rows such as [{ "year": 2024, "count": 3 }].  [prop-valid]',
  ),
  'chart-props': story(
    '<Chart type="bar" data="rows.txt" x="year" y="count" title="" unit="" by="" />',
    '10:1  error  Missing prop “summary” on <Chart>: expected one sentence.  [prop-required]',
    '10:1  error  Missing prop “source” on <Chart>: expected the id of one of the sources.  [prop-required]',
    '10:8  error  Unexpected “bar” for “type” on <Chart>: expected bars, lines, steps, areas, dots, stacked, squares, slopes, ranks or ranges.\n  Did you mean “bars”?  [prop-valid]',
    '10:19  error  Unexpected “rows.txt” for “data” on <Chart>: expected the name of a .csv or .json file beside the story.  [prop-valid]',
    '10:54  error  Unexpected empty text for “title” on <Chart>: expected a title.  [prop-valid]',
    '10:63  error  Unexpected empty text for “unit” on <Chart>: expected a unit.  [prop-valid]',
    '10:71  error  Unexpected empty text for “by” on <Chart>: expected the name of a column.  [prop-valid]',
  ),
  'table-both': story(
    '<DataTable title="T" source="wire" data="rows.csv">\n\n| a |\n|---|\n| 1 |\n\n</DataTable>\n\n<DataTable title="T" source="wire" />\n\n<DataTable title="T" source="wire">\nText.\n</DataTable>\n\n<DataTable title="T" source="wire" data="rows.csv" columns={["counts", "year"]} />',
    '10:36  error  Unexpected “data” on a <DataTable> that holds something: expected either one Markdown table between its tags or the name of a file in “data”.  [prop-valid]',
    '18:1  error  Unexpected empty <DataTable>: expected either one Markdown table between its tags or the name of a file in “data”.  [prop-valid]',
    '20:1  error  Unexpected text in <DataTable>: expected either one Markdown table between its tags or the name of a file in “data”.  [prop-valid]',
    '24:52  error  Unexpected column “counts”: expected year, count or note.\n  Did you mean “count”?  [prop-valid]',
  ),
  'table-nesting': story(
    '| a | b |\n|---|---|\n| <WhyItMatters>b</WhyItMatters> | <Claim status="false" source="wire">c</Claim> |',
    '12:3  error  Unexpected <WhyItMatters> in a table: expected it on its own, with an empty line before and after.  [nesting]',
    '12:36  error  Unexpected <Claim> in a table: expected it on its own, with an empty line before and after.  [nesting]',
  ),

  // Maps.
  map: story(
    '<LocatorMap title="T" countries={["Columbia", "Peru"]} />\n\n<LocatorMap title="T" />\n\n<LocatorMap title="T">\n<Place lat={91} lon={-74}>A</Place>\n<Place lat={4} lon="5">**B**</Place>\n<Place lat={4} lon={5}>A <Source id="wire" /></Place>\n</LocatorMap>',
    '10:23  error  Unexpected country “Columbia”: expected one of Natural Earth’s names in English.\n  Did you mean “Colombia”?  [prop-valid]',
    '12:1  error  Unexpected empty <LocatorMap>: expected names in “countries”, or a <Place> between the tags.  [prop-valid]',
    '15:8  error  Unexpected 91 for “lat” on <Place>: expected degrees from {-90} to {90}.  [prop-valid]',
    '16:16  error  Unexpected “5” for “lon” on <Place>: expected degrees from {-180} to {180}.  [prop-valid]',
    '17:1  error  Unexpected content of <Place>: expected the name of the place in plain words.  [prop-valid]',
  ),

  // Code, which this newsroom does not want.
  'program-expression': story(
    'Text {1 + 1}.',
    '10:6  error  Unexpected code, “{1 + 1}”: expected only text and components.  [program]',
  ),
  'program-import': story(
    "import Map from './Map.astro';\n\n<Map />",
    '10:1  error  Unexpected code, “import”: expected only text and components.  [program]',
  ),
  'program-spread': story(
    'A <Source {...{ "set:html": "x" }} />.',
    '10:3  error  Unexpected code, “{...}”: expected only text and components.  [program]',
  ),

  // Several mistakes in one story, one of them a warning that could only follow from the others.
  several: {
    text: `---\nheadlin: A headline\n${rest}\nsources:\n  wire: { outlet: reuters }\n  post: { outlet: reuters }\n---\nA <Source id="wir" />, a <Sauce />.\n`,
    says: [
      `2:1  error  Unexpected key “headlin”: expected ${keys}.\n  Did you mean “headline”?  [key-known]`,
      '10:11  error  Unknown source “wir”: expected one of the sources listed above the story.\n  Did you mean “wire”?  [source-exists]',
      `10:26  error  Unexpected component <Sauce>: expected ${components}.\n  Did you mean “Source”?  [component-known]`,
    ],
  },
  // Windows writes a mark and other line ends; places are the same.
  'windows-lines': {
    text: `\uFEFF---\n${whole}\nupdated: tomorrow\n---\nText.\n\nA <Source id="post" />.\n`.replaceAll('\n', '\r\n'),
    says: [
      '6:10  error  Unexpected “tomorrow” for “updated”: expected a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00.  [value-valid]',
      '10:11  error  Unknown source “post”: expected one of the sources listed above the story.  [source-exists]',
    ],
  },
};

const files: Record<string, Mistake> = {
  ...Object.fromEntries(Object.entries(stories).map(([id, mistake]) => [`content/explainers/${id}.mdx`, mistake])),
  'content/outlets/broken.yaml': {
    text: 'name: The Broken: Post\nkind: newspaper\n',
    says: [
      '1:17  error  Unexpected colon in a text: expected quotation marks around the text.\n  Did you mean “"The Broken: Post"”?  [yaml-syntax]',
    ],
  },
  'content/outlets/wrong.yaml': {
    text: 'name: The Wrong Post\nkind: paper\nurl: post.example\n',
    says: [
      '2:7  error  Unexpected “paper” for “kind”: expected agency, newspaper, broadcaster, site, journal, official, court, company or platform.\n  Did you mean “newspaper”?  [value-valid]',
      '3:6  error  Unexpected “post.example” for “url”: expected a web address such as https://example.org/page.  [value-valid]',
    ],
  },
  'content/outlets/empty.yaml': {
    text: '',
    says: [
      '1:1  error  Missing key “name”: expected the name of the outlet.  [key-required]',
      '1:1  error  Missing key “kind”: expected agency, newspaper, broadcaster, site, journal, official, court, company or platform.  [key-required]',
    ],
  },
  'content/people/john-doe.yaml': {
    text: 'name: John Doe\nroles:\n  - { title: Mayor, from: 2020, until: 2023 }\n  - Governor\n',
    says: [
      '3:33  error  Unexpected key “roles.until”: expected title, from, to or translations.  [key-known]',
      '4:5  error  Unexpected “Governor” in “roles”: expected a group such as { title: … }.  [value-valid]',
    ],
  },
  // A mistake in an entry is no mistake in those that name it.
  'content/explainers/names-broken.mdx': {
    text: `---\n${whole}\nsources:\n  post: { outlet: broken, by: john-doe }\n---\nA <Source id="post" />.\n`,
    says: [],
  },
};

const twice = ['content/explainers/twice.mdx', 'content/explainers/twice/index.mdx'];

let site: Site;
let built: Awaited<ReturnType<Site['build']>>;
let messages: Map<string, string[]>;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import nutgraf from 'nutgraf';\nexport default { site: 'https://news.example', integrations: [nutgraf({ name: 'The Example', guide: false })] };\n`,
    'dist/marker.txt': 'kept',
    'content/explainers/rows.csv': 'year,count,note\n2020,1,\n2021,2,few\n',
    'content/explainers/ragged.csv': 'a,b\n1,2\n3\n',
    'content/explainers/broken.json': '[\n{"a": }\n]\n',
    'dist/old/index.html': 'An old page',
    ...Object.fromEntries(Object.entries(files).map(([file, { text }]) => [file, text])),
    ...Object.fromEntries(twice.map((file) => [file, `${frontmatter()}${file}\n`])),
  });
  built = await site.build();
  messages = messagesIn(built.output);
});
afterAll(() => site.dispose());

test.each(Object.entries(files))('%s', (file, { says }) => {
  expect(messages.get(file) ?? []).toEqual(says);
});

test('two stories with one id', () => {
  const said = twice.flatMap((file, index) =>
    (messages.get(file) ?? []).map((message) => ({ message, other: twice[1 - index] })),
  );
  // Which of them is read first is the disk’s choice.
  expect(said.length).toBeGreaterThan(0);
  for (const { message, other } of said)
    expect(message).toBe(`1:1  error  Unexpected second story “twice”: expected only ${other}.  [id-once]`);
});

test('all in one run that fails, says nothing else and keeps what was published', () => {
  const all = [...messages.values()].flat();
  const expected = Object.keys(files).filter((file) => files[file]!.says.length);
  expect(built.code).toBe(1);
  expect(built.output).toContain(`[nutgraf] ${all.length} errors in ${messages.size} files\n`);
  expect([...messages.keys()].filter((file) => !twice.includes(file)).sort()).toEqual(expected.sort());
  // Nothing of what parsers and Astro would say for themselves.
  expect(built.output).not.toMatch(/^\s+at |node_modules|Stack trace|Hint:/m);
  expect(all.join('\n')).not.toMatch(
    /corresponding|U\+00[2-7]|micromark|acorn|lazy|mapping|scalar|YAML|MDX|undefined|NaN|null\b/,
  );
  expect(site.read('dist/marker.txt')).toBe('kept');
  expect(site.read('dist/old/index.html')).toBe('An old page');
  expect(site.has('dist/index.html')).toBe(false);
});

test('`nutgraf check` tells the same without building', async () => {
  const { code, output } = await site.nutgraf('check', '--format', 'json');
  expect(code).toBe(1);
  const desk = new Set(rules.map(({ name }) => name));
  const told = (JSON.parse(output) as { messages: MessageJson[] }).messages.filter(
    ({ rule, file }) => !desk.has(rule) && !twice.includes(file),
  );
  const said = [...messages]
    .filter(([file]) => !twice.includes(file))
    .flatMap(([file, all]) => all.map((message) => `${file}:${message}`));
  expect(told.map(fromJson).map(formatMessage).sort()).toEqual(said.sort());
});

test('a site whose mistakes are mended builds', async () => {
  for (const file of Object.keys(stories)) site.write(`content/explainers/${file}.mdx`, `${frontmatter()}Mended.\n`);
  for (const name of ['broken', 'wrong', 'empty'])
    site.write(`content/outlets/${name}.yaml`, 'name: The Post\nkind: newspaper\n');
  site.write('content/people/john-doe.yaml', 'name: John Doe\n');
  for (const file of [
    twice[1]!,
    'content/explainers/rows.csv',
    'content/explainers/ragged.csv',
    'content/explainers/broken.json',
  ])
    site.remove(file);
  const { code, output } = await site.build();
  expect(messagesIn(output)).toEqual(new Map());
  expect(code).toBe(0);
  expect(site.read('dist/yaml-colon/index.html')).toContain('Mended.');
  expect(site.has('dist/marker.txt')).toBe(false);
});
