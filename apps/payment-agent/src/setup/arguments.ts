import { parseArgs } from 'node:util';
import { SetupError } from './config';

export type Command =
  | { readonly name: 'help' | 'version' }
  | { readonly name: 'run' | 'rotate-key'; readonly config: string }
  | { readonly name: 'enrol'; readonly code: string; readonly api: string; readonly keyFile: string };

export const HELP = `payment-agent: carries card payments from the club's server to the terminal beside the till.

  payment-agent enrol --code CODE --api https://club.example [--key-file agent.key]
      uses the one-time code from the administration and writes the key file
  payment-agent [run] --config agent.json
      works until it is stopped
  payment-agent rotate-key --config agent.json
      replaces the key in the key file by a new one

  --help      this text
  --version   the version

Environment: NOCHE_AGENT_KEY holds the key instead of the key file.
Exit codes: 0 stopped, 1 failed, 2 the set-up is wrong (one sentence says what).
`;

/** @throws SetupError */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name = 'run', ...more] = positionals;
  if (more.length > 0) throw new SetupError(`"${more.join(' ')}" is not understood; try --help.`);
  if (name === 'run' || name === 'rotate-key') {
    if (!values.config) throw new SetupError('Say which configuration to use: --config agent.json.');
    return { name, config: values.config };
  }
  if (name !== 'enrol') throw new SetupError(`There is no command "${name}"; try --help.`);
  const { code, api } = values;
  if (!code || !api) throw new SetupError('enrol needs --code (from the administration) and --api https://….');
  return { name: 'enrol', code, api, keyFile: values['key-file'] ?? 'agent.key' };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: flag, version: flag, config: text, code: text, api: text, 'key-file': text },
    });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ');
    throw new SetupError(`${sentence}; try --help.`);
  }
}
