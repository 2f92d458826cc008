'use client';

import { useMemo } from 'react';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyAgents } from '@/components/learn/simulator/use-my-cluster';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { devicesOutcome } from '@/lib/learn/devices/devices-outcome';
import { devicesPredictions, stepCount } from '@/lib/learn/devices/devices-predictions';
import { devicesKeys, readDevicesLink, writeDevicesLink } from '@/lib/learn/devices/devices-state';
import { stepTitle } from '@/lib/learn/devices/test-words';
import { clusterDevices } from './cluster-devices';
import { DevicesParametersRow } from './devices-parameters-row';
import { InterfacesEditor } from './interfaces-editor';
import { StepDetail } from './step-detail';
import { StepList } from './step-list';
import { TestsTable } from './tests-table';

const link = { keys: devicesKeys, read: readDevicesLink, write: writeDevicesLink };
const stateAt = (step: number) => ({ step: step + 1 });
const inCluster = {
  fields: [{ id: 'devices', name: 'Devices' }],
  keys: ['devices', 'direct-routing-device', 'nodeport-addresses'],
  command: "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep 'Devices:'",
};

/** The simulator of devices: each interface of a node through Cilium's tests, and what comes of it. */
export function DevicesPage() {
  const linked = useLinkState(link);
  const { parameters, step: named } = linked.state;
  const outcome = useMemo(() => devicesOutcome(parameters), [parameters]);
  const predictions = useMemo(
    () => devicesPredictions(outcome, parameters.directRoutingDevice),
    [outcome, parameters.directRoutingDevice],
  );
  const wanted = named - 1;
  const simulator = useSteppedSimulator({ linked, count: stepCount, wanted, stateAt, predictions });
  const { stageRef, step, masked, predicted, onStep, onPredict, onParameters } = simulator;
  const title = stepTitle(step);
  return (
    <SimulatorFrame
      simulator={simulator}
      title="Devices: which interface, and which of them routes?"
      actions={
        <UseMyAgents
          read={clusterDevices}
          takes="The devices and the version that the first node reports; agents say nothing of other interfaces"
          lacks="No agent has reported a device yet."
          onUse={onParameters}
        />
      }
      parameters={<DevicesParametersRow parameters={parameters} onChange={onParameters} />}
      footer={{ ...inCluster, version: `1.${parameters.minor}` }}
    >
      <div className="@container px-4 desk:px-6">
        <div className="@min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="min-w-0 pb-5">
            <div ref={stageRef} className="py-3">
              <TestsTable {...{ outcome, step, masked, onStep }} />
            </div>
            <SimulatorControls {...{ simulator, title }} word="step" />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <StepDetail {...{ outcome, parameters, step }} />
          </div>
          <div className="@min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            <PredictionPanel {...{ predictions, predicted, onPredict }} word="step" />
            <StepList {...{ outcome, step, masked, onStep }} />
          </div>
        </div>
        <InterfacesEditor
          interfaces={parameters.interfaces}
          onChange={(interfaces) => onParameters({ interfaces })}
        />
      </div>
    </SimulatorFrame>
  );
}
