/** The files of a component of the newsroom’s own, right as they stand. @param name such as `Verdict`. */
export const componentFiles = (name: string): Record<string, string> => ({
  'contract.ts': `import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';

export default defineContract({
  name: '${name}',
  purpose: 'What it is for, in a sentence for writers.',
  place: 'section',
  holds: 'flow',
  props: z.object({ title: z.string().describe('Its heading.') }),
  example: \`<${name} title="A heading">
What stands in it.
</${name}>\`,
});
`,
  [`${name}.astro`]: `---
import type { PropsOf } from 'nutgraf/contract';
import type contract from './contract.ts';

type Props = PropsOf<typeof contract>;

const { title } = Astro.props;
---

<section>
  <h2>{title}</h2>
  <slot />
</section>
`,
  'plain.ts': `import type { PlainForm } from 'nutgraf/plain';
import type contract from './contract.ts';

/** What it is in feeds and copies. */
const plain: PlainForm<typeof contract> = ({ title }, children) => [
  { type: 'element', tagName: 'h2', properties: {}, children: [{ type: 'text', value: title }] },
  ...children,
];

export default plain;
`,
});
