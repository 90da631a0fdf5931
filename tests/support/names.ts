import ts from 'typescript';
import { codeOf, templateOf } from './graph.ts';

/**
 * Where code names a component: as a word in quotation marks, as a key, as a tag, or by its folder. Comments may,
 * as examples; so may types and globals that only share a name (`Source`, `Number`).
 *
 * @returns the lines, each with the name: `12 WhyItMatters`.
 */
export function namesIn(file: string, text: string, names: readonly string[]): string[] {
  if (!file.endsWith('.astro')) return namesInCode(file, text, names);
  const template = templateOf(text).replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const inTemplate = template.split('\n').flatMap((line, index) => {
    const word = new RegExp(`</?(${names.join('|')})\\b|(["'\`])(${names.join('|')})\\2`, 'g');
    return [...line.matchAll(word)].map(([, tag, , quoted]) => `${index + 1} ${tag ?? quoted}`);
  });
  return [...codeOf(text).flatMap((code) => namesInCode(file, code, names)), ...inTemplate];
}

function namesInCode(file: string, code: string, names: readonly string[]): string[] {
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const inText = new RegExp(`</?(${names.join('|')})\\b|components/(${names.join('|')})/`, 'g');
  const add = (node: ts.Node, name: string | undefined) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (name !== undefined) found.push(`${line} ${name}`);
  };
  const visit = (node: ts.Node): void => {
    if (isText(node)) {
      if (names.includes(node.text) && !isWord(file, node)) add(node, node.text);
      for (const [, tag, folder] of node.text.matchAll(inText)) add(node, tag ?? folder);
    } else if (ts.isIdentifier(node) && names.includes(node.text) && isKey(node)) add(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isText = (node: ts.Node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node);

/** Whether a text is a word for readers, in a file of a language, or a type of schema.org: some have a name of ours. */
function isWord(file: string, { parent }: ts.Node): boolean {
  if (!ts.isPropertyAssignment(parent)) return false;
  return file.startsWith('strings/') || parent.name.getText() === "'@type'";
}

/** Whether an identifier is a key of an object or of its type, or is asked of one: `sections.WhyItMatters`. */
const isKey = ({ parent, text }: ts.Identifier): boolean =>
  ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name.getText() === text) ||
  (ts.isPropertyAccessExpression(parent) && parent.name.text === text);
