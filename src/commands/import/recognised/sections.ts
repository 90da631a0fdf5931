import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { familyNameOf } from '../../../desk/people.ts';
import type { Contract } from '../../../document/contract.ts';
import { quotationsIn } from '../../../strings/quotations.ts';
import { countWords } from '../../../document/words.ts';
import type { Heading, Strings } from '../../../strings/strings.ts';
import { escaped, outletsIn, personOf, speakerOf } from './attributions.ts';
import type { Memory } from './attributions.ts';
import { dateIn } from '../dates.ts';
import { paragraph } from '../manuscript.ts';
import { isShort } from '../forms/text.ts';

/** A heading and what follows it, or the text above the first heading. */
interface Part {
  heading?: { text: string; depth: number; section?: Heading | undefined; children: PhrasingContent[] };
  blocks: RootContent[];
}

const tag = (name: string, attributes: Record<string, string | undefined>, children: RootContent[]): RootContent => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: Object.entries(attributes).flatMap(([key, value]) =>
    value ? [{ type: 'mdxJsxAttribute' as const, name: key, value }] : [],
  ),
  // Blocks and tags; their type is wider: anything that a tree may have.
  children: children as never,
});

const level = (text: string) =>
  text
    .replace(/[’']/g, '’')
    .replace(/[\s:]+$/, '')
    .toLowerCase();

/** The section that a heading means. */
function sectionOf(text: string, { cues, kit }: Memory, { sections }: Strings): Heading | undefined {
  const bare = text.replace(/[:\s]+$/, '');
  const known = (Object.keys(makers) as Heading[]).find((name) => level(sections[name]) === level(bare));
  const section = known ?? cues.sections.find(([, pattern]) => pattern.test(bare))?.[0];
  return section && kit.section(section) ? section : undefined;
}

const isText = (node: RootContent | undefined): node is Paragraph => node?.type === 'paragraph';
const isBold = (node: RootContent): boolean =>
  isText(node) && node.children.length === 1 && node.children[0]!.type === 'strong';

/** What a line has in it, once it is a heading: one in bold letters is bold by that. */
const wordsOfHeading = (node: RootContent): PhrasingContent[] => {
  const [only, ...others] = node.type === 'heading' || isText(node) ? node.children : [];
  return only?.type === 'strong' && !others.length ? only.children : only ? [only, ...others] : [];
};

/**
 * What may be a heading beside those that are marked as such: in plain text a short line; in a document in which
 * nothing is marked, a line in bold letters. One that means a section may be bold in any text.
 */
export type Headings = 'short lines' | 'bold lines' | 'marked';

/** Turns headings that mean a component into that component, with what stands below them. */
export function sectionsOf(blocks: RootContent[], memory: Memory, strings: Strings, headings: Headings): RootContent[] {
  const parts = partsOf(blocks, memory, strings, headings);
  return parts.flatMap((part) => drawn(part, memory, strings));
}

function partsOf(blocks: RootContent[], memory: Memory, strings: Strings, headings: Headings): Part[] {
  const parts: Part[] = [{ blocks: [] }];
  const open = () => parts.at(-1)!;
  const isPlain = headings === 'short lines';
  const hasNoHeadings = headings === 'bold lines' && !blocks.some(({ type }) => type === 'heading');
  for (const [index, node] of blocks.entries()) {
    const line = node.type === 'heading' || isText(node) ? toString(node).trim() : '';
    const inside = open().heading?.section;
    const next = blocks[index + 1];
    const isHeading =
      node.type === 'heading' ||
      (isBold(node) && line.length < 90 && !/[.,]$/.test(line)) ||
      (isPlain && isText(node) && (isShort(line) || /^.{3,90}\?$/.test(line)));
    const section = isHeading ? sectionOf(line, memory, strings) : undefined;
    const depth = node.type === 'heading' ? node.depth : 2;
    // A question, a name or a date is a heading inside of what it belongs to.
    const belongs =
      !section &&
      inside &&
      open().heading!.depth <= depth &&
      ((inside === 'questions' && /\?$/.test(line)) ||
        (inside === 'officials' &&
          (isPlain || depth > 2) &&
          (Boolean(nameIn(line, memory)) ||
            (isText(next) && Boolean(nameIn(toString(next), memory))) ||
            provenanceOf(line, strings))) ||
        (['timeline', 'whatsNext'].includes(inside) &&
          (Boolean(dateIn(line, memory.lang)) || depth > open().heading!.depth)));
    if (
      isHeading &&
      !belongs &&
      (section || node.type === 'heading' || ((isPlain || hasNoHeadings) && next && next.type !== 'heading'))
    ) {
      parts.push({ heading: { text: line, depth, section, children: wordsOfHeading(node) }, blocks: [] });
    } else open().blocks.push(node);
  }
  return parts;
}

/** A part as a component, or as the heading and text that it was. */
function drawn({ heading: head, blocks }: Part, memory: Memory, strings: Strings): RootContent[] {
  if (!head) return blocks.flatMap((node) => opened(node, memory, strings));
  const { section } = head;
  const ours = section ? strings.sections[section] : '';
  const title = level(head.text) === level(ours) ? undefined : head.text.replace(/:$/, '');
  const contract = section && memory.kit.section(section);
  const made = contract && blocks.length ? makers[section]?.(blocks, title, contract, memory, strings) : undefined;
  if (made) {
    if (!title) memory.became.push(head.text);
    return made;
  }
  if (contract)
    memory.todo.push(
      `The part “${head.text}” looks like <${contract.name}>, but what stands in it does not fit: see the guide.`,
    );
  return [
    { type: 'heading', depth: Math.min(Math.max(head.depth, 2), 6) as 2, children: head.children },
    ...blocks.flatMap((node) => opened(node, memory, strings)),
  ];
}

/** “Why it matters: …” in one paragraph. */
function opened(node: RootContent, memory: Memory, strings: Strings): RootContent[] {
  if (!isText(node)) return [node];
  const matters = memory.kit.section('whyItMatters');
  const [first, second] = node.children;
  const lead = first?.type === 'strong' ? toString(first) : '';
  if (
    first &&
    lead &&
    second?.type === 'text' &&
    (/:$/.test(lead) || /^\s*:/.test(second.value)) &&
    sectionOf(lead, memory, strings) === 'whyItMatters' &&
    matters
  ) {
    memory.became.push(lead);
    const rest = {
      ...node,
      children: [{ ...second, value: second.value.replace(/^\s*:?\s*/, '') }, ...node.children.slice(2)],
    };
    return [tag(matters.name, {}, [rest])];
  }
  const [, words = '', rest = ''] = (first?.type === 'text' && /^([^.:]{5,40}):\s+([\s\S]+)$/.exec(first.value)) || [];
  if (!matters || !words || level(words) !== level(strings.sections.whyItMatters)) return [node];
  memory.became.push(words);
  return [tag(matters.name, {}, [{ ...node, children: [{ type: 'text', value: rest }, ...node.children.slice(1)] }])];
}

type Maker = (
  blocks: RootContent[],
  title: string | undefined,
  contract: Contract,
  memory: Memory,
  strings: Strings,
) => RootContent[] | undefined;

const flow: Maker = (blocks, title, { name }) => [tag(name, { title }, blocks)];

/** One list; paragraphs that are short enough are its lines. */
const list: Maker = (blocks, title, { name, limit = Infinity }) => {
  const [first, ...rest] = blocks;
  if (first?.type === 'list' && first.children.length <= limit)
    return [tag(name, { title }, [{ ...first, ordered: false, spread: false }]), ...rest];
  if (!blocks.every((node) => isText(node) && countWords(toString(node)) <= 40) || blocks.length > Math.min(limit, 8))
    return undefined;
  const lines: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: blocks.map((node) => ({ type: 'listItem', spread: false, children: [node as Paragraph] })),
  };
  return [tag(name, { title }, [lines])];
};

const makers: Partial<Record<Heading, Maker>> = {
  keyPoints: list,
  whatWeKnow: list,
  whatWeDontKnow: list,
  whyItMatters: flow,
  background: flow,
  process: flow,
  disclosure: flow,
  officials,
  timeline: moments,
  whatsNext: (...given) => moments(given[0], given[1], given[2], given[3]) ?? flow(...given),
  questions,
};

/** “Donald Trump, President of the United States”, alone in a line: the person. */
function nameIn(line: string, memory: Memory): string | undefined {
  const words = line.trim();
  if (words.length >= 120 || /[.!?”"]$/.test(words)) return undefined;
  const [whole = ''] = words.split(', ');
  const known = memory.registry.personNamed(whole);
  if (known && /\s/.test(whole)) return known;
  const [, name = '', role = ''] =
    /^(\p{Lu}[\p{L}’'.-]+(?:\s+\p{Lu}[\p{L}’'.-]+){1,3}),\s+([^.!?“”"]{3,90})$/u.exec(words) ?? [];
  return name ? personOf(name, role, false, memory) : undefined;
}

/** “Quote, on his income, from Reuters”: what our own text says below a statement. */
function provenanceOf(
  line: string,
  { quote, paraphrase, quoteOn, paraphraseOn }: Strings,
): { source: string; on?: string } | undefined {
  for (const phrase of [quoteOn, paraphraseOn, quote, paraphrase]) {
    const pattern = phrase.replace(/[\\^$.*+?()[\]|]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+?)');
    const { subject, source } = new RegExp(`^${pattern}$`, 'u').exec(line.trim())?.groups ?? {};
    if (source) return { source, ...(subject && { on: subject }) };
  }
  return undefined;
}

/** The id of a source that our own text names. */
function sourceNamed(name: string, { registry, sources }: Memory): string {
  const bare = name.split(/, (?=\p{Lu}?\p{L}+ \d)/u)[0]!;
  const outlet = registry.outletNamed(bare);
  const person = registry.personNamed(bare);
  return outlet ? sources.outlet(outlet) : person ? sources.person(person) : sources.named(bare);
}

function officials(
  blocks: RootContent[],
  title: string | undefined,
  { name }: Contract,
  memory: Memory,
  strings: Strings,
): RootContent[] | undefined {
  const statements: RootContent[] = [];
  const others: RootContent[] = [];
  let side: string | undefined;
  let open: { by: string; blocks: RootContent[]; provenance?: ReturnType<typeof provenanceOf> } | undefined;
  const state = (by: string, source: string, children: RootContent[], on?: string) =>
    statements.push(tag(memory.kit.role('statement'), { by, source, on, side }, children));
  const end = () => {
    if (open?.blocks.length)
      state(
        open.by,
        open.provenance ? sourceNamed(open.provenance.source, memory) : memory.sources.person(open.by),
        open.blocks,
        open.provenance?.on,
      );
    open = undefined;
  };

  for (const [index, node] of blocks.entries()) {
    const text = toString(node).trim();
    const provenance = provenanceOf(text, strings);
    if (open && provenance) {
      open.provenance = provenance;
      memory.became.push(text);
      end();
      continue;
    }
    const by = node.type !== 'list' ? nameIn(text, memory) : undefined;
    if (by) {
      if (others.length) return undefined;
      end();
      open = { by, blocks: [] };
      continue;
    }
    const next = blocks[index + 1];
    if (
      isShort(text) &&
      text.length < 40 &&
      (isText(node) || node.type === 'heading') &&
      next &&
      nameIn(toString(next), memory)
    ) {
      end();
      side = text;
      continue;
    }
    if (open) {
      open.blocks.push(node);
      continue;
    }
    const items = node.type === 'list' ? node.children.map((item) => item.children as RootContent[]) : [[node]];
    for (const item of items) {
      const made = statementOf(item, memory);
      // Behind what is no statement, one would move up to the others: nothing moves.
      if (made && others.length) return undefined;
      if (made) state(made.by, made.source, made.children);
      else others.push(...item);
    }
  }
  end();
  return statements.length && statements.length >= others.length
    ? [tag(name, { title }, statements), ...others]
    : undefined;
}

/** A paragraph that gives what one person said. Its words stay as they are. */
function statementOf(
  blocks: RootContent[],
  memory: Memory,
): { by: string; source: string; children: RootContent[] } | undefined {
  const text = blocks
    .map((node) => toString(node))
    .join(' ')
    .trim();
  const { sources, cues, met, registry } = memory;
  const speakers = quotationsIn(text, memory.lang).map((quotation) => speakerOf(text, quotation, memory)?.person);
  const [, name = '', role, rest = ''] =
    /^(\p{Lu}[\p{L}’'.-]+(?:\s+\p{Lu}[\p{L}’'.-]+){1,3})(,[^:“”"]{3,90})?:\s+([\s\S]+)$/u.exec(text) ?? [];
  const spoken = [...new Set(met.values())].find((id) => {
    const whole = registry.people.get(id)?.name ?? '';
    return new RegExp(
      `(?<!\\p{L})(?:${[whole, familyNameOf(whole)].map(escaped).join('|')})(?:,[^,]{3,90},)?\\s+(?:${cues.verbs})(?!\\p{L})`,
      'u',
    ).test(text);
  });
  const by = speakers.find(Boolean) ?? (name && rest ? personOf(name, role, true, memory) : undefined) ?? spoken;
  if (!by) return undefined;
  const outlet = memory.outlets.find(([, known]) =>
    new RegExp(`(?:${cues.before})\\s+(?:the\\s+)?${escaped(known.replace(/^The\s+/, ''))}(?!\\p{L})`, 'iu').test(text),
  );
  const cited = outlet?.[0] ?? outletsIn(text, memory)[0]?.outlet;
  return { by, source: cited ? sources.outlet(cited) : sources.person(by), children: blocks };
}

/** Dated things: items “September – what happened”, or a date alone and paragraphs below it. */
function moments(
  blocks: RootContent[],
  title: string | undefined,
  contract: Contract,
  memory: Memory,
): RootContent[] | undefined {
  const part = memory.kit.partOf(contract);
  if (!part) return undefined;
  const found: { moment: string; blocks: RootContent[] }[] = [];
  for (const node of blocks) {
    const text = toString(node).trim();
    if (node.type === 'list') {
      for (const item of node.children) {
        const [first, ...rest] = item.children as RootContent[];
        const split = first && isText(first) ? splitMoment(first, memory.lang) : undefined;
        if (split) found.push({ moment: split.moment, blocks: [...(split.rest ? [split.rest] : []), ...rest] });
        else if (first && isShort(toString(first)) && toString(first).length < 50)
          found.push({ moment: toString(first), blocks: rest });
        else return undefined;
      }
    } else if (
      (node.type === 'heading' || isText(node)) &&
      (node.type === 'heading' || dateIn(text, memory.lang)) &&
      text.length < 60
    ) {
      found.push({ moment: text, blocks: [] });
    } else {
      const split = isText(node) ? splitMoment(node, memory.lang) : undefined;
      if (split?.rest && (split.isDate || !found.length)) found.push({ moment: split.moment, blocks: [split.rest] });
      else if (found.length) found.at(-1)!.blocks.push(node);
      else return undefined;
    }
  }
  if (!found.length || found.some((one) => !one.blocks.length)) return undefined;
  const parts = found.map(({ moment, blocks: inside }) => {
    const date = dateIn(moment, memory.lang);
    if (date) memory.became.push(moment);
    return tag(part, date ? { date } : { when: moment }, inside);
  });
  return [tag(contract.name, { title }, parts)];
}

/** “September 2025: what happened” in its two parts. */
function splitMoment(node: Paragraph, lang: string): { moment: string; isDate: boolean; rest?: Paragraph } | undefined {
  const [first, ...others] = node.children;
  if (first?.type === 'strong') {
    const moment = toString(first)
      .trim()
      .replace(/\s*[:–—-]$/, '');
    const [second, ...more] = others;
    if (second?.type !== 'text') return undefined;
    return {
      moment,
      isDate: Boolean(dateIn(moment, lang)),
      rest: { ...node, children: [{ ...second, value: second.value.replace(/^\s*[:–—-]?\s*/, '') }, ...more] },
    };
  }
  const [, moment = '', rest = ''] =
    (first?.type === 'text' && /^(.{3,40}?)(?:\s+[–—-]|:)\s+([\s\S]+)$/.exec(first.value)) || [];
  return moment
    ? {
        moment,
        isDate: Boolean(dateIn(moment, lang)),
        rest: { ...node, children: [{ type: 'text', value: rest }, ...others] },
      }
    : undefined;
}

function questions(
  blocks: RootContent[],
  title: string | undefined,
  contract: Contract,
  { cues, kit, became }: Memory,
): RootContent[] | undefined {
  const part = kit.partOf(contract);
  if (!part) return undefined;
  const found: { ask: string; blocks: RootContent[] }[] = [];
  for (const node of blocks) {
    const text = toString(node).trim();
    const isQuestion =
      (node.type === 'heading' || isText(node)) && text.length < 200 && (/\?$/.test(text) || cues.question.test(text));
    if (isQuestion) found.push({ ask: text.replace(cues.question, ''), blocks: [] });
    else if (!found.length) return undefined;
    else
      found
        .at(-1)!
        .blocks.push(
          isText(node) && node.children[0]?.type === 'text' && cues.answer.test(node.children[0].value)
            ? paragraph(text.replace(cues.answer, ''))
            : node,
        );
  }
  if (!found.length || found.some((one) => !one.blocks.length)) return undefined;
  // The letters before a question and its answer.
  if (cues.question.test(toString(blocks[0]).trim())) became.push('Q A '.repeat(blocks.length));
  return [
    tag(
      contract.name,
      { title },
      found.map(({ ask, blocks: inside }) => tag(part, { ask }, inside)),
    ),
  ];
}
