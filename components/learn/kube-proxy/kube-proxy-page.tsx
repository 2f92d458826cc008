'use client';

import { useCallback, useMemo } from 'react';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { useIsInLesson } from '@/components/learn/simulator/lesson-frame';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import type { KubeProxyParameters } from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import { kubeProxyPredictions } from '@/lib/learn/kube-proxy/kube-proxy-predictions';
import {
  kubeProxyKeys,
  readKubeProxyLink,
  writeKubeProxyLink,
} from '@/lib/learn/kube-proxy/kube-proxy-state';
import { lookupWalk } from '@/lib/learn/kube-proxy/lookup-walk';
import { openPrediction } from '@/lib/learn/predict/prediction';
import { EndsLine } from './ends-line';
import { KubeProxyFolds } from './kube-proxy-folds';
import { KubeProxyParametersRow } from './kube-proxy-parameters-row';
import { LookupDetail } from './lookup-detail';
import { LookupStage } from './lookup-stage';
import { UseMyCluster } from './use-my-cluster';
import { WhoTranslates } from './who-translates';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: kubeProxyKeys, read: readKubeProxyLink, write: writeKubeProxyLink };
const fields = [{ id: 'status', name: 'KubeProxyReplacement' }];
const keys = ['kube-proxy-replacement'];
const command = 'kubectl -n kube-system exec ds/cilium -- cilium-dbg bpf lb list';

/** The simulator of kube-proxy and what replaces it: one connection through chains of rules, and through maps. */
export function KubeProxyPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const walk = useMemo(() => lookupWalk(parameters), [parameters]);
  const predictions = useMemo(() => kubeProxyPredictions(walk), [walk]);
  const count = walk.steps.length;
  const onAny = useCallback((step: number) => setState({ ...state, step: step + 1 }), [state, setState]);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    ...{ count, wanted: state.step - 1, speed, predictions, predicted, onStep: onAny, onPredict },
  });
  const { rootRef, stageRef, step, last, masked, isPlaying, setPlaying, onStep } = stepped;
  const isInLesson = useIsInLesson();
  const onParameters = (changed: Partial<KubeProxyParameters>) =>
    setState({ ...state, step: step + 1, predicted: none, parameters: { ...parameters, ...changed } });
  const current = walk.steps[step];
  const title = current?.title ?? '';
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="Without kube-proxy: a list of rules, or one look into a map?"
        actions={<UseMyCluster chosen={parameters.ends?.name ?? null} onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <KubeProxyParametersRow parameters={parameters} onChange={onParameters} />
      <EndsLine walk={walk} onExample={() => onParameters({ ends: null })} />
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block">
            <div ref={stageRef} className="py-3">
              <LookupStage walk={walk} step={step} masked={masked} onStep={onStep} />
            </div>
            <SimulatorControls
              {...{ count, step, last, title, isPlaying, speed, onStep }}
              word="step"
              onPlay={setPlaying}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, step: 1, predicted: none });
              }}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <div className="order-2 pb-4">
              <LookupDetail current={current} step={step} />
              <p className="max-w-[90ch] pt-3 text-small text-pretty text-faint">
                Counted are rules of kube-proxy’s chains in the table nat, as Kubernetes 1.33 writes them, and
                entries of Cilium’s maps for Services. A rule and an entry do not take the same time.
              </p>
            </div>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            <div className="order-1 max-desk:pt-3">
              <PredictionPanel {...{ predictions, predicted, onPredict }} word="step" />
            </div>
            <section aria-label="Steps" className="order-3 pt-3 max-desk:pb-4">
              <h2 className="pb-1 font-semibold">Every step</h2>
              <ToldSteps
                label="Every step"
                steps={walk.steps.map((each) => ({
                  title: each.title,
                  text: `${each.kubeProxy.place} | ${each.cilium.place}`,
                  isAnswer: each.id === 'answer',
                  isEnd: false,
                }))}
                step={step}
                masked={masked}
                onStep={onStep}
              />
            </section>
          </div>
        </div>
      </div>
      {!isInLesson && <WhoTranslates />}
      <KubeProxyFolds
        state={state}
        isMasked={openPrediction(predictions, predicted) !== null}
        onChange={(changed) => setState({ ...state, ...changed })}
      />
      <SimulatorFooter
        {...{ fields, keys, command }}
        commandHint="cilium instead of cilium-dbg before v1.15"
        version={null}
      />
    </div>
  );
}
