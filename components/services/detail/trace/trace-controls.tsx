import { Chip } from '@/components/ui/chip';
import { useNodeNameParts } from '@/components/ui/node-name';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { L4 } from '@/lib/cilium/packet-path/packet';
import type { TracePod, TraceSource } from '@/lib/snapshot/trace/trace-source';
import { formatTraceSource } from '@/lib/snapshot/trace/trace-source';
import { PodPicker } from './pod-picker';
import { TraceSelect } from './trace-select';
import type { NetworkFault, SetTraceUrl, TraceUrl } from './trace-url';

type TraceControlsProps = {
  url: TraceUrl;
  setUrl: SetTraceUrl;
  source: TraceSource;
  /** The node the packet is first on. */
  node: string;
  nodes: readonly string[];
  pods: readonly TracePod[];
  protocol: L4;
  /** The row says no protocol: either may be asked for. */
  choosesProtocol: boolean;
  /** The packet crosses the network with what DSR makes of it: what the network does matters. */
  isDsr: boolean;
};

const packetWords = {
  TCP: { first: 'SYN', full: 'Full segment', replaced: 'Backend gone' },
  UDP: { first: 'Short datagram', full: 'Full datagram', replaced: 'Backend gone' },
} as const;

const faults: { value: NetworkFault; word: string }[] = [
  { value: 'source', word: 'checks sources' },
  { value: 'options', word: 'drops IP options' },
];

/** Where the packet comes from, and which one it is. */
export function TraceControls({
  url,
  setUrl,
  source,
  node,
  nodes,
  pods,
  protocol,
  choosesProtocol,
  isDsr,
}: TraceControlsProps) {
  const parts = useNodeNameParts();
  const follow = (next: TraceSource) => void setUrl({ trace: formatTraceSource(next), hop: null });
  const words = packetWords[protocol];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5">
      <SegmentedControl
        label="The packet comes from"
        value={source.kind}
        segments={[
          { value: 'outside', label: 'Outside' },
          { value: 'node', label: 'A node' },
          ...(pods.length > 0 ? [{ value: 'pod' as const, label: 'A pod' }] : []),
        ]}
        onValueChange={(kind) => {
          if (kind !== 'pod') return follow({ kind, node });
          const pod = pods.find((candidate) => candidate.node === node) ?? pods[0];
          if (pod !== undefined) follow({ kind, ip: pod.ip });
        }}
      />
      {source.kind === 'pod' ? (
        <PodPicker pods={pods} ip={source.ip} onPick={(ip) => follow({ kind: 'pod', ip })} />
      ) : (
        <TraceSelect
          label={source.kind === 'outside' ? 'arrives at' : 'Node'}
          value={source.node}
          onChange={(name) => follow({ kind: source.kind, node: name })}
        >
          {nodes.map((name) => (
            <option key={name} value={name}>
              {parts(name).distinct}
            </option>
          ))}
        </TraceSelect>
      )}
      {choosesProtocol && (
        <SegmentedControl
          label="Protocol"
          value={protocol}
          segments={[
            { value: 'TCP', label: 'TCP' },
            { value: 'UDP', label: 'UDP' },
          ]}
          onValueChange={(l4) => void setUrl({ l4, hop: null })}
        />
      )}
      <SegmentedControl
        label="Which packet"
        value={url.packet}
        segments={(['first', 'full', 'replaced'] as const).map((value) => ({ value, label: words[value] }))}
        onValueChange={(packet) => void setUrl({ packet, hop: null })}
      />
      {isDsr && (
        <span
          role="group"
          aria-label="The network"
          className="inline-flex items-center gap-1 text-small text-muted"
        >
          Network
          {faults.map(({ value, word }) => (
            <Chip
              key={value}
              pressed={url.net.includes(value)}
              onClick={() =>
                void setUrl({
                  net: url.net.includes(value)
                    ? url.net.filter((other) => other !== value)
                    : [...url.net, value],
                  hop: null,
                })
              }
            >
              {word}
            </Chip>
          ))}
        </span>
      )}
    </div>
  );
}
