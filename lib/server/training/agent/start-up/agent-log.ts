import { fatalMessage } from '@/lib/cilium/rules/fatal-message';
import type { Fatal } from '@/lib/cilium/rules/first-fatal';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import type { AgentDeath, AgentStart } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { releaseOf } from '../release';

/** One line of the agent's log: with its time since v1.18 (slog), without before (logrus). */
function logLine(
  version: CiliumVersion,
  timeMs: number,
  level: string,
  msg: string,
  fields: Record<string, string>,
): string {
  const time = atLeast(version, 18) ? `time=${new Date(timeMs).toISOString()} ` : '';
  const name = level === 'warning' && atLeast(version, 18) ? 'warn' : level;
  const rest = Object.entries(fields).map(
    ([key, value]) => ` ${key}=${/[\s"=]/.test(value) ? JSON.stringify(value) : value}`,
  );
  return `${time}level=${name} msg=${JSON.stringify(msg)}${rest.join('')}`;
}

/** A fatal line ends an agent as Go's os.Exit(-1) does since v1.18 (slog), as os.Exit(1) before (logrus); a panic with 2. */
function exitCodeOf({ stage }: Fatal, version: CiliumVersion): number {
  if (stage === 'panic') return 2;
  return atLeast(version, 18) ? 255 : 1;
}

/** The fields of the fatal line beside its message, in their order. */
function fatalFields({ stage }: Fatal, error: string | null, version: CiliumVersion): Record<string, string> {
  if (stage === 'datapath') {
    // A driver without XDP refuses with EOPNOTSUPP.
    const reason = `${error ?? ''}: operation not supported`;
    return atLeast(version, 18)
      ? { module: 'agent.datapath.loader', error: reason }
      : { error: reason, subsys: 'datapath-loader' };
  }
  if (error !== null) return { error };
  return stage === 'bare' ? {} : { subsys: 'daemon' };
}

/** The container's log: what an agent says while it starts, and the line it dies with. */
export function agentLog(
  { startedAtMs, config }: Pick<AgentStart, 'startedAtMs' | 'config'>,
  version: CiliumVersion,
  settings: AgentSettings,
  problem: Fatal | null,
): { text: string; fatal: AgentDeath | null } {
  const subsystem = (name: string): Record<string, string> =>
    atLeast(version, 18) ? { module: `agent.controlplane.${name}` } : { subsys: name };
  const line = (afterMs: number, level: string, msg: string, fields: Record<string, string>): string =>
    logLine(version, startedAtMs + afterMs, level, msg, fields);
  const { revision, goVersion } = releaseOf(version);
  const lines = [
    line(
      40,
      'info',
      `  --kube-proxy-replacement='${config['kube-proxy-replacement'] ?? ''}'`,
      subsystem('daemon'),
    ),
    line(
      60,
      'info',
      `Cilium ${version.text} ${revision} go version ${goVersion} linux/amd64`,
      subsystem('daemon'),
    ),
  ];
  if (problem !== null) {
    const { msg, error } = fatalMessage(problem, version);
    const isPanic = problem.stage === 'panic';
    const fatal = isPanic ? msg : line(2_300, 'fatal', msg, fatalFields(problem, error, version));
    const dump = isPanic ? ['', 'goroutine 312 [running]:'] : [];
    return {
      text: [...lines, fatal, ...dump].map((text) => `${text}\n`).join(''),
      fatal: { line: fatal, exitCode: exitCodeOf(problem, version) },
    };
  }
  lines.push(
    line(300, 'info', 'Memory available for map entries (0.250% of total)', subsystem('config')),
    line(
      700,
      'info',
      `Using Kubernetes API, kube-proxy replacement: ${settings.kprMode}`,
      subsystem('daemon'),
    ),
    line(1_000, 'info', 'Serving cilium API at unix:///var/run/cilium/cilium.sock', subsystem('daemon')),
    line(1_200, 'info', 'Daemon initialization completed', subsystem('daemon')),
  );
  return { text: lines.map((text) => `${text}\n`).join(''), fatal: null };
}
