import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { helmValue } from '@/lib/cilium/plan/helm-values-text';
import { knobOf } from '@/lib/cilium/settings/knob-catalogue';
import { valueAt, valuePath } from '@/lib/server/helm/changed-values';
import type { ValueChange } from '@/lib/server/helm/changed-values';
import { releaseHindrance } from '@/lib/server/helm/release-hindrance';
import type { ReleaseName, ReleaseState } from '@/lib/server/helm/stored-release';
import { readReleaseState, releaseText } from '@/lib/server/helm/stored-release';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { HelmWay, RolloutRequest } from '@/lib/snapshot/rollout-view';
import { missingOf } from './change-permission';
import type { Refusal } from './refused-rollout';
import type { HelmStart } from './rollout-journal';
import { missingWords } from './refused-rollout';

/** Kubernetes names; anything else is not asked for. */
const nameForm = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;

/** What Helm does with the Secrets of its releases, and we with the ConfigMap beside a patch; what the chart's objects need Helm says when it is tried. */
const helmNeeds = [
  ...['list', 'get', 'create', 'update'].map((verb) => ({
    verb,
    group: '',
    resource: 'secrets',
    name: null,
  })),
  ...['list', 'watch'].map((verb) => ({ verb, group: '', resource: 'configmaps', name: null })),
];

type Owned = Pick<PlanView, 'owner' | 'namespace' | 'nodes'>;

/** The Helm release that owns the ConfigMap; null where none does, or the change is no change of the ConfigMap. */
export function owningRelease({ owner, namespace, nodes }: Owned): ReleaseName | null {
  if (nodes !== null || owner?.kind !== 'helm' || owner.release === null) return null;
  const release = { name: owner.release.name, namespace: owner.release.namespace || namespace };
  return nameForm.test(release.name) && nameForm.test(release.namespace) ? release : null;
}

export type HelmStanding =
  | { release: ReleaseName; reason: null; state: ReleaseState }
  | { release: ReleaseName; reason: string; state: null };

/** Whether the release can be upgraded from here; the reason says why not. Never rejects for what the cluster says. */
export async function helmStanding(
  connection: KubeConnection,
  release: ReleaseName,
  hasHelm: boolean,
  signal: AbortSignal,
): Promise<HelmStanding> {
  const no = (reason: string): HelmStanding => ({ release, reason, state: null });
  if (!hasHelm) return no('There is no helm command here: install it, or start with --helm PATH.');
  try {
    const missing = await missingOf(connection, release.namespace, helmNeeds, signal);
    if (missing.length > 0) return no(`Our user may not: ${missingWords(missing)}.`);
    const state = await readReleaseState(connection, release, signal);
    if (state === null) return no(`${releaseText(release)} keeps no Secret in ${release.namespace}.`);
    const hindrance = releaseHindrance(release, state);
    return hindrance === null
      ? { release, reason: null, state }
      : no(`${hindrance.detail} ${hindrance.hint}`);
  } catch (error) {
    return no(toProblem(error).detail);
  }
}

/** The same as the page shows it. */
export function toHelmWay({ release, reason }: HelmStanding): HelmWay {
  return { release: `${release.namespace}/${release.name}`, possible: reason === null, reason };
}

/** What an upgrade changes in the values that the user gave. */
function valueChanges(plan: PlanView, { deployed }: ReleaseState): ValueChange[] {
  return plan.changes.map(({ key, helm, to }) => {
    const path = valuePath(helm);
    const from = valueAt(deployed?.values ?? {}, path);
    const chartDefault = valueAt(deployed?.chart.values ?? {}, path);
    const knobs = plan.versions.map((text) => {
      const version = parseAgentVersion(text);
      return version === null ? null : knobOf(key, version);
    });
    const type = knobs.find((knob) => knob !== null)?.type ?? 'text';
    return {
      path,
      ...(from !== undefined && { from }),
      ...(chartDefault !== undefined && { chartDefault }),
      ...(to !== null && { to: helmValue({ path: helm, value: to, type }) }),
    };
  });
}

/**
 * Chooses how a plan is written: through the Helm release that owns the ConfigMap unless a patch was asked for, or it
 * cannot be. A patch of what somebody owns needs an explicit word.
 */
export function chosenWay(
  { way, despiteOwner }: RolloutRequest,
  plan: PlanView,
  standing: HelmStanding | null,
): { helm: HelmStart | null } | { refusal: Refusal } {
  const { owner } = plan;
  const state = standing?.state ?? null;
  if (way === 'helm' && state === null) {
    const detail = standing?.reason ?? 'No Helm release owns what the plan writes.';
    return {
      refusal: { code: 'not-applicable', detail, hint: 'Patch the ConfigMap directly, despite its owner.' },
    };
  }
  if (way !== 'patch' && standing !== null && state !== null) {
    const { release } = standing;
    return { helm: { release, revision: state.latest.revision, values: valueChanges(plan, state) } };
  }
  if (plan.nodes !== null || owner === null || owner.kind === 'unknown' || despiteOwner === true)
    return { helm: null };
  const whyNot = standing?.reason ? ` It cannot be made through Helm: ${standing.reason}` : '';
  return {
    refusal: {
      code: 'not-applicable',
      detail: `${owner.name} owns the ConfigMap. ${owner.consequence}${whyNot}`,
      hint: `Make the change in ${owner.changeIn}, or say that it is to be applied despite its owner.`,
    },
  };
}
