import type { ReleaseName, ReleaseState } from './stored-release';
import { releaseText } from './stored-release';

/** Why a release takes no upgrade from us now, and what to do; null where it does. */
export function releaseHindrance(
  release: ReleaseName,
  { latest, deployed }: ReleaseState,
): { detail: string; hint: string } | null {
  const name = releaseText(release);
  const back = deployed?.revision ?? latest.revision - 1;
  if (latest.status.startsWith('pending-')) {
    return {
      detail: `${name} is ${latest.status} at revision ${latest.revision}: Helm is at work on it, or was cut off.`,
      hint: `Wait until it has ended; one that was cut off is ended with \`helm rollback ${release.name} ${back} -n ${release.namespace}\`. Then plan again.`,
    };
  }
  if (deployed === null) {
    return {
      detail: `${name} has no deployed revision; the newest is ${latest.status}.`,
      hint: 'Bring the release in order with Helm first.',
    };
  }
  const { templates, metadata } = deployed.chart;
  if ((templates ?? []).length === 0) {
    return { detail: `${name} keeps no templates of its chart.`, hint: 'Upgrade it with the chart by hand.' };
  }
  if (Array.isArray(metadata.dependencies) && metadata.dependencies.length > 0) {
    return {
      detail: `The chart of ${name} has sub-charts, which a release does not keep.`,
      hint: 'Upgrade it with the chart by hand.',
    };
  }
  return null;
}
