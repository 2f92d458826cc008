'use client';

import { useCallback, useMemo } from 'react';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { devicesOutcome } from '@/lib/learn/devices/devices-outcome';
import type { DevicesParameters } from '@/lib/learn/devices/devices-parameters';
import { devicesPredictions, stepCount } from '@/lib/learn/devices/devices-predictions';
import { devicesKeys, readDevicesLink, writeDevicesLink } from '@/lib/learn/devices/devices-state';
import { stepTitle } from '@/lib/learn/devices/test-words';
import { DevicesParametersRow } from './devices-parameters-row';
import { InterfacesEditor } from './interfaces-editor';
import { StepDetail } from './step-detail';
import { StepList } from './step-list';
import { TestsTable } from './tests-table';
import { UseMyCluster } from './use-my-cluster';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: devicesKeys, read: readDevicesLink, write: writeDevicesLink };
const fields = [{ id: 'devices', name: 'Devices' }];
const keys = ['devices', 'direct-routing-device', 'nodeport-addresses'];
const command = "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep 'Devices:'";

/** The simulator of devices: each interface of a node through Cilium's tests, and what comes of it. */
export function DevicesPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const outcome = useMemo(() => devicesOutcome(parameters), [parameters]);
  const predictions = useMemo(
    () => devicesPredictions(outcome, parameters.directRoutingDevice),
    [outcome, parameters.directRoutingDevice],
  );
  const onAny = useCallback((step: number) => setState({ ...state, step: step + 1 }), [state, setState]);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    count: stepCount,
    wanted: state.step - 1,
    speed,
    predictions,
    predicted,
    onStep: onAny,
    onPredict,
  });
  const { rootRef, stageRef, step, last, masked, isPlaying, setPlaying, onStep } = stepped;
  const onParameters = (changed: Partial<DevicesParameters>) =>
    setState({ ...state, step: step + 1, predicted: none, parameters: { ...parameters, ...changed } });
  const title = stepTitle(step);
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="Devices: which interface, and which of them routes?"
        actions={<UseMyCluster onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <DevicesParametersRow parameters={parameters} onChange={onParameters} />
      <div className="@container px-4 desk:px-6">
        <div className="@min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="min-w-0 pb-5">
            <div ref={stageRef} className="py-3">
              <TestsTable outcome={outcome} step={step} masked={masked} onStep={onStep} />
            </div>
            <SimulatorControls
              count={stepCount}
              step={step}
              last={last}
              word="step"
              title={title}
              isPlaying={isPlaying}
              speed={speed}
              onPlay={setPlaying}
              onStep={onStep}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, step: 1, predicted: none });
              }}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <StepDetail outcome={outcome} parameters={parameters} step={step} />
          </div>
          <div className="@min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            <PredictionPanel
              predictions={predictions}
              predicted={predicted}
              word="step"
              onPredict={onPredict}
            />
            <StepList outcome={outcome} step={step} masked={masked} onStep={onStep} />
          </div>
        </div>
        <InterfacesEditor
          interfaces={parameters.interfaces}
          onChange={(interfaces) => onParameters({ interfaces })}
        />
      </div>
      <SimulatorFooter
        fields={fields}
        keys={keys}
        command={command}
        commandHint="cilium instead of cilium-dbg before v1.15"
        version={`1.${parameters.minor}`}
      />
    </div>
  );
}
