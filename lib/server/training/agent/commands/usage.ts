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

const globalFlags = [
  'Global Flags:',
  '      --config string        Config file (default is $HOME/.cilium.yaml)',
  '  -D, --debug                Enable debug messages',
  '  -H, --host string          URI to server-side API',
  '      --log-driver strings   Logging endpoints to use (example: syslog)',
  '      --log-opt map          Log driver options (example: format=json)',
  '',
].join('\n');

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
    globalFlags,
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
    globalFlags,
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
    globalFlags,
  ].join('\n');
}

/** A flag that a command does not know: its usage on stdout, the complaint on both channels, exit code 1. */
export function unknownFlag(
  command: 'status' | 'service list' | 'version',
  problem: string,
  version: CiliumVersion,
): CommandResult {
  const usages = { status: statusUsage, 'service list': serviceListUsage, version: versionUsage };
  return { stdout: `${usages[command](version)}\n${problem}\n`, stderr: `Error: ${problem}\n`, exitCode: 1 };
}

/** `service` alone, or with a word that is no sub-command: help, exit code 0 (a cobra group that cannot run). */
export function serviceGroupHelp(version: CiliumVersion): CommandResult {
  const program = programName(version);
  const old = atLeast(version, 18)
    ? ['  list        List services']
    : [
        '  delete      Delete a service',
        '  get         Display service information',
        '  list        List services',
        '  update      Update a service',
      ];
  const stdout = [
    atLeast(version, 18) ? 'List services & loadbalancers' : 'Manage services & loadbalancers',
    '',
    'Usage:',
    `  ${program} service [command]`,
    '',
    'Available Commands:',
    ...old,
    '',
    'Flags:',
    '  -h, --help   help for service',
    '',
    globalFlags,
    `Use "${program} service [command] --help" for more information about a command.`,
    '',
  ].join('\n');
  return { stdout, stderr: '', exitCode: 0 };
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
