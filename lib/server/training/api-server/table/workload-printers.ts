import type { V1ControllerRevision, V1StatefulSet } from '@kubernetes/client-node';
import type { KindTypes, Stored } from '../kube-object';
import { containerTexts, labelsText, selectorText } from './cell-text';
import { printer, type Printer } from './printer';

function ownerText({ metadata }: Stored<V1ControllerRevision>): string {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  if (!owner) return '<none>';
  const [group, version] = owner.apiVersion.split('/');
  return `${owner.kind.toLowerCase()}${version === undefined ? '' : `.${group}`}/${owner.name}`;
}

/** The rows of the group `apps` (kubernetes v1.37, pkg/printers/internalversion/printers.go). */
export const workloadPrinters: Record<string, Printer> = {
  DaemonSet: printer<KindTypes['DaemonSet']>(
    [
      'Name',
      'Desired',
      'Current',
      'Ready',
      'Up-to-date',
      'Available',
      'Node Selector',
      'Age',
      '+Containers',
      '+Images',
      '+Selector',
    ],
    ({ metadata, spec, status }, age) => [
      metadata.name ?? '',
      status?.desiredNumberScheduled ?? 0,
      status?.currentNumberScheduled ?? 0,
      status?.numberReady ?? 0,
      status?.updatedNumberScheduled ?? 0,
      status?.numberAvailable ?? 0,
      labelsText(spec?.template.spec?.nodeSelector),
      age,
      ...containerTexts(spec?.template.spec?.containers),
      selectorText(spec?.selector) || '<none>',
    ],
  ),
  Deployment: printer<KindTypes['Deployment']>(
    ['Name', 'Ready', 'Up-to-date', 'Available', 'Age', '+Containers', '+Images', '+Selector'],
    ({ metadata, spec, status }, age) => [
      metadata.name ?? '',
      `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}`,
      status?.updatedReplicas ?? 0,
      status?.availableReplicas ?? 0,
      age,
      ...containerTexts(spec?.template.spec?.containers),
      selectorText(spec?.selector),
    ],
  ),
  ReplicaSet: printer<KindTypes['ReplicaSet']>(
    ['Name', 'Desired', 'Current', 'Ready', 'Age', '+Containers', '+Images', '+Selector'],
    ({ metadata, spec, status }, age) => [
      metadata.name ?? '',
      spec?.replicas ?? 1,
      status?.replicas ?? 0,
      status?.readyReplicas ?? 0,
      age,
      ...containerTexts(spec?.template?.spec?.containers),
      selectorText(spec?.selector) || '<none>',
    ],
  ),
  StatefulSet: printer<Stored<V1StatefulSet>>(
    ['Name', 'Ready', 'Age', '+Containers', '+Images'],
    ({ metadata, spec, status }, age) => [
      metadata.name ?? '',
      `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}`,
      age,
      ...containerTexts(spec?.template.spec?.containers),
    ],
  ),
  ControllerRevision: printer<Stored<V1ControllerRevision>>(
    ['Name', 'Controller', 'Revision', 'Age'],
    (revision, age) => [revision.metadata.name ?? '', ownerText(revision), revision.revision, age],
  ),
};
