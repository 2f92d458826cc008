'use client';

import { useMemo } from 'react';
import { HopDetail } from '@/components/learn/packet/hop-detail';
import { hopEnding } from '@/components/learn/packet/hop-ending';
import { HopRows } from '@/components/learn/packet/hop-rows';
import { ClusterLine } from '@/components/learn/simulator/cluster-line';
import { SimulatorColumns } from '@/components/learn/simulator/simulator-columns';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { SimulatorSection } from '@/components/learn/simulator/simulator-section';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { payloadBytesAt } from '@/lib/learn/dsr/dsr-packet';
import { dsrWalk } from '@/lib/learn/dsr/dsr-walk';
import { dsrKeys, readDsrLink, writeDsrLink } from '@/lib/learn/dsr/dsr-state';
import { headerRows } from '@/lib/learn/packet/header-rows';
import { ConsequencesTable } from './consequences-table';
import { DsrParametersRow } from './dsr-parameters-row';
import { DsrStage } from './dsr-stage';
import { MetSwitches } from './met-switches';
import { RefusedStage } from './refused-stage';
import { UseMyCluster } from './use-my-cluster';

const link = { keys: dsrKeys, read: readDsrLink, write: writeDsrLink };
const stateAt = (step: number) => ({ hop: step + 1 });
const inCluster = {
  fields: [
    { id: 'mode', name: 'Mode' },
    { id: 'dsr-dispatch-mode', name: 'DSR Dispatch Mode' },
  ],
  keys: ['bpf-lb-mode', 'bpf-lb-dsr-dispatch'],
  command: "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -E 'Mode:|Network:'",
};

/** The simulator of SNAT, DSR and Hybrid: one packet and its answer, hop by hop, with questions before the answers. */
export function DsrPage() {
  const linked = useLinkState(link);
  const { parameters, hop: named } = linked.state;
  const shown = useMemo(() => dsrWalk(parameters), [parameters]);
  const { walk, question, predictions, refusal } = shown;
  const count = walk.hops.length;
  const simulator = useSteppedSimulator({ linked, count, wanted: named - 1, stateAt, predictions });
  const { step: hop, masked, predicted, onStep: onHop, onParameters } = simulator;
  const { ends, minor } = parameters;
  return (
    <SimulatorFrame
      simulator={simulator}
      title="SNAT, DSR, Hybrid: who answers the client?"
      actions={<UseMyCluster chosen={ends?.serviceName ?? null} onUse={onParameters} />}
      parameters={
        <>
          <DsrParametersRow parameters={parameters} onChange={onParameters} />
          {ends !== null && (
            <ClusterLine
              service={ends.serviceName}
              unnamed="Addresses"
              minor={minor}
              onExample={() => onParameters({ ends: null })}
            >
              . The client is an example, and the MTU of {parameters.mtuBytes} is not reported by agents.
            </ClusterLine>
          )}
        </>
      }
      footer={{ ...inCluster, version: `1.${minor}` }}
    >
      <SimulatorColumns
        simulator={simulator}
        word="hop"
        title={hopEnding(walk, hop) ?? walk.hops[hop]?.title ?? ''}
        stage={
          refusal === null ? (
            <DsrStage parameters={parameters} shown={shown} hop={hop} masked={masked} onHop={onHop} />
          ) : (
            <RefusedStage refusal={refusal} parameters={parameters} />
          )
        }
        detail={
          <HopDetail
            {...{ walk, question, hop }}
            payloadBytesAt={(each) => payloadBytesAt(parameters, each)}
            rowsAt={(each) => headerRows(each, question)}
          />
        }
        list={
          refusal === null ? (
            <HopRows
              hops={walk.hops}
              lostHops={shown.lostHops}
              ending={hopEnding(walk, count - 1)}
              {...{ hop, masked, onHop }}
            />
          ) : null
        }
      >
        <SimulatorSection id="costs" title="What it costs, what it gives" className="@min-[60rem]:mt-5">
          <ConsequencesTable parameters={parameters} predictions={predictions} predicted={predicted} />
        </SimulatorSection>
      </SimulatorColumns>
      <SimulatorSection id="met" title="What people really met">
        <MetSwitches parameters={parameters} onChange={onParameters} />
      </SimulatorSection>
    </SimulatorFrame>
  );
}
