import { anyOf } from '../document/message.ts';

/** A command, as far as a shell completes it. */
export interface Completed {
  name: string;
  /** What it says of itself; its options stand in it. */
  help: string;
}

const shells = ['bash', 'zsh', 'fish'] as const;

export const help = `nutgraf completion <${shells.join('|')}>

Prints what makes a shell complete commands and options. For bash: nutgraf completion bash >> ~/.bashrc`;

/** The options that a command’s help names. */
export const optionsIn = (text: string): string[] => [
  ...new Set(text.match(/(?<=^|\s)--[a-z][\w-]*/gm) ?? []),
  '--help',
];

/** What a shell is to read. @throws a sentence for a shell that is none of ours. */
export function completionFor(shell: string, commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  if (shell === 'fish')
    return [
      'complete -c nutgraf -f',
      ...commands.flatMap(({ name, help: text }) => [
        `complete -c nutgraf -n __fish_use_subcommand -a ${name}`,
        ...optionsIn(text).map(
          (option) => `complete -c nutgraf -n "__fish_seen_subcommand_from ${name}" -l ${option.slice(2)}`,
        ),
      ]),
    ].join('\n');
  const cases = commands.map(({ name, help: text }) => `    ${name}) words="${optionsIn(text).join(' ')}" ;;`);
  const bash = `_nutgraf() {
  local words="${names} --help --version"
  if [ "$COMP_CWORD" -gt 1 ]; then words=""; case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _nutgraf nutgraf`;
  if (shell === 'bash') return bash;
  if (shell === 'zsh') return `autoload -U +X bashcompinit && bashcompinit\n${bash}`;
  throw new Error(`Unexpected shell “${shell}”: expected ${anyOf(shells)}.`);
}
