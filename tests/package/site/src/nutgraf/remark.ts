/** As much of a tree of Markdown as it looks at. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** Writes out a name for which writers here have a sign. */
const names = () => (tree: Node) => {
  const inEach = (node: Node): void => {
    if (node.type === 'text') node.value = node.value?.replaceAll('#bridge', 'the Old Bridge') ?? '';
    node.children?.forEach(inEach);
  };
  inEach(tree);
};

export default [names];
