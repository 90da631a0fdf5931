import type { List, Nodes } from 'mdast';
import type { ComponentNode, Contract, Contracts } from './contract.ts';
import { isAllowedHtml } from './allowed-html.ts';
import { anyOf, errorAt } from './message.ts';
import type { Message } from './message.ts';
import { isTag } from './normalise.ts';
import { startOf } from './props.ts';
import { sayingRoles } from './role.ts';
import type { ComponentTag } from './visits.ts';

/**
 * The first thing directly inside a component that may not stand there. Only the first: more are often the same
 * mistake.
 */
export function checkContent({ node, contract }: ComponentTag, contracts: Contracts): Message[] {
  const wrong = isEmpty(node, contract) ?? unexpectedIn(node, contract, contracts);
  return wrong ? [errorAt(startOf(wrong.node), 'nesting', `Unexpected ${wrong.what}.`)] : [];
}

/** Something that stands where it may not. `what` is what follows “Unexpected ”. */
interface Wrong {
  node: Nodes;
  what: string;
}

function isEmpty(node: ComponentNode, { name, holds, role, mayBeEmpty }: Contract): Wrong | undefined {
  if (holds === 'nothing' || node.children.length) return undefined;
  const isOfWords = holds === 'flow' || holds === 'words';
  if (mayBeEmpty ?? (isOfWords && !(role && sayingRoles.includes(role)))) return undefined;
  return { node, what: `empty <${name}>: expected ${wantedIn(holds)}` };
}

const wantedIn = (holds: Contract['holds']): string => {
  if (typeof holds !== 'string') return anyOf(holds.map((name) => `<${name}>`));
  return holds === 'list' ? 'one list, a line for each point' : 'words between its tags';
};

function unexpectedIn(node: ComponentNode, contract: Contract, contracts: Contracts): Wrong | undefined {
  const { name, holds } = contract;
  const children = (node.children as Nodes[]).filter((child) => !isToldOf(child, contracts));
  if (holds === 'list') return unexpectedInList(children, contract);
  const child = children.find((one) => !mayHold(holds, one));
  const expected = {
    flow: '',
    words: 'words of a sentence',
    nothing: 'nothing between its tags',
  };
  return (
    child && {
      node: child,
      what: `${nounOf(child)} in <${name}>: expected ${typeof holds === 'string' ? expected[holds] : `only ${wantedIn(holds)}`}`,
    }
  );
}

function mayHold(holds: Exclude<Contract['holds'], 'list'>, node: Nodes): boolean {
  if (holds === 'flow') return true;
  if (holds === 'words') return !blocks.has(node.type);
  return holds !== 'nothing' && isTag(node) && holds.includes(node.name ?? '');
}

function unexpectedInList(children: readonly Nodes[], { name, holds, limit }: Contract): Wrong | undefined {
  const isList = (node: Nodes): node is List => node.type === 'list';
  const [list, second] = children.filter(isList);
  const other = children.find((node) => !isList(node));
  if (other) return { node: other, what: `${nounOf(other)} in <${name}>: expected ${wantedIn(holds)}` };
  if (second) return { node: second, what: `second list in <${name}>: expected ${wantedIn(holds)}` };
  const points = list?.children ?? [];
  const excess = limit ? points[limit] : undefined;
  return excess && { node: excess, what: `${points.length} points in <${name}>: expected at most ${limit}` };
}

/**
 * Whether another check reports a tag that stands in the wrong place: it is unknown, or its contract says where it
 * belongs.
 */
function isToldOf(node: Nodes, contracts: Contracts): boolean {
  if (!isTag(node) || node.name === null) return false;
  if (/^[a-z]/.test(node.name)) return !isAllowedHtml(node.name);
  const contract = contracts.get(node.name);
  return !contract || contract.place === 'section' || Boolean(contract.within);
}

const blocks = new Set(['paragraph', 'heading', 'list', 'blockquote', 'code', 'thematicBreak', 'table']);

const nouns: Record<string, string> = {
  paragraph: 'text',
  text: 'text',
  blockquote: 'quotation',
  thematicBreak: 'line',
  image: 'picture',
  definition: 'address',
  mdxFlowExpression: 'code',
};

/** What a writer would call a node. */
const nounOf = (node: Nodes): string => (isTag(node) ? `<${node.name ?? ''}>` : (nouns[node.type] ?? node.type));
