import { Notice } from '@/components/ui/notice';
import { StateMark } from '@/components/ui/state-mark';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { failureTitles, noticed } from './failure-titles';

type TraceEndProps = { walk: PacketWalk; question: PacketQuestion };

/** What comes of the packet, in a sentence: the answer and who sees whom, or what ends it. */
export function TraceEnd({ walk: { failure, seenByBackend, hops }, question }: TraceEndProps) {
  const seen = seenByBackend === null ? null : formatSocketAddress(seenByBackend);
  if (failure !== null)
    return (
      <Notice tone="bad" className="mt-3" title={`${failureTitles[failure.kind]}.`}>
        {failure.text} {failure.kind !== 'settings-refused' && noticed[failure.notices]}
      </Notice>
    );
  const first = hops[0]?.before.source;
  const isClient = first !== undefined && seen === formatSocketAddress(first);
  return (
    <p className="mt-3 flex items-start gap-2">
      <StateMark mark="agrees" label="answered" className="mt-1" />
      <span className="min-w-0">
        The client gets its answer from{' '}
        <code className="mono font-medium">
          {formatSocketAddress({ ip: question.to.ip, port: question.to.port })}
        </code>
        , as it sent. The backend sees{' '}
        {seen !== null && (
          <>
            <code className="mono font-medium">{seen}</code>,{' '}
            {isClient ? 'the client itself' : 'not the client'}
          </>
        )}
        .
      </span>
    </p>
  );
}
