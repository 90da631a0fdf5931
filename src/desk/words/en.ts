import type { Words } from './words.ts';

/** English. What a style guide calls by another name stays out: a rule with false alarms is soon turned off. */
export const en: Words = {
  rot: [
    'today', 'tonight', 'tomorrow', 'yesterday',
    'this morning', 'this afternoon', 'this evening', 'this week', 'this weekend', 'this month', 'this year',
    'last night', 'last week', 'last weekend', 'last month', 'last year', 'next week', 'next month', 'next year',
    'earlier this week', 'later this week', 'recently', 'currently',
  ],
  speech: [
    'said', 'says', 'say', 'saying', 'told', 'tells', 'tell', 'wrote', 'writes', 'write', 'written', 'writing', 'posted', 'posts', 'tweeted',
    'reported', 'reports', 'report', 'according to', 'called', 'calls', 'call', 'calling', 'described', 'describes', 'describe', 'describing', 'announced', 'announces',
    'argued', 'argues', 'argue', 'claimed', 'claims', 'claim', 'warned', 'warns', 'warn', 'stated', 'states', 'added', 'adds', 'adding', 'asked', 'asks', 'ask',
    'replied', 'replies', 'responded', 'responds', 'confirmed', 'confirms', 'denied', 'denies', 'deny', 'insisted', 'insists', 'explained', 'explains',
    'promised', 'promises', 'pledged', 'vowed', 'demanded', 'urged', 'noted', 'notes', 'testified', 'testifies', 'declared', 'declares', 'referred to', 'refers to',
    'quoted', 'quotes', 'known as', 'so-called', 'titled', 'headlined', 'named', 'dubbed', 'shows', 'show', 'found', 'finds', 'estimated', 'estimates', 'accused', 'accuses', 'accusing',
    'fear*', 'praised', 'praises', 'thanked', 'concluded', 'concludes', 'reads', 'means', 'defines', 'defined', 'ruled', 'rules', 'remain', 'remains',
  ],
  present: ['says', 'say', 'writes', 'write', 'reports', 'report', 'shows', 'show', 'finds', 'find', 'estimates', 'estimate', 'argues', 'argue', 'warns', 'warn', 'states', 'according to'],
  accusation: [
    'accused', 'accuses', 'accusing', 'accusation*', 'alleged', 'alleges', 'allegation*', 'allegedly', 'charged with', 'indicted', 'fraud', 'corrupt', 'corruption', 'bribe*', 'bribery',
    'embezzle*', 'money laundering', 'drug trafficking', 'drug trafficker', 'trafficking', 'trafficker', 'smuggling', 'smuggler', 'sexual assault', 'sexual harassment', 'rape', 'raped',
    'murder', 'murdered', 'stole', 'lied', 'liar', 'abuse*', 'plagiarism', 'plagiarised', 'plagiarized', 'misconduct', 'perjury', 'treason', 'terrorist*',
  ],
  denial: [
    'denied', 'denies', 'deny', 'denying', 'denial', 'rejected', 'rejects', 'reject', 'disputes', 'disputed', 'refuted', 'refutes', 'dismissed', 'dismisses', 'declined to comment', 'did not respond',
    'did not reply', 'pleaded not guilty', 'acquitted', 'admitted', 'admits', 'apologised', 'apologized', 'confessed', 'pleaded guilty', 'convicted', 'falsely', 'false', 'replied', 'responded', 'called the accusation*',
  ],
  loaded: [
    'regime', 'thug*', 'so-called', 'radical', 'extremist*', 'hardliner*', 'mob', 'cronies', 'slammed', 'slams', 'blasted', 'blasts', 'lashed out', 'bombshell', 'shocking', 'stunning', 'outrageous',
    'disgraceful', 'notorious', 'infamous', 'claimed to', 'admitted that', 'refused to deny', 'obviously', 'clearly', 'of course', 'needless to say', 'illegal immigrant*', 'illegal alien*', 'draconian', 'controversial',
  ],
  hedges: [
    'some say', 'some people say', 'many say', 'many believe', 'many people', 'critics say', 'experts say', 'observers say', 'analysts say', 'it is said', 'it is believed', 'it is thought',
    'it is widely believed', 'it is understood', 'reportedly', 'purportedly', 'supposedly', 'sources say', 'sources said', 'sources told', 'arguably',
  ],
  acronyms: [
    'US', 'USA', 'UK', 'UN', 'EU', 'NATO', 'NASA', 'FBI', 'CIA', 'AIDS', 'HIV', 'COVID', 'DNA', 'GDP', 'TV', 'CEO', 'AM', 'PM', 'OK', 'ID', 'DC', 'BBC', 'CNN', 'AI', 'PDF', 'GPS', 'UFO', 'VIP', 'FAQ', 'DIY', 'NBA', 'NFL', 'FIFA',
    'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XI', 'XII', 'XIV', 'XVI', 'UTC', 'GMT', 'EST', 'EDT', 'CET', 'NYC', 'LA', 'COVID-19',
  ],
  abbreviations: [
    'mr', 'mrs', 'ms', 'dr', 'prof', 'gen', 'lt', 'col', 'sgt', 'capt', 'sen', 'rep', 'gov', 'pres', 'sec', 'st', 'mt', 'jr', 'sr', 'no', 'vs', 'etc', 'inc', 'ltd', 'co', 'corp', 'dept', 'est', 'approx',
    'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'a.m', 'p.m', 'e.g', 'i.e', 'u.s', 'u.k', 'u.n', 'd.c',
  ],
  links: ['here', 'click here', 'this', 'this link', 'this page', 'this article', 'link', 'more', 'read more', 'learn more', 'see here', 'source', 'website', 'page'],
  former: ['former', 'then', 'ex', 'late', 'previous', 'outgoing', 'incoming', 'next', 'vice', 'deputy', 'acting', 'as', 'future', 'one-time', 'onetime', 'elected', 'became', 'becoming', 'was'],
  of: ['of', 'from', 'for', 'in', 'at', 'to'],
  magnitudes: ['thousand', 'thousands', 'million', 'millions', 'billion', 'billions', 'trillion', 'trillions', 'percent', 'per cent', 'percentage points'],
  // Flesch, R. (1948): “A new readability yardstick”.
  readingEase: ({ words, sentences, syllables }) => 206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words,
  vowels: /[aeiouy]+/g,
};
