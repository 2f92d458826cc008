import type { KindTypes } from '../api-server/kube-object';

type Deployment = KindTypes['Deployment'];
type Condition = NonNullable<NonNullable<Deployment['status']>['conditions']>[number];
type Words = Pick<Condition, 'status' | 'reason' | 'message'>;

function available(isAvailable: boolean): Words {
  return {
    status: isAvailable ? 'True' : 'False',
    reason: isAvailable ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: `Deployment ${isAvailable ? 'has' : 'does not have'} minimum availability.`,
  };
}

function progressing(deployment: Deployment, newSet: string, isComplete: boolean): Words {
  if (deployment.spec?.paused) {
    return { status: 'Unknown', reason: 'DeploymentPaused', message: 'Deployment is paused' };
  }
  return isComplete
    ? {
        status: 'True',
        reason: 'NewReplicaSetAvailable',
        message: `ReplicaSet "${newSet}" has successfully progressed.`,
      }
    : { status: 'True', reason: 'ReplicaSetUpdated', message: `ReplicaSet "${newSet}" is progressing.` };
}

/** The conditions of a Deployment, in the words of Kubernetes' controller; one that says the same keeps its times. */
export function deploymentConditions(
  deployment: Deployment,
  state: { newSet: string; isAvailable: boolean; isComplete: boolean; at: string },
): Condition[] {
  const { newSet, isAvailable, isComplete, at } = state;
  const wanted: [string, Words][] = [
    ['Available', available(isAvailable)],
    ['Progressing', progressing(deployment, newSet, isComplete)],
  ];
  return wanted.map(([type, words]) => {
    const before = deployment.status?.conditions?.find((condition) => condition.type === type);
    if (before && before.reason === words.reason && before.message === words.message) return before;
    const since = before?.status === words.status ? before.lastTransitionTime : at;
    return { type, ...words, lastUpdateTime: at, lastTransitionTime: since };
  });
}
