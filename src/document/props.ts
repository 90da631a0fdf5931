import { valueToEstree } from 'estree-util-value-to-estree';
import type { MdxJsxAttributeValueExpression } from 'mdast-util-mdx-jsx';
import type { ComponentNode } from './contract.ts';
import type { Place } from './place.ts';
import { expressionOf, literalOf } from './literal.ts';
import type { Literal } from './literal.ts';

/** The props of a tag, as far as they can be read without running anything. */
export interface Props {
  values: Record<string, Literal>;
  /** Names of props whose value has to be computed. */
  computed: string[];
  /** Whether there is a `{...spread}`, which may set any prop. */
  spread: boolean;
  /** Props whose name was there already; the first one counts. */
  twice: (Place & { name: string })[];
  places: Record<string, Place>;
}

/** Reads the props of a tag. */
export function propsOf(node: ComponentNode): Props {
  // Without a prototype: a writer may call a prop anything.
  const props: Props = {
    values: Object.create(null) as Props['values'],
    computed: [],
    spread: false,
    twice: [],
    places: Object.create(null) as Props['places'],
  };
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      props.spread = true;
      continue;
    }
    const { name, value } = attribute;
    if (name in props.places) {
      props.twice.push({ name, ...(attribute.position?.start ?? startOf(node)) });
      continue;
    }
    props.places[name] = attribute.position?.start ?? startOf(node);
    if (value === null || value === undefined) props.values[name] = true;
    else if (typeof value === 'string') props.values[name] = value;
    else {
      const expression = expressionOf(value.data?.estree);
      const literal = expression && literalOf(expression);
      if (literal === undefined) props.computed.push(name);
      else props.values[name] = literal;
    }
  }
  return props;
}

/** Where a node begins. */
export const startOf = (node: { position?: { start: Place } | undefined }): Place =>
  node.position?.start ?? { line: 1, column: 1 };

/** Sets props that follow from something else, so that drawings and plain forms find them like any other. */
export function setProps(node: ComponentNode, values: Record<string, Literal>): void {
  const others = node.attributes.filter(
    (attribute) => attribute.type !== 'mdxJsxAttribute' || !(attribute.name in values),
  );
  const set = Object.entries(values).map(([name, value]): ComponentNode['attributes'][number] => ({
    type: 'mdxJsxAttribute',
    name,
    value: typeof value === 'string' ? value : expressionValue(value),
  }));
  node.attributes = [...others, ...set];
}

const expressionValue = (value: Literal): MdxJsxAttributeValueExpression => ({
  type: 'mdxJsxAttributeValueExpression',
  value: JSON.stringify(value),
  data: {
    estree: {
      type: 'Program',
      sourceType: 'module',
      comments: [],
      body: [{ type: 'ExpressionStatement', expression: valueToEstree(value) }],
    },
  },
});
