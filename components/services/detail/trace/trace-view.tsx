'use client';

import { ArrowLeft } from 'lucide-react';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextButton } from '@/components/ui/text-link';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendDetail } from '@/lib/snapshot/frontend-view';
import { HopHeaders } from './hop-headers';
import { TraceChoice } from './trace-choice';
import { TraceControls } from './trace-controls';
import { TraceEnd } from './trace-end';
import { TraceHops } from './trace-hops';
import { TracePicture } from './trace-picture';
import { TraceSteps } from './trace-steps';
import { noTrace, useTraceUrl } from './trace-url';
import { useTrace } from './use-trace';

type TraceViewProps = {
  detail: FrontendDetail;
  agents: readonly AgentView[];
  /** The way back has the focus at first. */
  takesFocus: boolean;
};

/** What would happen to a packet to this frontend: as a picture with numbered hops, below 1280 pixels as a list. */
export function TraceView({ detail, agents, takesFocus }: TraceViewProps) {
  const { url, setUrl } = useTraceUrl();
  const trace = useTrace(detail, agents, url);
  const { source, node, walk, question, protocol } = trace;
  const count = walk?.hops.length ?? 0;
  const hop = Math.min(Math.max(url.hop - 1, 0), Math.max(count - 1, 0));
  const onHop = (next: number) => void setUrl({ hop: next + 1 });
  const current = walk?.hops[hop];
  return (
    <section
      aria-label="Trace a packet"
      className="pb-4"
      onKeyDown={(event) => {
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (by === 0 || count === 0 || isChoice(event.target)) return;
        event.preventDefault();
        event.stopPropagation();
        onHop(Math.min(Math.max(hop + by, 0), count - 1));
      }}
    >
      <p className="mt-2 text-small">
        <TextButton
          autoFocus={takesFocus}
          onClick={() => void setUrl(noTrace)}
          className="inline-flex items-center gap-1"
        >
          <ArrowLeft aria-hidden size={13} strokeWidth={1.8} />
          Details
        </TextButton>
      </p>
      {source !== null && node !== null && protocol !== null && (
        <TraceControls
          url={url}
          setUrl={setUrl}
          source={source}
          node={node}
          nodes={trace.nodes}
          pods={trace.pods}
          protocol={protocol}
          choosesProtocol={detail.frontend.protocol === null}
          isDsr={trace.isDsr}
        />
      )}
      {walk === null || question === null ? (
        <div className="mt-4">
          <NotFollowed protocol={protocol} />
        </div>
      ) : (
        <>
          <TraceEnd walk={walk} question={question} />
          {walk.choice !== null && (
            <TraceChoice choice={walk.choice} onFollow={(via) => void setUrl({ via, hop: null })} />
          )}
          {current !== undefined && (
            <>
              <div className="mt-3 hidden min-[80rem]:block">
                <TracePicture walk={walk} question={question} hop={hop} onHop={onHop} />
              </div>
              <div className="mt-2">
                <TraceSteps count={count} hop={hop} title={current.title} onHop={onHop} />
              </div>
              <div className="grid gap-x-6 min-[80rem]:grid-cols-[1fr_24rem]">
                <TraceHops
                  walk={walk}
                  hop={hop}
                  payloadBytes={question.payloadBytes}
                  attach={trace.attach}
                  onHop={onHop}
                />
                <div className="hidden border-l border-line pt-2 pl-4 min-[80rem]:block">
                  <div className="sticky top-2">
                    <h3 className="mb-1.5 font-semibold">Hop {hop + 1}</h3>
                    <HopHeaders hop={current} payloadBytes={question.payloadBytes} />
                  </div>
                </div>
              </div>
            </>
          )}
          <Unknown sentences={[...walk.unknowns, ...trace.assumed]} isExample={source?.kind === 'outside'} />
        </>
      )}
    </section>
  );
}

/** Arrows belong to the control that has the focus. */
function isChoice(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('select, input, [role="radio"]') !== null;
}

function NotFollowed({ protocol }: { protocol: 'TCP' | 'UDP' | null }) {
  return protocol === null ? (
    <PanelMessage fact="SCTP is not followed.">Cilium balances it in basic cases only.</PanelMessage>
  ) : (
    <PanelMessage fact="This source is not known.">
      Its agent has not answered yet, or the node or pod is gone, or has no address of this IP family.
    </PanelMessage>
  );
}

function Unknown({ sentences, isExample }: { sentences: readonly string[]; isExample: boolean }) {
  return (
    <section aria-label="What is not known" className="mt-3 border-t border-line pt-2 text-small text-muted">
      <h3 className="font-medium text-text">What is not known</h3>
      <ul className="list-disc pl-4">
        {isExample && <li>The client is an example; all other addresses are this cluster’s.</li>}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
