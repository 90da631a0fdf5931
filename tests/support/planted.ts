import { newsdesk } from './desk.ts';

/** A story, what stands above it, and the rule that it is about. */
export interface Case {
  rule: string;
  above: string;
  body: string;
}

const cases = (rule: string, ...stories: (string | [above: string, body: string])[]): Case[] =>
  stories.map((story) =>
    typeof story === 'string' ? { rule, above: '', body: story } : { rule, above: story[0], body: story[1] },
  );

/** The newsroom of these stories: that of the desk’s tests, with two more people. */
export const plantedRegistries = {
  ...newsdesk.registries,
  people: new Map([
    ...newsdesk.registries.people,
    ['john-roe', { name: 'John Roe', roles: [{ title: 'U.S. senator from Ohio', from: '2019' }] }],
    ['ana-perez', { name: 'Ana Pérez', roles: [{ title: 'Foreign Minister of Peru', from: '2022', to: '2024-06' }] }],
  ]),
};

/** Mistakes, as they come about: each kind in several forms. The stories are of January 8, 2026, unless they say so. */
export const planted: Case[] = [
  ...cases(
    'weekday-date',
    'The trial opens on Monday, January 20, 2026, at the county court.',
    'The vote was held on Monday, 14 December 2025.',
    'Sailors left the port on Thursday the 5th of September 2025.',
    'The hearing is set for Wednesday, Jan. 15.',
    'It fell on March 3, 2025, a Sunday, in heavy rain.',
    'The law was signed on July 4, 2025 (Thursday).',
    'Doors open Tues., Feb. 4, 2026.',
    ['', '<WhatsNext>\n<Step date="2026-02-03">Ministers meet on Monday, February 3, 2026.</Step>\n</WhatsNext>'],
  ),
  ...cases(
    'date-exists',
    'The deadline is November 31, 2026.',
    'He was born on 30 February 1984 in Leeds.',
    'The museum reopened on Feb. 29, 2025, after repairs.',
    'Applications close on June 31.',
    'The ship sailed on the 31st of April, 1912.',
    'The last entry is dated 31/11/2025.',
    'The fair runs from September 28-31.',
  ),
  ...cases(
    'time-ago',
    'The dam was finished three years ago, in 2019.',
    'In 2010, five years ago, the firm moved its plant to Ohio.',
    'The treaty was signed 20 years ago (1996).',
    'She left the army in 2001, a decade ago.',
    'The two met two months ago, on July 4, 2025.',
    'The rule dates from 1975, some 30 years ago.',
  ),
  ...cases(
    'figure-differs',
    ['headline: Fire kills 12 at a hotel in Lima', 'Fourteen people died when a fire swept through a hotel in Lima.'],
    [
      'headline: City to spend $40 million on schools',
      'The city will spend $14 million on its schools over two years, the mayor said.',
    ],
    [
      'description: Some 3,000 jobs go at the steel plant.',
      'The steel plant will cut 2,000 jobs by the summer, the company said.',
    ],
    ['', '<KeyPoints>\n- Turnout was 61 percent.\n</KeyPoints>\n\nTurnout was 71 percent, the electoral office said.'],
    [
      'description: The storm left 120,000 homes without power.',
      'The storm left 210,000 homes without power, the grid said.',
    ],
    ['headline: Nine arrested after protest in Leeds', 'Police said that 11 people were arrested after the protest.'],
    [
      '',
      '<InNumbers>\n<Number value="$2.5 billion" source="reuters">\nCost of the railway\n</Number>\n</InNumbers>\n\nThe railway is to cost $3.5 billion.',
    ],
  ),
  ...cases(
    'parts-total',
    'Of the 120 delegates, 70 voted for the motion, 40 against it and 20 abstained.',
    'Fifteen people were hurt: six police officers and eight passers-by.',
    'The grant is worth $9 million: $5 million for roads, $3 million for schools and $2 million for parks.',
    'The school has 240 girls and 250 boys, a total of 500 pupils.',
    'In the survey, 48 percent backed the law, 39 percent opposed it and 23 percent were undecided.',
    'The 9-member board — five Democrats and three Republicans — meets in June.',
    '| Town | Votes |\n|------|------:|\n| Leeds | 1,200 |\n| York | 800 |\n| Total | 2,100 |',
  ),
  ...cases(
    'percentage-points',
    'Unemployment rose from 4% to 6%, an increase of 2%.',
    'The tax went up by 3 percent, from 12 percent to 15 percent.',
    'The party’s share fell from 38 per cent to 31 per cent, a drop of seven per cent.',
    'Rents rose 50 percent, from $800 to $1,000.',
    'The herd shrank from 400 to 300, a fall of 40%.',
    'Approval climbed from 41% to 46%, up 8 percentage points.',
  ),
  ...cases(
    'share-whole',
    'In the poll, 112 percent of voters said that they were worried.',
    'Turnout of 104% was reported in the north.',
    'Some 120% of the residents have no running water.',
    'Eleven of the nine judges agreed with the ruling.',
    'In the town, 7 out of 5 homes stand empty.',
  ),
  ...cases(
    'unit-conversion',
    'The town lies 100 miles (260 km) north of the border.',
    'The wall is 30 feet (19 metres) high.',
    'It weighs 200 pounds, or 190 kilograms.',
    'The fire burned 5,000 acres (4,000 hectares) of forest.',
    'Temperatures reached 104°F (50°C) on Tuesday.',
    'Winds of 75 mph (90 km/h) were measured.',
    'The reserve covers 50 square miles (330 square kilometers).',
    'The 12-mile (29-kilometre) stretch is closed.',
  ),
  ...cases(
    'unit-mixed',
    'The stadium cost $340 million. Critics say that the €340 million should have gone to schools.',
    'The tunnel is 57 kilometres long. Trains pass the 57 miles in 20 minutes.',
    ['headline: Ministers approve £25 million for flood walls', 'The walls will cost $25 million, ministers said.'],
    'The fine of 4.3 million euros is the highest so far. It was cut to 4.3 million dollars on appeal.',
  ),
  ...cases(
    'name-spelling',
    'Mayor Jane Deo opened the bridge.',
    'Engineer Margaret Smithson wrote the report. Ms. Smithsen said that the bridge is safe.',
    'Robert Kowalczyk, the owner, agreed. Later Kowalczik said that he would sell.',
    'Dr. Helena Marchetti said so. Dr. Helena Marcheti added that it was late.',
    'Senator John Roe met the press. Sen. Jon Roe took no questions.',
    'Lawyer Thomas Whitfield said no. Tomas Whitfield said yes a week later.',
    'The minister, Ana Perez, resigned.',
    'Catherine Ndlovu, 34, owns the shop. “It is mine,” Cathrine said.',
    'Sergeant Ibrahim Traoré said so. Mr. Traore said more.',
  ),
  ...cases(
    'role-on-date',
    'Mayor Jane Doe will sign the contract.',
    'Jane Doe, the mayor, will sign the contract.',
    'Senator Jane Doe will sign the contract.',
    'The contract was signed by Jane Doe, mayor of the city.',
    'President John Roe spoke in Columbus.',
    'In 2018, Senator John Roe bought the farm.',
    'Foreign Minister Ana Pérez flew to Lima.',
    ['published: 2021-05-01', 'Governor Doe opened the hall.'],
    'John Roe (governor) was there.',
  ),
  ...cases(
    'quotation-differs',
    '“We will rebuild every school in this valley,” the governor said.\n\n<PullQuote by="Jane Doe">\n“We will rebuild every house in this valley.”\n</PullQuote>',
    'He said: “The money was never there.” Asked again, he said that “the money was always there”.',
    ['headline: ‘I did not take one cent’, mayor says', '“I did not take a cent,” the mayor said.'],
    '<Officials>\n<Statement by="jane-doe" source="jane">\n“Nobody told us that the bridge was not safe.”\n</Statement>\n</Officials>\n\nDoe said that “nobody told us that the bridge was safe”.',
    'She said: “It took us eleven months to get an answer.” Her words, “it took us seven months to get an answer,” were in every paper.',
  ),
  ...cases(
    'accusation-response',
    'Prosecutors accused Robert Fielding of fraud in a case that opened in May.',
    'Helen Marsh, a contractor, was charged with bribery.',
    'Jane Doe stole from the fund, the report alleges. The council accused Doe of corruption.',
    'Two former aides said that William Trent, the head of the firm, had embezzled funds.',
    'The audit names Peter Vance, who allegedly took kickbacks from builders.',
  ),
  ...cases(
    'charge-unnamed',
    'Robert Fielding took bribes for years, said an official who asked not to be named.',
    'According to a person familiar with the matter, Mayor Helen Marsh covered up the deaths.',
    'Bishop Alan Crewe abused three boys, a source said.',
    [
      'sources:\n  aide: { name: An aide, unnamed: true, description: An aide to the mayor, anonymity: Fear for the job }',
      'The mayor stole from the fund, <Source id="aide" /> said.',
    ],
  ),
  ...cases(
    'single-source',
    [
      'sources: {}',
      `The council votes on the bridge. ${'It has talked about the plan for years and has not agreed. '.repeat(5)}`,
    ],
    ['', `The council votes. ${'It has talked about the plan for years and has not agreed. '.repeat(5)}`].map(
      (text, index) => (index ? text : 'sources: {}'),
    ) as [string, string],
  ),
  ...cases(
    'source-speaker',
    [
      'sources:\n  tape: { by: john-roe, kind: speech }',
      '“I never met him,” Jane Doe said, according to <Source id="tape">a tape</Source>.',
    ],
    [
      'sources:\n  post: { by: jane-doe, kind: post }',
      'John Roe wrote that it is “a day of shame” in <Source id="post">a post</Source>.',
    ],
  ),
  ...cases('statement-source', [
    'sources:\n  talk: { by: john-roe, kind: interview }',
    '<Officials>\n<Statement by="jane-doe" source="talk">\n“I never met him.”\n</Statement>\n</Officials>',
  ]),
  ...cases(
    'event-date',
    'The dam broke on May 4, 2023, after a week of rain.\n\n<Timeline>\n<Event date="2023-05-14">The dam breaks after a week of rain.</Event>\n</Timeline>',
    'The treaty was signed by both presidents in 1998.\n\n<Timeline>\n<Event date="1989">Both presidents sign the treaty.</Event>\n</Timeline>',
    '<Timeline>\n<Event date="2024-03-12">March 21, 2024: the company files for bankruptcy.</Event>\n</Timeline>',
    'Parliament votes on the budget on February 17.\n\n<WhatsNext>\n<Step date="2026-03-17">Parliament votes on the budget.</Step>\n</WhatsNext>',
  ),
  ...cases(
    'pointer-target',
    'As the chart below shows, rents have doubled.',
    'The map above shows the three dams.',
    'See table for the results of each district.',
    'The photo below was taken in 1912.',
  ),
  ...cases(
    'said-twice',
    'The council will vote on on Tuesday.',
    'It is the\nthe third time.',
    'The governor has set money aside for the new bridge across the river.\n\nNobody has seen the plan.\n\nThe governor has set money aside for the new bridge across the river.',
    ['description: The mayor said that that the the bridge is safe.', 'A.'],
  ),
  ...cases(
    'quotation-closed',
    '“The bridge is safe, the engineer said. Nobody asked again.',
    'The bridge is safe,” the engineer said.',
    'He called it "a day of shame and left the hall.',
    'She said: “It is over. They left.\n\nThe council met in June.',
  ),
  ...cases(
    'headline-style',
    ['headline: Council approves the bridge.', 'A.'],
    ['headline: COUNCIL APPROVES NEW BRIDGE', 'A.'],
    ['headline: “We are late”, mayor says.', 'A.'],
  ),
];

/** What looks like a mistake and is none. */
export const nearMisses: Case[] = [
  ...cases(
    'weekday-date',
    'The trial opens on Tuesday, January 20, 2026. The vote was on Sunday, 21 December.',
    'On Monday, 12 people came. He said on Tuesday that March 3, 2025, was too early.',
    'In 2019, the group met on Friday, March 1, for the first time.',
  ),
  ...cases(
    'date-exists',
    'The law of February 29, 2024, ends on November 30. In May 35 firms closed, and March 31 is the last day.',
    'He may 31 times have said so.',
  ),
  ...cases(
    'time-ago',
    'It was built six years ago, in 2019. Ten years ago, in 2015, nobody knew. A decade ago, in 2016, it was new.',
    'Three years ago, 2,019 people lived here. In 2019, he met the woman whom he had left three years ago.',
    'The firm was founded nearly 30 years ago, in 1996.',
  ),
  ...cases(
    'figure-differs',
    ['headline: Five things to know about the flood', 'Three people died and two things are open.'],
    ['headline: Nearly 300 dead after flood', 'The flood killed 297 people.'],
    ['headline: City to spend $1.2 million on schools', 'The schools get $1,234,000, the city said.'],
    [
      'description: Twelve people died in the fire.',
      'The fire killed 12 people. In 2015, a fire killed 14 people there.',
    ],
  ),
  ...cases(
    'parts-total',
    'Of the 120 delegates, 70 voted for the motion and 50 against it.',
    'The grant of $9 million includes $5 million for roads and $3 million for schools.',
    'Fifteen people were hurt, among them six officers and two nurses.',
    'Of the 100 seats, 30 are held by women and 12 by people under 30.',
    'In the survey, 33.4 percent backed the law, 33.3 percent opposed it and 33.4 percent were undecided.',
  ),
  ...cases(
    'percentage-points',
    'Unemployment rose from 4% to 6%, an increase of 50%.',
    'Unemployment rose two percentage points, from 4% to 6%.',
    'Rents rose 25 percent, from $800 to $1,000.',
    'From 2010 to 2015, sales rose 12%.',
  ),
  ...cases(
    'share-whole',
    'The budget is 140% of that of 2020. Sales were up 120 percent. The family earns 150% of the poverty line.',
    'Nine of the eleven judges agreed; 100 percent of voters did.',
    'Three of the 20 largest firms left.',
  ),
  ...cases(
    'unit-conversion',
    'The town lies 100 miles (160 km) away, and 6 feet (1.8 m) of snow fell at −4°F (−20°C).',
    'It is 26 miles (42.2 km) long; 10 miles (5,000 people) away.',
    'Warming of 1.5°C (2.7°F) is the limit. It is 1,000 feet (300 metres) high.',
  ),
  ...cases(
    'unit-mixed',
    'The road is 40 miles (64 km) long. The train does 64 km in an hour.',
    'The ticket costs $5. A coffee is €5.',
    'The gap is 5 miles wide and 5 feet deep.',
  ),
  ...cases(
    'name-spelling',
    'Jane Doe’s plan and the Does’ house are old. Governor Doe said so.',
    'John Smith, the owner, met Joan Smith, his wife.',
    'Engineer Margaret Smithson said so. The Smithsons and Smithson’s report agree.',
    'Gary Larson said so. Anna Carson said no.',
  ),
  ...cases(
    'role-on-date',
    'Governor Jane Doe and Gov. Doe are one. Jane Doe, the governor, said so. Jane Doe, the former mayor, did too.',
    'Sen. John Roe, Senator Roe and U.S. Senator John Roe are one.',
    'In 2021, Mayor Jane Doe opened the bridge. Then-Mayor Doe was late.',
    'Ana Pérez, a former foreign minister, spoke. Jane Doe, President Smith and others came.',
  ),
  ...cases(
    'quotation-differs',
    '“We will rebuild every school in this valley,” she said. It is “every school in this valley”, she said.',
    'He said “we will win the vote in spring”. She said “we will lose the house in winter”.',
    '“We … will rebuild every house,” she said. “We will rebuild every school,” he said. “We [will] not.”',
  ),
  ...cases(
    'accusation-response',
    'Prosecutors accused Robert Fielding of fraud. Fielding denied it.',
    'The report on fraud was written by Helen Marsh.',
    'Robert Fielding accused the council of corruption.',
    'The New York Times reported on corruption in Buenos Aires.',
  ),
  ...cases(
    'charge-unnamed',
    'An official who asked not to be named said that the talks went well.',
    'Robert Fielding took bribes, the court ruled.',
    'Mayor Helen Marsh covered up the deaths, a source said. <Source id="reuters" /> has the papers.',
  ),
  ...cases('source-speaker', [
    'sources:\n  tape: { by: jane-doe, kind: speech }',
    '“I never met him,” Jane Doe told John Roe in <Source id="tape">a speech</Source>.',
  ]),
  ...cases(
    'event-date',
    'The dam broke on May 4, 2023, after a week of rain.\n\n<Timeline>\n<Event date="2023-05">The dam breaks after a week of rain.</Event>\n<Event date="2023-06-01">The council asks why.</Event>\n</Timeline>',
  ),
  ...cases(
    'pointer-target',
    'The chart below shows it.\n\n| A | B |\n|---|---|\n| 1 | 2 |',
    'He is off the chart. The water below the bridge is deep.',
  ),
  ...cases('said-twice', 'He had had enough, and said that that was all. Walla Walla and Bora Bora are far, far away.'),
  ...cases(
    'quotation-closed',
    '“It is over.\n\n“They left.” The 6" pipe and the ’90s are fine, and so are the dogs’ bowls.',
    'She said, “He told me ‘no’.”',
  ),
  ...cases(
    'headline-style',
    ['headline: Why U.S. and NATO forces left', 'A.'],
    ['headline: What we know about Acme Inc.', 'A.'],
  ),
];
