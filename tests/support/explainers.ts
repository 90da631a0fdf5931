/**
 * Explainers in plain text, as reporters of different schools hand them in: five speakers, seven quotations and seven
 * attributions each, about invented towns.
 */
export interface PlainExplainer {
  style: string;
  text: string;
  /** The beginning of each quotation, and whose words it is. */
  quotations: [words: string, speaker: string][];
  /** Who else is given as the source of something. */
  attributions: string[];
}

export const plainExplainers: readonly PlainExplainer[] = [
  {
    style: 'agency',
    text: `Why Harrow Bay is moving its ferry

By Nina Castell
March 3, 2026

HARROW BAY — The ferry that has crossed the bay since 1961 will leave from a new pier in June, the port authority said Monday.

The old pier is sinking by two centimetres a year, according to a survey by the National Harbour Institute. The Harrow Bay Courier first reported the plan in January.

“We can’t patch this pier for a third time,” said Mayor Loretta Quist, who has pushed for the move since 2022.

Dennis Abara, the ferry’s captain, told the Courier that he had warned the city for years. “You could feel it move under the truck,” Abara said.

Opponents say the new pier is too far from the market. “Nobody walks two kilometres with fish,” Councilwoman Petra Lindgren said. “They will take the car, or they will stop coming.”

The move will cost $14 million, Reuters reported, citing budget documents. Half of it will come from the state, according to the Department of Transport.

Why it matters

The ferry carries 3,000 people a day. “Without it, we lose the hospital’s night shift,” said Omar Feld, who runs St. Brendan’s Hospital.

Fares will not rise, the port authority wrote in a letter to residents. The Associated Press reported that a private operator had asked for higher ones.

What’s next

The council votes on March 17. “I expect a long night,” Quist said. Harold Venn, a professor of engineering at Lakeside University, was more hopeful. “The new pier is a good design,” Venn told Radio Harrow.
`,
    quotations: [
      ['We can’t patch', 'Loretta Quist'],
      ['You could feel', 'Dennis Abara'],
      ['Nobody walks', 'Petra Lindgren'],
      ['Without it, we lose', 'Omar Feld'],
      ['I expect a long', 'Loretta Quist'],
      ['The new pier is a good', 'Harold Venn'],
    ],
    attributions: [
      'survey by the National Harbour Institute',
      'Harrow Bay Courier',
      'Reuters',
      'Department of Transport',
      'Associated Press',
      'Radio Harrow',
    ],
  },
  {
    style: 'broadsheet',
    text: `The river that two provinces share, explained

By Tomas Reyes and Ada Blom

12 January 2026

For eighty years the Selva has been divided by a formula that nobody fully understands. That is about to change.

What happened

The two provinces agreed on Friday to measure the river anew, The Guardian reported. “It is the first time that anybody will count the water,” the environment minister, Clara Duval, told reporters.

According to Farmers’ Union figures, a third of the fields in the south lie dry. The union’s president, Marek Tolan, called the agreement “a promise written on water that nobody can drink”.

Ingrid Sato, a hydrologist at the University of Carrow, said that the formula had been wrong from the start. “They took three wet years for the rule,” she said.

“In a dry year there is nothing left to share,” Sato added.

What officials are saying

“We will pay for the gauges, and the south will read them,” said Jorge Almeida, the governor of the north.

“Reading them is the easy part,” Governor Helena Brandt of the south replied in an interview with the Selva Times.

The backdrop

The river has fallen by 18 percent since 1990, a study in the journal Water Policy found. Last summer, the broadcaster NPR reported, two towns were supplied by truck. The national weather service expects another dry year, according to a forecast published in December. Le Monde wrote that a private company had offered to build a dam.
`,
    quotations: [
      ['It is the first time', 'Clara Duval'],
      ['a promise written', 'Marek Tolan'],
      ['They took three', 'Ingrid Sato'],
      ['In a dry year', 'Ingrid Sato'],
      ['We will pay', 'Jorge Almeida'],
      ['Reading them', 'Helena Brandt'],
    ],
    attributions: ['The Guardian', 'Farmers’ Union figures', 'Selva Times', 'NPR', 'forecast', 'Le Monde'],
  },
  {
    style: 'conversational',
    text: `So, what is going on with the school buses in Pell County?

By Ruth Amadi

Feb. 9, 2026

Buses in Pell County have been late for 40 days in a row. Here is what we know.

Who says what?

The superintendent, Dr. Gail Novak, blames a shortage of drivers. “We have 31 routes and 22 people,” she told the Pell Gazette.

Drivers see it differently. “They changed my route four times in a month,” said Luis Ferro, who has driven for the county since 2009. Ferro said he would quit in May.

Parents are tired. “My son has missed math twelve times,” Annette Cole wrote on Facebook. Cole, who has two children at Pell Elementary, wants the county to pay for taxis.

The company that plans the routes, BusLogic, did not answer questions. In a statement to WPLK News, its spokesman Trent Howell said: “Our software works as designed.”

And the state? “This is a local matter,” Education Secretary Maria Ochoa told reporters on Thursday. “We are watching it closely.”

What do the numbers say?

Nine of ten buses came late in January, county data show. Two neighbouring counties had the same problem, Axios reported. Each late bus costs the county $200, according to the school board. ProPublica found in 2024 that BusLogic had lost contracts in three states.

What comes next?

The board meets on Tuesday. “I want a plan by then,” Cole said.
`,
    quotations: [
      ['We have 31 routes', 'Gail Novak'],
      ['They changed my route', 'Luis Ferro'],
      ['My son has missed', 'Annette Cole'],
      ['Our software works', 'Trent Howell'],
      ['This is a local', 'Maria Ochoa'],
      ['I want a plan', 'Annette Cole'],
    ],
    attributions: ['Pell Gazette', 'Facebook', 'WPLK News', 'Axios', 'school board', 'ProPublica'],
  },
];
