'use client';

import { useMemo } from 'react';
import { HopDetail } from '@/components/learn/packet/hop-detail';
import { hopEnding } from '@/components/learn/packet/hop-ending';
import { HopRows } from '@/components/learn/packet/hop-rows';
import { SimulatorColumns } from '@/components/learn/simulator/simulator-columns';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { SimulatorSection } from '@/components/learn/simulator/simulator-section';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyAgents } from '@/components/learn/simulator/use-my-cluster';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { natHeaderRows } from '@/lib/learn/nat/nat-header-rows';
import { payloadBytes } from '@/lib/learn/nat/nat-question';
import { natKeys, readNatLink, writeNatLink } from '@/lib/learn/nat/nat-state';
import { natWalk } from '@/lib/learn/nat/nat-walk';
import { clusterNat } from './cluster-nat';
import { NatMet } from './nat-met';
import { NatNeedsTable } from './nat-needs-table';
import { NatObstacleStage } from './nat-obstacle-stage';
import { NatParametersRow } from './nat-parameters-row';
import { NatPrinted } from './nat-printed';
import { NatStage } from './nat-stage';
import { PrefixBar } from './prefix-bar';

const link = { keys: natKeys, read: readNatLink, write: writeNatLink };
const stateAt = (step: number) => ({ hop: step + 1 });
const inCluster = {
  fields: [
    { id: 'nat46x64', name: 'NAT46/64 Support' },
    { id: 'nat46x64-prefixes', name: 'Prefixes' },
  ],
  keys: ['bpf-lb-nat46x64', 'enable-nat46x64-gateway'],
  command: "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -A 3 'NAT46/64'",
};

/** The simulator of NAT46/64: one packet and its answer between two families, hop by hop. */
export function NatPage() {
  const linked = useLinkState(link);
  const { parameters, hop: named } = linked.state;
  const shown = useMemo(() => natWalk(parameters), [parameters]);
  const { walk, question, predictions, obstacle } = shown;
  const count = walk.hops.length;
  const simulator = useSteppedSimulator({ linked, count, wanted: named - 1, stateAt, predictions });
  const { step: hop, masked, onStep: onHop, onParameters } = simulator;
  return (
    <SimulatorFrame
      simulator={simulator}
      title="NAT46/64: two families, one connection"
      actions={
        <UseMyAgents
          read={clusterNat}
          takes="Version, mode and translation as agents report them; agents do not report the families"
          lacks="No agent has reported a release that is known here."
          onUse={onParameters}
        />
      }
      parameters={<NatParametersRow parameters={parameters} onChange={onParameters} />}
      footer={{ ...inCluster, version: `1.${parameters.minor}` }}
    >
      <SimulatorColumns
        simulator={simulator}
        word="hop"
        title={hopEnding(walk, hop) ?? walk.hops[hop]?.title ?? ''}
        stage={
          obstacle === null ? (
            <>
              <NatStage parameters={parameters} shown={shown} hop={hop} masked={masked} onHop={onHop} />
              {parameters.feature === 'gateway' && <PrefixBar serverIP={parameters.serverIP} />}
            </>
          ) : (
            <NatObstacleStage obstacle={obstacle} minor={parameters.minor} />
          )
        }
        detail={
          <HopDetail
            {...{ walk, question, hop }}
            payloadBytesAt={() => payloadBytes[parameters.protocol]}
            rowsAt={(each) => natHeaderRows(each, question, parameters)}
          />
        }
        list={
          obstacle === null ? (
            <HopRows
              hops={walk.hops}
              lostHops={[]}
              ending={hopEnding(walk, count - 1)}
              {...{ hop, masked, onHop }}
            />
          ) : null
        }
      >
        <SimulatorSection id="needs" title="What it takes" className="@min-[60rem]:mt-5">
          <NatNeedsTable feature={parameters.feature} />
        </SimulatorSection>
      </SimulatorColumns>
      {obstacle?.kind !== 'refused' && (
        <SimulatorSection id="printed" title="What node 1 prints of it" className="@container px-4 desk:px-6">
          <NatPrinted parameters={parameters} />
        </SimulatorSection>
      )}
      <SimulatorSection id="met" title="What people really met">
        <NatMet parameters={parameters} onChange={onParameters} />
      </SimulatorSection>
    </SimulatorFrame>
  );
}
