import type { Expression, Program } from 'estree-jsx';

/** A value that JSON can hold. */
export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

/** The value of an expression that is written out, such as `[1, 2]`; `undefined` when it has to be computed. */
export function literalOf(expression: Expression): Literal | undefined {
  switch (expression.type) {
    case 'Literal':
      return 'regex' in expression || 'bigint' in expression ? undefined : expression.value;
    case 'TemplateLiteral':
      return expression.expressions.length ? undefined : (expression.quasis[0]?.value.cooked ?? undefined);
    case 'UnaryExpression': {
      const value = literalOf(expression.argument);
      return expression.operator === '-' && typeof value === 'number' ? -value : undefined;
    }
    case 'ArrayExpression': {
      const items = expression.elements.map((item) =>
        item && item.type !== 'SpreadElement' ? literalOf(item) : undefined,
      );
      return items.some((item) => item === undefined) ? undefined : (items as Literal[]);
    }
    case 'ObjectExpression': {
      const entries = expression.properties.map((property): [string, Literal] | undefined => {
        if (property.type !== 'Property' || property.computed || property.kind !== 'init') return undefined;
        const key = property.key.type === 'Identifier' ? property.key.name : literalOf(property.key);
        const value = literalOf(property.value as Expression);
        return value === undefined || typeof key !== 'string' ? undefined : [key, value];
      });
      return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
    }
    default:
      return undefined;
  }
}

/** The one expression of a `{…}`; `undefined` when it is empty or only a comment. */
export function expressionOf(program: Program | null | undefined): Expression | undefined {
  const [statement] = program?.body ?? [];
  return statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
}
