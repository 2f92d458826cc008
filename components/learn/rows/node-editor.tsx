import { Plus, X } from 'lucide-react';
import { DraftInput } from '@/components/learn/simulator/draft-input';
import { Button, IconButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { parseNodeAddresses, zonePattern } from '@/lib/learn/rows/around-text';
import {
  mostPodsOfNode,
  podAddress,
  podStates,
  type AroundNode,
  type PodState,
} from '@/lib/learn/rows/cluster-around';

const stateWords: Record<PodState, string> = {
  ready: 'ready',
  'not-ready': 'not ready',
  serving: 'terminating, serving',
  gone: 'terminating, not serving',
};

type NodeEditorProps = {
  node: AroundNode;
  index: number;
  onChange: (node: AroundNode) => void;
  /** null: the last node stays. */
  onRemove: (() => void) | null;
};

/** One node: its addresses, zone and label, and its pods. */
export function NodeEditor({ node, index, onChange, onRemove }: NodeEditorProps) {
  const { name, ips, zone, isEdge, pods } = node;
  return (
    <li className="border-t border-line py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <strong className="mono min-w-14 wrap-anywhere max-desk:basis-full">{name}</strong>
        <DraftInput
          label={`Addresses of ${name}`}
          value={ips.join(' ')}
          read={parseNodeAddresses}
          title="Addresses on which node ports listen, with blanks between"
          className="min-w-24 flex-1"
          onChange={(next) => onChange({ ...node, ips: next })}
        />
        <DraftInput
          label={`Zone of ${name}`}
          value={zone}
          read={(text) => (zonePattern.test(text) ? text : null)}
          title="topology.kubernetes.io/zone"
          placeholder="zone"
          className="w-14"
          onChange={(next) => onChange({ ...node, zone: next })}
        />
        <Chip
          pressed={isEdge}
          title="The label service.cilium.io/node=edge"
          onClick={() => onChange({ ...node, isEdge: !isEdge })}
        >
          edge
        </Chip>
        {onRemove !== null && (
          <IconButton label={`Take ${name} away`} onClick={onRemove} className="size-6.5">
            <X aria-hidden size={13} />
          </IconButton>
        )}
      </div>
      <ul className="pt-1">
        {pods.map((pod, podIndex) => (
          <li key={podIndex} className="flex items-center gap-2 py-0.5 text-small">
            <span className="mono min-w-0 flex-1 truncate pl-3 text-muted">
              {podAddress(pod, index, podIndex, 'IPv4') ?? podAddress(pod, index, podIndex, 'IPv6')}
            </span>
            <select
              aria-label={`State of pod ${podIndex + 1} on ${name}`}
              value={pod.state}
              onChange={({ target }) => {
                const state = podStates.find((candidate) => candidate === target.value);
                if (state !== undefined) onChange({ ...node, pods: pods.with(podIndex, { ...pod, state }) });
              }}
              className="target h-6.5 rounded-control border border-line-strong bg-surface px-1 text-small text-text"
            >
              {podStates.map((state) => (
                <option key={state} value={state}>
                  {stateWords[state]}
                </option>
              ))}
            </select>
            <IconButton
              label={`Take pod ${podIndex + 1} away from ${name}`}
              onClick={() => onChange({ ...node, pods: pods.toSpliced(podIndex, 1) })}
              className="size-6.5"
            >
              <X aria-hidden size={13} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        kind="quiet"
        disabled={pods.length >= mostPodsOfNode}
        aria-label={`Add a pod to ${name}`}
        onClick={() => onChange({ ...node, pods: [...pods, { state: 'ready', ips: null }] })}
      >
        <Plus aria-hidden size={13} />
        Pod
      </Button>
    </li>
  );
}
