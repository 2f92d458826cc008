'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIsInLesson } from '@/components/learn/simulator/lesson-frame';
import { folds, type FoldName, type KubeProxyState } from '@/lib/learn/kube-proxy/kube-proxy-state';
import { frontendsQuery } from '@/lib/queries/frontends';
import { clusterLoad } from './cluster-load';
import { CostPanel } from './cost-panel';
import { Fold } from './fold';
import { KindsPanel } from './kinds-panel';
import { MeasurementsPanel } from './measurements-panel';

type KubeProxyFoldsProps = {
  state: KubeProxyState;
  /** A question is open: the figures would give its answer away. */
  isMasked: boolean;
  onChange: (changed: Partial<KubeProxyState>) => void;
};

/** What there is to know beyond the one connection, folded: the growth, the types of Services, measurements. */
export function KubeProxyFolds({ state, isMasked, onChange }: KubeProxyFoldsProps) {
  const { work, open, parameters } = state;
  const isInLesson = useIsInLesson();
  const { data } = useQuery(frontendsQuery());
  const here = useMemo(() => clusterLoad(data?.items ?? []), [data]);
  const fold = (name: FoldName) => ({
    isOpen: open.includes(name),
    onOpen: (opens: boolean) =>
      onChange({ open: folds.filter((each) => (each === name ? opens : open.includes(each))) }),
  });
  return (
    <>
      <Fold
        title="How the work grows"
        aside="for any number of Services; counted, not measured"
        {...fold('growth')}
      >
        {isMasked ? (
          <p className="text-muted">Hidden until you predict: the figures give the answers away.</p>
        ) : (
          <CostPanel
            work={work}
            load={parameters}
            here={here?.services ?? null}
            onWork={(next) => onChange({ work: next })}
            onLoad={(changed) => onChange({ parameters: { ...parameters, ...changed } })}
          />
        )}
      </Fold>
      {!isInLesson && (
        <>
          <Fold title="Every type of Service" aside="and the rows it has in this cluster" {...fold('kinds')}>
            <KindsPanel />
          </Fold>
          <Fold title="What was measured" aside="by others, for and against" {...fold('measured')}>
            <MeasurementsPanel />
          </Fold>
        </>
      )}
    </>
  );
}
