'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CouldNotAsk } from '@/components/state/could-not-ask';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { paths } from '@/lib/paths';
import { permissionQuery, startRollout } from '@/lib/queries/rollouts';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { RolloutWay } from '@/lib/snapshot/rollout-view';
import { ApplyForm } from './apply-form';
import { applyHindrances, foreignOwner } from './apply-hindrances';
import { helmWayOf, wayOf } from './apply-way';
import { useSentOnce } from './use-sent-once';

type ApplyPanelProps = { plan: PlanView; request: PlanRequest };

/** Applies a plan, and leads to its rollout. The plan is made again by the server, and must be this one still. */
export function ApplyPanel({ plan, request }: ApplyPanelProps) {
  const router = useRouter();
  const permission = useQuery(permissionQuery());
  const start = useMutation(startRollout(useQueryClient()));
  const send = useSentOnce(start, { again: false });
  const [rollsBack, setRollsBack] = useState(true);
  const [despiteOwner, setDespiteOwner] = useState(false);
  const [chosenWay, setChosenWay] = useState<RolloutWay | null>(null);
  const helm = helmWayOf(plan, permission.data ?? null);
  const way = wayOf(chosenWay, helm);
  const hindrances = applyHindrances({ plan, permission: permission.data ?? null, despiteOwner, way });

  function apply() {
    if (hindrances.length > 0) return;
    send(
      {
        planId: plan.id,
        changes: { ...request.changes },
        ...(request.nodes === null ? {} : { nodes: [...request.nodes] }),
        rollsBackOnFailure: rollsBack,
        way,
        ...(way === 'helm' || foreignOwner(plan) === null ? {} : { despiteOwner }),
      },
      { onSuccess: ({ id }) => router.push(paths.rollout(id)) },
    );
  }

  return (
    <ApplyForm
      plan={plan}
      hindrances={hindrances}
      rollsBack={rollsBack}
      onRollsBack={setRollsBack}
      despiteOwner={despiteOwner}
      onDespiteOwner={setDespiteOwner}
      helm={helm}
      way={way}
      onWay={setChosenWay}
      state={start.isPending || start.isSuccess ? 'sent' : 'ready'}
      refusal={start.error}
      onApply={apply}
    >
      {permission.data === undefined && permission.error !== null && (
        <CouldNotAsk error={permission.error} isAsking={permission.isFetching} onRetry={permission.refetch} />
      )}
    </ApplyForm>
  );
}
