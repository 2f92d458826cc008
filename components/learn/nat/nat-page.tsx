'use client';

import { useCallback, useMemo } from 'react';
import { hopEnding } from '@/components/learn/dsr/hop-ending';
import { HopRows } from '@/components/learn/packet/hop-rows';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';
import { natKeys, readNatLink, writeNatLink } from '@/lib/learn/nat/nat-state';
import { natWalk } from '@/lib/learn/nat/nat-walk';
import { NatDetail } from './nat-detail';
import { NatMet } from './nat-met';
import { NatNeedsTable } from './nat-needs-table';
import { NatObstacleStage } from './nat-obstacle-stage';
import { NatParametersRow } from './nat-parameters-row';
import { NatPrinted } from './nat-printed';
import { NatStage } from './nat-stage';
import { PrefixBar } from './prefix-bar';
import { UseClusterNat } from './use-cluster-nat';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: natKeys, read: readNatLink, write: writeNatLink };
const fields = [
  { id: 'nat46x64', name: 'NAT46/64 Support' },
  { id: 'nat46x64-prefixes', name: 'Prefixes' },
];
const keys = ['bpf-lb-nat46x64', 'enable-nat46x64-gateway'];
const command = "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -A 3 'NAT46/64'";

/** The simulator of NAT46/64: one packet and its answer between two families, hop by hop. */
export function NatPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const shown = useMemo(() => natWalk(parameters), [parameters]);
  const { walk, predictions, obstacle } = shown;
  const count = walk.hops.length;
  const onStep = useCallback((step: number) => setState({ ...state, hop: step + 1 }), [state, setState]);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const wanted = state.hop - 1;
  const stepped = useSteppedSimulator({ count, wanted, speed, predictions, predicted, onStep, onPredict });
  const { rootRef, stageRef, step: hop, last, masked, isPlaying, setPlaying, onStep: onHop } = stepped;
  const onParameters = (changed: Partial<NatParameters>) =>
    setState({ ...state, hop: hop + 1, predicted: none, parameters: { ...parameters, ...changed } });
  const title = hopEnding(walk, hop) ?? walk.hops[hop]?.title ?? '';
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="NAT46/64: two families, one connection"
        actions={<UseClusterNat onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <NatParametersRow parameters={parameters} onChange={onParameters} />
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block @min-[60rem]:pb-5">
            <div ref={stageRef} className="py-3">
              {obstacle === null ? (
                <>
                  <NatStage parameters={parameters} shown={shown} hop={hop} masked={masked} onHop={onHop} />
                  {parameters.feature === 'gateway' && <PrefixBar serverIP={parameters.serverIP} />}
                </>
              ) : (
                <NatObstacleStage obstacle={obstacle} minor={parameters.minor} />
              )}
            </div>
            <SimulatorControls
              {...{ count, last, title, isPlaying, speed }}
              step={hop}
              word="hop"
              onPlay={setPlaying}
              onStep={onHop}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, hop: 1, predicted: none });
              }}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <div className="order-2">
              <NatDetail parameters={parameters} shown={shown} hop={hop} />
            </div>
            <section
              aria-labelledby="needs"
              className="order-4 min-w-0 border-t border-line pt-4 pb-5 @min-[60rem]:mt-5 @min-[60rem]:pb-0"
            >
              <h2 id="needs" className="pb-1 font-semibold">
                What it takes
              </h2>
              <NatNeedsTable feature={parameters.feature} />
            </section>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            {obstacle === null && (
              <>
                <div className="order-1 max-desk:pt-3">
                  <PredictionPanel {...{ predictions, predicted, onPredict }} word="hop" />
                </div>
                <section aria-label="Hops" className="order-3 pt-3 max-desk:pb-4">
                  <h2 className="pb-1 font-semibold">Every hop</h2>
                  <HopRows
                    hops={walk.hops}
                    lostHops={[]}
                    hop={hop}
                    masked={masked}
                    ending={hopEnding(walk, count - 1)}
                    onHop={onHop}
                  />
                </section>
              </>
            )}
          </div>
        </div>
      </div>
      {obstacle?.kind !== 'refused' && (
        <section
          aria-labelledby="printed"
          className="@container border-t border-line px-4 pt-4 pb-5 desk:px-6"
        >
          <h2 id="printed" className="pb-1 font-semibold">
            What node 1 prints of it
          </h2>
          <NatPrinted parameters={parameters} />
        </section>
      )}
      <section aria-labelledby="met" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
        <h2 id="met" className="pb-1 font-semibold">
          What people really met
        </h2>
        <NatMet parameters={parameters} onChange={onParameters} />
      </section>
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
