'use client';

import { useMemo } from 'react';
import { SimulatorColumns } from '@/components/learn/simulator/simulator-columns';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { SimulatorSection } from '@/components/learn/simulator/simulator-section';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyAgents } from '@/components/learn/simulator/use-my-cluster';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { isOpen } from '@/lib/learn/predict/prediction';
import { readXdpLink, writeXdpLink, xdpKeys } from '@/lib/learn/xdp/xdp-state';
import { xdpWalk } from '@/lib/learn/xdp/xdp-walk';
import { clusterParameters } from './cluster-parameters';
import { DevicesTable } from './devices-table';
import { PublishedPanel } from './published-panel';
import { RefusedStage } from './refused-stage';
import { TrafficTable } from './traffic-table';
import { XdpMetSwitches } from './xdp-met-switches';
import { XdpParametersRow } from './xdp-parameters-row';
import { XdpStage } from './xdp-stage';

const link = { keys: xdpKeys, read: readXdpLink, write: writeXdpLink };
const stateAt = (step: number) => ({ step: step + 1 });
const inCluster = {
  fields: [
    { id: 'xdp-acceleration', name: 'XDP Acceleration' },
    { id: 'attach-mode', name: 'Attach Mode' },
    { id: 'devices', name: 'Devices' },
  ],
  keys: ['bpf-lb-acceleration', 'devices'],
  command:
    "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -E 'XDP Acceleration|Devices:'",
};

/** The simulator of XDP acceleration: one packet through the layers of a node, by what each device's driver says. */
export function XdpPage() {
  const linked = useLinkState(link);
  const { parameters, step: named } = linked.state;
  const walk = useMemo(() => xdpWalk(parameters), [parameters]);
  const { steps, predictions, refusal, handling, verdicts } = walk;
  const count = steps.length;
  const simulator = useSteppedSimulator({ linked, count, wanted: named - 1, stateAt, predictions });
  const { step, masked, predicted, onStep, onParameters } = simulator;
  const current = steps[step];
  const title = current?.title ?? '';
  const isLayerHidden = isOpen('layer', predictions, predicted);
  return (
    <SimulatorFrame
      simulator={simulator}
      title="XDP or tc: where is a packet handled?"
      actions={
        <UseMyAgents
          read={clusterParameters}
          takes="Acceleration and version as agents report them; drivers and kernels they do not report"
          onUse={onParameters}
        />
      }
      parameters={<XdpParametersRow parameters={parameters} onChange={onParameters} />}
      footer={{ ...inCluster, version: `1.${parameters.minor}` }}
    >
      <SimulatorColumns
        simulator={simulator}
        word="step"
        title={title}
        stage={
          refusal === null ? (
            <XdpStage {...{ parameters, walk, step, masked, onStep }} />
          ) : (
            <RefusedStage refusal={refusal} parameters={parameters} />
          )
        }
        detail={
          current !== undefined && (
            <section aria-label={`Step ${step + 1}`} className="pt-3 pb-4 desk:min-h-20">
              <p className="text-pretty">
                <strong className="mr-2 text-lead font-semibold">Step {step + 1}</strong> {title}
              </p>
              <p className="max-w-[80ch] text-pretty text-muted">{current.detail}</p>
            </section>
          )
        }
        list={
          refusal === null ? (
            <ToldSteps
              label="Every step"
              steps={steps.map((each) => ({
                title: each.title,
                text: null,
                isAnswer: each.lane === 'answer',
                isEnd: false,
              }))}
              {...{ step, masked, onStep }}
            />
          ) : null
        }
      >
        <section aria-labelledby="devices" className="border-t border-line pt-4 pb-5">
          <DevicesTable parameters={parameters} verdicts={verdicts} onChange={onParameters} />
        </section>
      </SimulatorColumns>
      <SimulatorSection id="handles" title="What it handles, and what not">
        <TrafficTable
          parameters={parameters}
          isHidden={isLayerHidden}
          onTraffic={(traffic) => onParameters({ traffic })}
        />
        <p className="max-w-[90ch] pt-3 text-pretty text-muted">
          What is sent out from the driver tcpdump does not show. Some cards reset their link as the program
          is attached: a restart of the agent can lose seconds of traffic.
          {parameters.minor >= 14 &&
            ' With WireGuard’s node encryption what is passed on this way is not encrypted.'}
        </p>
      </SimulatorSection>
      <SimulatorSection id="published" title="What a layer costs">
        <PublishedPanel layer={isLayerHidden || refusal !== null ? null : handling.layer} />
      </SimulatorSection>
      <SimulatorSection id="met" title="What people really met">
        <XdpMetSwitches parameters={parameters} onChange={onParameters} />
      </SimulatorSection>
    </SimulatorFrame>
  );
}
