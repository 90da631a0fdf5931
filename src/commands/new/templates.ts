import type { Label } from '../../schema/story.ts';

export type Template = 'explainer' | 'background' | 'questions' | 'fact-check';

interface TemplateSource {
  label?: Label;
  sources?: object;
  body: string;
}

/** Comments are for the writer: readers never see them. */
const opening = `{/* TODO Put your words in the place of these, and take out the comments. What stands between such signs is not on the page. */}`;

const lede = `Say in one paragraph what happened, to whom, and when.

{/* To cite a source, list it above the story, between the two lines of ---:

sources:
  reuters: { outlet: reuters, title: The title of the report }

and name it in the sentence: The council voted, <Source id="reuters" /> reported. */}`;

const nutGraf = `<WhyItMatters>
Say in at most 60 words why a reader should care.
</WhyItMatters>`;

/** What a new story of each template begins with. Each is right as it stands, whatever the newsroom. */
export const templates: Record<Template, TemplateSource> = {
  explainer: {
    body: `${opening}

<KeyPoints>
- The story in up to five points, a line for each.
</KeyPoints>

${lede}

${nutGraf}

## What happened

Tell it in order.

{/* For who says what:

<Officials>
<Statement by="jane-doe" source="reuters">
“Her words.”
</Statement>
</Officials> */}

<WhatWeKnow>
- What is established.
</WhatWeKnow>

<WhatWeDontKnow>
- What is still open.
</WhatWeDontKnow>

<WhatsNext>
<Step when="No date set">
What comes next.
</Step>
</WhatsNext>`,
  },
  background: {
    label: 'background',
    body: `${opening}

${lede}

${nutGraf}

<Timeline title="How it came to this">
<Event when="The beginning">
What happened first. Where the date is known, write date="2026-01-08" in the place of when="…".
</Event>
<Event when="Now">
Where things stand.
</Event>
</Timeline>

## How it works

Explain it as you would to a friend.`,
  },
  questions: {
    body: `${opening}

${lede}

${nutGraf}

<QandA>
<Question ask="What happened?">
The answer.
</Question>
<Question ask="Why now?">
The answer.
</Question>
<Question ask="What does it mean for me?">
The answer.
</Question>
</QandA>`,
  },
  'fact-check': {
    label: 'fact-check',
    sources: { claim: { name: 'Where the claim was made', kind: 'other' } },
    body: `${opening}

${lede}

<Claim status="unverified" source="claim">
The claim, in the words of whoever made it. When you know, write confirmed, disputed or false in the place of unverified.
</Claim>

${nutGraf}

## What we found

Tell what you looked at, and what it shows.

<Process>
Say whom you asked, and what you could not find out.
</Process>`,
  },
};
