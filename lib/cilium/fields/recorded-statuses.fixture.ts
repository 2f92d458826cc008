import { existsSync, globSync, readFileSync } from 'node:fs';
import type { Release } from '../agent-version';
import { agentVersionOf, parseAgentVersion } from '../agent-version';
import type { AgentStatus } from '../agent-status';
import { parseStatus } from '../parse-status';
import type { FieldContext } from './field-context';

/** One recorded answer to `cilium status`, as text. */
export type RecordedStatus = {
  path: string;
  text: string;
  status: AgentStatus;
  version: Release | null;
  /** True where the text is no untouched answer of a released agent: somebody’s sample, or with words of their own. */
  edited: boolean;
};

const shared = '../shared';

/** Whether the recorded outputs are beside the repository; outside of our workshop they are not. */
export const recordedAreHere = existsSync(`${shared}/captures/index.json`);
if (!recordedAreHere) process.stdout.write(`skipped: no recorded outputs in ${shared}\n`);

/** What the folders of the computed outputs call their version (`vectors/README.md`). */
const versionOfFolder: Record<string, string> = {
  '1.17bp': '1.17.3',
  '1.14bp': '1.14.0',
  '1.12bp': '1.12.0',
};

type Capture = { file: string; kind: string; version: string | null; authenticity: string };

function captures(): RecordedStatus[] {
  const index = JSON.parse(readFileSync(`${shared}/captures/index.json`, 'utf8')) as Capture[];
  return index
    .filter(({ kind }) => /^status/.test(kind))
    .map(({ file, version, authenticity }) => {
      const path = `${shared}/captures/${file}`;
      const text = readFileSync(path, 'utf8');
      const status = parseStatus(text);
      return {
        path,
        text,
        status,
        version: agentVersionOf(status) ?? parseAgentVersion(version ?? ''),
        edited: authenticity !== 'real',
      };
    });
}

function vectors(): RecordedStatus[] {
  const computed = globSync(`${shared}/vectors/status/**/*.txt`).filter(
    (path) => !path.endsWith('.brief.txt'),
  );
  const recorded = globSync(`${shared}/vectors/agent/settings/*/status{,-verbose}.txt`);
  return [...computed, ...recorded].map((path) => {
    const text = readFileSync(path, 'utf8');
    const folder = path.includes('/agent/')
      ? '1.21.0-dev'
      : (/\/status\/(?:full-command\/)?([^/]*)\/[^/]*$/.exec(path)?.[1] ?? '1.17.0-dev');
    return {
      path,
      text,
      status: parseStatus(text),
      version: parseAgentVersion(versionOfFolder[folder] ?? folder),
      edited: false,
    };
  });
}

const heading = 'KubeProxyReplacement Details:';

/** The outputs that stand inside a JSON document: as one text, or as a list of its lines. */
function outputsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(heading) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.every((line) => typeof line === 'string'))
    return value.some((line) => line.startsWith(heading)) ? [value.join('\n')] : [];
  return Object.values(value).flatMap(outputsIn);
}

/** What agents printed while they were started, failed and recovered. */
function insideDocuments(): RecordedStatus[] {
  return globSync(`${shared}/vectors/agent/{errors,fatal,services/runs}/*.json`).flatMap((path) => {
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return outputsIn(document).map((text) => ({
      path,
      text,
      status: parseStatus(text),
      version: parseAgentVersion('1.21.0-dev'),
      edited: false,
    }));
  });
}

/** Every recorded and computed `cilium status` there is, equal ones of a version once; empty where the folder is absent. */
export function recordedStatuses(): RecordedStatus[] {
  if (!recordedAreHere) return [];
  const all = [...captures(), ...vectors(), ...insideDocuments()];
  const byText = new Map(
    all.map((recorded) => [`${recorded.version?.minor} ${recorded.edited} ${recorded.text}`, recorded]),
  );
  return [...byText.values()];
}

/** A reader who knows nothing but the answer: whatever a sentence states then comes from the answer. */
export function bareContext(version: Release | null): FieldContext {
  return {
    node: 'node-1',
    nodeIP: null,
    version,
    namespace: 'kube-system',
    pod: 'cilium-x',
    container: 'cilium-agent',
    daemonSet: null,
    binary: null,
    outside: null,
    byType: {},
  };
}
