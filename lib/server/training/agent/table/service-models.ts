import { compareL3n4Addrs } from '@/lib/cilium/expected-frontends/address-order';
import type { ExpectedBackend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { sortSlice } from '../go/sort-slice';
import type { BackendAddressModel, ServiceModel, ServiceSpecModel } from '../output/service-model';
import { shuffled } from '../shuffle';
import type { TableRow } from './service-table';

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

const listed = new WeakMap<readonly TableRow[], readonly TableRow[]>();

/**
 * The order in which `cilium service list` prints an agent's rows: by ID. Rows that share the ID 0 stand as the client's
 * `sort.Slice` leaves them, which compares with `<=` and starts from the order of the answer.
 */
export function listOrder(
  rows: readonly TableRow[],
  version: CiliumVersion,
  random: () => number,
): readonly TableRow[] {
  // Rows come by ID, so the second tells whether any ID is there twice.
  if (rows[1]?.id !== 0) return rows;
  const known = listed.get(rows);
  if (known !== undefined) return known;
  const sorted = sortSlice(answerOrder(rows, version, random), (a, b) => a.id <= b.id);
  listed.set(rows, sorted);
  return sorted;
}

/** The answer of `GET /service`. */
export function serviceModels(
  rows: readonly TableRow[],
  version: CiliumVersion,
  random: () => number,
): ServiceModel[] {
  return answerOrder(rows, version, random).map((row) => serviceModel(row, version));
}
