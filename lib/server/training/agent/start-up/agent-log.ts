import { fatalMessage } from '@/lib/cilium/rules/fatal-message';
import type { Fatal } from '@/lib/cilium/rules/first-fatal';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import type { AgentStart } from '../../agent-contract';
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

/** The container's log: what an agent says while it starts, and the line it dies with. */
export function agentLog(
  { startedAtMs, config }: AgentStart,
  version: CiliumVersion,
  settings: AgentSettings,
  problem: Fatal | null,
): { text: string; fatal: string | null } {
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
    const fields: Record<string, string> =
      error !== null ? { error } : problem.stage === 'bare' ? {} : { subsys: 'daemon' };
    const fatal = line(2_300, 'fatal', msg, fields);
    return { text: [...lines, fatal].map((text) => `${text}\n`).join(''), fatal };
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
