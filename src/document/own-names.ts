import type { ExportNamedDeclaration, Program } from 'estree-jsx';
import type { Root } from 'mdast';

/** The names that a program imports or exports: a tag of such a name is not checked. */
export function ownNames(tree: Root): Set<string> {
  const programs = tree.children.map((node) => (node.type === 'mdxjsEsm' ? node.data?.estree : undefined));
  return new Set(programs.flatMap((program) => program?.body.flatMap(namesIn) ?? []));
}

function namesIn(statement: Program['body'][number]): string[] {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name);
  return statement.type === 'ExportNamedDeclaration' ? namesOf(statement) : [];
}

function namesOf({ declaration }: ExportNamedDeclaration): string[] {
  if (!declaration) return [];
  if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}
