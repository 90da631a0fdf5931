/** The messages in what a build printed, by file, without its name: `12:3  error  Unexpected … [rule]`. */
export function messagesIn(output: string): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  const form = /^(?:.*\[nutgraf\] )?(content\/\S+?):(\d+:\d+ {2}(?:error|warning) {2}.*(?:\n {2}Did you mean .*)?)$/gm;
  for (const [, file = '', message = ''] of output.matchAll(form))
    messages.set(file, [...(messages.get(file) ?? []), message]);
  return messages;
}
