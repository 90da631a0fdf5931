/** Says it in one line: feeds have no room for more. */
export default function plain({ claim }: { claim: string }) {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: claim }] };
}
