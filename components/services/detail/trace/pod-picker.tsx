import { useId } from 'react';
import type { TracePod } from '@/lib/snapshot/trace/trace-source';
import { TraceSelect } from './trace-select';

/** With more pods than this a list is no help: names are typed. */
const mostInList = 200;
const mostProposed = 50;

type PodPickerProps = { pods: readonly TracePod[]; ip: string; onPick: (ip: string) => void };

const nameOf = ({ namespace, name, ip }: TracePod) => `${namespace}/${name} ${ip}`;

/** Picks the pod that sends, of those behind any frontend. */
export function PodPicker({ pods, ip, onPick }: PodPickerProps) {
  if (pods.length > mostInList) return <PodSearch pods={pods} ip={ip} onPick={onPick} />;
  return (
    <TraceSelect label="Pod" value={ip} onChange={onPick}>
      {pods.map((pod) => (
        <option key={pod.ip} value={pod.ip}>
          {nameOf(pod)}
        </option>
      ))}
    </TraceSelect>
  );
}

function PodSearch({ pods, ip, onPick }: PodPickerProps) {
  const id = useId();
  const chosen = pods.find((pod) => pod.ip === ip);
  return (
    <label className="inline-flex min-w-0 items-center gap-2 text-small text-muted">
      Pod
      <input
        key={ip}
        list={id}
        defaultValue={chosen === undefined ? '' : nameOf(chosen)}
        onChange={(event) => {
          const typed = event.target.value;
          const found = pods.find((pod) => nameOf(pod) === typed || pod.ip === typed || pod.name === typed);
          if (found !== undefined) onPick(found.ip);
        }}
        className="target mono h-7 w-72 min-w-0 rounded-control border border-line-strong bg-surface px-2 text-text"
      />
      <datalist id={id}>
        {pods.slice(0, mostProposed).map((pod) => (
          <option key={pod.ip} value={nameOf(pod)} />
        ))}
      </datalist>
    </label>
  );
}
