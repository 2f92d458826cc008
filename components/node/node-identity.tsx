import { Age } from '@/components/ui/age';
import { TextLink } from '@/components/ui/text-link';
import { formatBytes, formatDuration, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { AgentCommand, AgentView } from '@/lib/snapshot/agent-view';
import { FactList, type Fact } from './fact-list';

const mono = (text: string) => <span className="mono">{text}</span>;

/** Which pod it is: what runs there, since when, and where. */
export function NodeIdentity({ agent }: { agent: AgentView }) {
  const { image, zone, startedTimestamp } = agent;
  const facts: Fact[] = [
    { word: 'Pod', value: mono(`${agent.namespace}/${agent.pod}`) },
    { word: 'Container', value: mono(agent.container) },
    { word: 'State', value: `${agent.podPhase}, ${agent.podReady ? 'ready' : 'not ready'}` },
    {
      word: 'Image',
      value: image === null ? 'not known' : mono(image.replace(/@sha256:.*/, '')),
      title: image ?? undefined,
    },
    { word: 'Version', value: agent.version ?? 'not known' },
    { word: 'Binary', value: agent.binary === null ? 'not known' : mono(agent.binary) },
    { word: 'DaemonSet', value: agent.daemonSet === null ? 'not known' : mono(agent.daemonSet) },
    { word: 'Restarts', value: agent.restarts },
    {
      word: 'Started',
      value: startedTimestamp === null ? 'not known' : <Age timestamp={startedTimestamp} />,
    },
    { word: 'Zone', value: zone ?? 'not labelled' },
    {
      word: 'Node addresses',
      value: agent.nodeIPs.length === 0 ? 'not known' : mono(agent.nodeIPs.join(' ')),
    },
  ];
  return <FactList facts={facts} />;
}

const commands: { command: AgentCommand; word: string }[] = [
  { command: 'status', word: 'status' },
  { command: 'service-list', word: 'service list' },
];

/** How its last answers went, and where to read them. */
export function NodeAnswers({ agent }: { agent: AgentView }) {
  const facts = commands.map(({ command, word }): Fact => {
    const { answeredTimestamp, stale, durationMs, sizeBytes, unparsedCount } = agent.answers[command];
    return {
      word,
      value: (
        <span className="flex flex-wrap items-center gap-x-3">
          {answeredTimestamp === null ? (
            <span className="text-warn">never answered</span>
          ) : (
            <span className={stale ? 'text-warn' : undefined}>
              <Age timestamp={answeredTimestamp} />
            </span>
          )}
          {durationMs !== null && <span className="text-faint">{formatDuration(durationMs)}</span>}
          {sizeBytes !== null && <span className="text-faint">{formatBytes(sizeBytes)}</span>}
          {unparsedCount > 0 && (
            <span className="text-warn">{formatPlural(unparsedCount, 'line')} not understood</span>
          )}
          <TextLink href={paths.raw(agent.node, command)}>Raw</TextLink>
        </span>
      ),
    };
  });
  return <FactList facts={facts} />;
}
