import { compareL3n4Addrs } from '@/lib/cilium/expected-frontends/address-order';
import type { ExpectedBackend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import type { BackendAddressModel, ServiceModel, ServiceSpecModel } from '../output/service-model';
import { shuffled } from '../shuffle';
import type { TableRow } from '@/lib/cilium/service-table/table-row';

function backendModel(backend: ExpectedBackend, version: CiliumVersion): BackendAddressModel {
  return {
    ip: backend.ip,
    ...(backend.nodeName === null ? {} : { nodeName: backend.nodeName }),
    port: backend.port,
    ...(atLeast(version, 18) ? { preferred: true } : {}),
    ...(backend.protocol === null ? {} : { protocol: backend.protocol }),
    ...(atLeast(version, 12) ? { state: backend.state } : {}),
    ...(atLeast(version, 13) ? { weight: backend.weight } : {}),
    ...(atLeast(version, 16) && backend.zone !== null ? { zone: backend.zone } : {}),
  };
}

/** One row as the agent's API answers it: the same content as wanted and as realised. */
export function serviceModel({ id, frontend }: TableRow, version: CiliumVersion): ServiceModel {
  const backends = frontend.backends.map((backend) => backendModel(backend, version));
  const spec: ServiceSpecModel = {
    'backend-addresses': backends.length === 0 && atLeast(version, 18) ? null : backends,
    flags: {
      ...(atLeast(version, 13)
        ? { extTrafficPolicy: frontend.extTrafficPolicy, intTrafficPolicy: frontend.intTrafficPolicy }
        : {}),
      ...(frontend.healthCheckNodePort === 0 ? {} : { healthCheckNodePort: frontend.healthCheckNodePort }),
      name: frontend.name,
      namespace: frontend.namespace,
      trafficPolicy: frontend.extTrafficPolicy,
      type: frontend.type,
    },
    'frontend-address': {
      ip: frontend.ip,
      port: frontend.port,
      ...(frontend.protocol === null ? {} : { protocol: frontend.protocol }),
      scope: frontend.scope,
    },
    ...(id === 0 ? {} : { id }),
  };
  return { spec, status: { realized: spec } };
}

/** The order in which `GET /service` answers: by address since v1.18, another one with every call before. */
export function answerOrder(
  rows: readonly TableRow[],
  version: CiliumVersion,
  random: () => number,
): TableRow[] {
  return atLeast(version, 18)
    ? [...rows].sort((a, b) => compareL3n4Addrs(a.frontend, b.frontend))
    : shuffled(rows, random);
}

/** The answer of `GET /service`. */
export function serviceModels(
  rows: readonly TableRow[],
  version: CiliumVersion,
  random: () => number,
): ServiceModel[] {
  return answerOrder(rows, version, random).map((row) => serviceModel(row, version));
}
