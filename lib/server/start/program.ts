import { Command, Option } from 'commander';
import type { ReportKind } from '@/lib/cilium/parse-report';
import { findPackage } from './package-root';
import { gather, parseSweepIntervalMs, wholeNumber } from './option-values';
import { defaultPort, logLevels } from './start-options';
import type { StartOptions } from './start-options';

/** What the commands do, so that the program can be read and tested without doing it. */
export type Actions = {
  start: (options: StartOptions) => Promise<void>;
  parse: (kind: ReportKind) => Promise<void>;
};

/** Commander's words as one line; its guess at what was meant stands on a second. */
function oneSentence(text: string): string {
  return `${text
    .replace(/^error: /, 'kpr-explorer: ')
    .trim()
    .replace(/\s*\n\s*/g, ' ')}\n`;
}

function startCommand(action: Actions['start']): Command {
  const number = wholeNumber;
  return new Command('start')
    .description('open the dashboard on a cluster, or on the training cluster')
    .helpGroup('Commands:')
    .optionsGroup(
      'Which cluster (default: the current context, else the pod we run in, else the training cluster):',
    )
    .option('--context <name>', 'context of the kubeconfig')
    .option('--kubeconfig <files>', 'kubeconfig file, or a list as in KUBECONFIG (env: KUBECONFIG)')
    .addOption(
      new Option('-n, --namespace <name>', 'look for agents here only (default: everywhere, by label)').env(
        'CILIUM_NAMESPACE',
      ),
    )
    .option('--as <user>', 'act as this user')
    .option('--as-group <group>', 'act as a member of this group; may be repeated', gather)
    .option(
      '--training [scenario]',
      'start a training cluster: article (default), rolling-update, dual-stack, drift, dsr-maglev, large',
    )
    .option('--nodes <count>', 'nodes of a scenario that has a size', number(1, 5_000))
    .option('--services <count>', 'services of a scenario that has a size', number(1, 50_000))
    .option('--replicas <count>', 'pods of its Deployments on average', number(1, 100))
    .option('--allow-changes', 'let settings be changed from here (default: the training cluster only)')
    .option('--read-only', 'never change the cluster, whatever its permissions and --allow-changes')
    .option('--helm <path>', 'helm command for changes of a Helm release (default: the one on the PATH)')
    .addOption(
      new Option('--sweep-interval <time>', 'how often agents are asked, 1s to 1h').argParser(
        parseSweepIntervalMs,
      ),
    )
    .optionsGroup('The server:')
    .addOption(
      new Option('--port <number>', 'port to listen on; 0 takes a free one')
        .env('PORT')
        .default(defaultPort)
        .argParser(number(0, 65_535)),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-host <name>', 'answer to this host name too; may be repeated', gather)
    .addOption(
      new Option(
        '--data-dir <directory>',
        'where the journal of changes is kept (default: kpr-explorer in the state directory of this user)',
      ).env('KPR_EXPLORER_DATA_DIR'),
    )
    .option('--no-browser', 'do not open a browser')
    .addOption(
      new Option('--log-level <level>', 'what is logged on standard error')
        .choices(logLevels)
        .default('warn'),
    )
    .addOption(new Option('--dev', 'compile the pages as they are asked for').hideHelp())
    .addOption(new Option('--no-build', 'serve the pages as they were built last').hideHelp())
    .action((options: StartOptions) => action(options));
}

/** The command line. Options that commander refuses end the process with one sentence and exit code 1. */
export function createProgram(actions: Actions): Command {
  const program = new Command('kpr-explorer')
    .description('Shows and explains what Cilium does in place of kube-proxy.')
    .version(findPackage().version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ outputError: (text, write) => write(oneSentence(text)) });
  program.addCommand(startCommand(actions.start));
  program
    .command('parse')
    .description('read what an agent printed on standard input, write it as JSON on standard output')
    .addArgument(
      program.createArgument('<command>', 'which command printed it').choices(['service-list', 'status']),
    )
    .addHelpText(
      'after',
      '\nExample:\n  kubectl -n kube-system exec ds/cilium -- cilium service list | kpr-explorer parse service-list',
    )
    .action(actions.parse);
  for (const command of program.commands) {
    command.configureOutput(program.configureOutput()).helpOption('-h, --help', 'print this help');
  }
  return program;
}
