/** A step of a guide: something to type in a terminal, with what it says; or something to write above or in a story. */
export type Step = { kind: 'type'; line: string; says: string[] } | { kind: 'above' | 'more' | 'text'; lines: string };

/**
 * The steps of a guide, in its order. Indented lines are typed in a terminal where they begin with `npm`, and are
 * what it says where they do not; a block of YAML with its `---` stands above a story, one without is added there; a
 * block of MDX is the story’s text.
 */
export function stepsIn(markdown: string): Step[] {
  const steps: Step[] = [];
  const blocks = markdown.matchAll(/^```(yaml|mdx)\n([^]*?)^```$|^ {4}(\S.*)$/gm);
  for (const [, kind, block = '', line = ''] of blocks) {
    const last = steps.at(-1);
    if (line.startsWith('npm ')) steps.push({ kind: 'type', line, says: [] });
    else if (line && last?.kind === 'type') last.says.push(line);
    else if (kind === 'mdx') steps.push({ kind: 'text', lines: block });
    else if (kind === 'yaml')
      steps.push({ kind: block.startsWith('---\n') ? 'above' : 'more', lines: block.replace(/^---\n/gm, '') });
  }
  return steps;
}
