'use client';

import { useMemo } from 'react';
import { useIsInLesson } from '@/components/learn/simulator/lesson-frame';
import { SimulatorColumns } from '@/components/learn/simulator/simulator-columns';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
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

const link = { keys: kubeProxyKeys, read: readKubeProxyLink, write: writeKubeProxyLink };
const stateAt = (step: number) => ({ step: step + 1 });
const inCluster = {
  fields: [{ id: 'status', name: 'KubeProxyReplacement' }],
  keys: ['kube-proxy-replacement'],
  command: 'kubectl -n kube-system exec ds/cilium -- cilium-dbg bpf lb list',
  version: null,
};

/** The simulator of kube-proxy and what replaces it: one connection through chains of rules, and through maps. */
export function KubeProxyPage() {
  const linked = useLinkState(link);
  const { state, setState } = linked;
  const { parameters } = state;
  const walk = useMemo(() => lookupWalk(parameters), [parameters]);
  const predictions = useMemo(() => kubeProxyPredictions(walk), [walk]);
  const count = walk.steps.length;
  const simulator = useSteppedSimulator({ linked, count, wanted: state.step - 1, stateAt, predictions });
  const { step, masked, predicted, onStep, onParameters } = simulator;
  const isInLesson = useIsInLesson();
  const current = walk.steps[step];
  return (
    <SimulatorFrame
      simulator={simulator}
      title="Without kube-proxy: a list of rules, or one look into a map?"
      actions={<UseMyCluster chosen={parameters.ends?.name ?? null} onUse={onParameters} />}
      parameters={
        <>
          <KubeProxyParametersRow parameters={parameters} onChange={onParameters} />
          <EndsLine walk={walk} onExample={() => onParameters({ ends: null })} />
        </>
      }
      footer={inCluster}
    >
      <SimulatorColumns
        simulator={simulator}
        word="step"
        title={current?.title ?? ''}
        stage={<LookupStage walk={walk} step={step} masked={masked} onStep={onStep} />}
        detail={
          <div className="pb-4">
            <LookupDetail current={current} step={step} />
            <p className="max-w-[90ch] pt-3 text-small text-pretty text-faint">
              Counted are rules of kube-proxy’s chains in the table nat, as Kubernetes 1.33 writes them, and
              entries of Cilium’s maps for Services. A rule and an entry do not take the same time.
            </p>
          </div>
        }
        list={
          <ToldSteps
            label="Every step"
            steps={walk.steps.map((each) => ({
              title: each.title,
              text: `${each.kubeProxy.place} | ${each.cilium.place}`,
              isAnswer: each.id === 'answer',
              isEnd: false,
            }))}
            {...{ step, masked, onStep }}
          />
        }
      >
        {null}
      </SimulatorColumns>
      {!isInLesson && <WhoTranslates />}
      <KubeProxyFolds
        state={state}
        isMasked={openPrediction(predictions, predicted) !== null}
        onChange={(changed) => setState({ ...state, ...changed })}
      />
    </SimulatorFrame>
  );
}
