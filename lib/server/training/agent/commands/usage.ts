import type { CommandResult } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';

/** The program's own name in its texts: the symlink `cilium` is the same program. */
export function programName(version: CiliumVersion): string {
  return atLeast(version, 15) ? 'cilium-dbg' : 'cilium';
}

function outputFlag(version: CiliumVersion): string {
  return atLeast(version, 12) ? "json| yaml| jsonpath='{}'" : "json| jsonpath='{}'";
}

function globalFlags(version: CiliumVersion): string {
  const logging = atLeast(version, 18);
  const row = (flag: string, text: string): string => flag.padEnd(logging ? 29 : 24) + text;
  return [
    'Global Flags:',
    row('      --config string', 'Config file (default is $HOME/.cilium.yaml)'),
    row('  -D, --debug', 'Enable debug messages'),
    row('  -H, --host string', 'URI to server-side API'),
    ...(logging
      ? [
          row('      --log-driver strings', 'Logging endpoints to use (example: syslog)'),
          row('      --log-opt map', 'Log driver options (example: format=json)'),
        ]
      : []),
    '',
  ].join('\n');
}

function statusUsage(version: CiliumVersion): string {
  const connectivity = atLeast(version, 17) || atLeast(version, 16, 10);
  // The longest flag and three blanks.
  const column = connectivity ? 35 : 27;
  const row = (flag: string, text: string): string => flag.padEnd(column) + text;
  return [
    'Usage:',
    `  ${programName(version)} status [flags]`,
    '',
    'Flags:',
    row('      --all-addresses', 'Show all allocated addresses, not just count'),
    row('      --all-clusters', 'Show all clusters'),
    row('      --all-controllers', 'Show all controllers, not just failing'),
    row('      --all-health', 'Show all health status, not just failing'),
    row('      --all-nodes', 'Show all nodes, not just localhost'),
    row('      --all-redirects', 'Show all redirects'),
    row('      --brief', 'Only print a one-line status message'),
    row('  -h, --help', 'help for status'),
    row('  -o, --output string', outputFlag(version)),
    ...(connectivity
      ? [
          row(
            '      --require-k8s-connectivity',
            'If true, when the cilium-agent cannot access the Kubernetes control plane, this status command returns a non-zero exit status. (default true)',
          ),
        ]
      : []),
    row('      --timeout duration', 'Sets the timeout to use when querying for health (default 30s)'),
    row(
      '      --verbose',
      'Equivalent to --all-addresses --all-controllers --all-nodes --all-redirects --all-clusters --all-health',
    ),
    '',
    globalFlags(version),
  ].join('\n');
}

function serviceListUsage(version: CiliumVersion): string {
  return [
    'Usage:',
    `  ${programName(version)} service list [flags]`,
    '',
    'Aliases:',
    '  list, ls',
    '',
    'Flags:',
    ...(atLeast(version, 12)
      ? ['      --clustermesh-affinity   Print clustermesh affinity if available']
      : []),
    '  -h, --help                   help for list',
    `  -o, --output string          ${outputFlag(version)}`,
    '',
    globalFlags(version),
  ].join('\n');
}

function versionUsage(version: CiliumVersion): string {
  return [
    'Usage:',
    `  ${programName(version)} version [flags]`,
    '',
    'Flags:',
    '  -h, --help            help for version',
    `  -o, --output string   ${outputFlag(version)}`,
    '',
    globalFlags(version),
  ].join('\n');
}

/** A command that has a usage of its own. */
export type UsageCommand = 'status' | 'service' | 'service list' | 'version';

const usages: Record<UsageCommand, (version: CiliumVersion) => string> = {
  status: statusUsage,
  service: serviceUsage,
  'service list': serviceListUsage,
  version: versionUsage,
};

function title(command: UsageCommand, version: CiliumVersion): string {
  if (command === 'service' && !atLeast(version, 18)) return 'Manage services & loadbalancers';
  return {
    status: 'Display status of daemon',
    service: 'List services & loadbalancers',
    'service list': 'List services',
    version: 'Print version information',
  }[command];
}

/** A flag that a command cannot read: its usage on stdout, the complaint on both channels, exit code 1. */
export function flagProblem(command: UsageCommand, problem: string, version: CiliumVersion): CommandResult {
  return { stdout: `${usages[command](version)}\n${problem}\n`, stderr: `Error: ${problem}\n`, exitCode: 1 };
}

/** What `--help` prints; also `service` alone or with a word that is no sub-command (a cobra group that cannot run). */
export function commandHelp(command: UsageCommand, version: CiliumVersion): CommandResult {
  const stdout = `${title(command, version)}\n\n${usages[command](version)}`;
  return { stdout, stderr: '', exitCode: 0 };
}

function serviceUsage(version: CiliumVersion): string {
  const program = programName(version);
  const old = atLeast(version, 18)
    ? ['  list        List services']
    : [
        '  delete      Delete a service',
        '  get         Display service information',
        '  list        List services',
        '  update      Update a service',
      ];
  return [
    'Usage:',
    `  ${program} service [command]`,
    '',
    'Available Commands:',
    ...old,
    '',
    'Flags:',
    '  -h, --help   help for service',
    '',
    globalFlags(version),
    `Use "${program} service [command] --help" for more information about a command.`,
    '',
  ].join('\n');
}

/** A command that the program does not have. */
export function unknownCommand(word: string, version: CiliumVersion): CommandResult {
  const program = programName(version);
  const problem = `unknown command "${word}" for "${program}"`;
  return {
    stdout: `${problem}\n`,
    stderr: `Error: ${problem}\nRun '${program} --help' for usage.\n`,
    exitCode: 1,
  };
}
