import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One table of services as an agent prints it, and the same as JSON. */
export type BigTable = { text: string; json: string; origin: string };

const vectors = '../shared/vectors/services/big-10000';
const frontendCount = 10_000;
const backendsEach = 10;

/** Gives Cilium's own table of 10,000 frontends, or where it is absent one of equal size made here. */
export function bigTable(): BigTable {
  if (existsSync(`${vectors}.txt.gz`) && existsSync(`${vectors}.json.gz`)) {
    return {
      text: gunzipSync(readFileSync(`${vectors}.txt.gz`)).toString(),
      json: gunzipSync(readFileSync(`${vectors}.json.gz`)).toString(),
      origin: 'the shared vectors',
    };
  }
  return makeTable();
}

function makeTable(): BigTable {
  const rows: string[] = [row('ID', 'Frontend', 'Service Type', 'Backend')];
  const services: unknown[] = [];
  for (let id = 1; id <= frontendCount; id += 1) {
    const ip = `10.96.${(id >> 8) & 255}.${id & 255}`;
    const backends = Array.from({ length: backendsEach }, (_, index) => backend(id * backendsEach + index));
    const cells = backends.map(({ ip: address }, index) => `${index + 1} => ${address}:8080/TCP (active)`);
    rows.push(row(String(id), `${ip}:80/TCP`, 'ClusterIP', cells[0] ?? ''));
    for (const cell of cells.slice(1)) rows.push(row('', '', '', cell));
    const spec = service(id, ip, backends);
    services.push({ spec, status: { realized: spec } });
  }
  return {
    text: `${rows.join('\n')}\n`,
    json: `${JSON.stringify(services, null, 2)}\n\n`,
    origin: 'a table made here, as the shared vectors are absent',
  };
}

function row(id: string, frontend: string, type: string, cell: string): string {
  return `${id.padEnd(8)}${frontend.padEnd(29)}${type.padEnd(25)}${cell.padEnd(54)}`;
}

function backend(number: number): Record<string, unknown> & { ip: string } {
  const ip = `10.${128 + ((number >> 16) & 127)}.${(number >> 8) & 255}.${number & 255}`;
  const nodeName = `worker-${number % 100}`;
  return { ip, nodeName, port: 8080, preferred: true, protocol: 'TCP', state: 'active', weight: 100 };
}

function service(id: number, ip: string, backends: unknown[]): Record<string, unknown> {
  const policy = 'Cluster';
  return {
    'backend-addresses': backends,
    flags: {
      extTrafficPolicy: policy,
      intTrafficPolicy: policy,
      name: `service-${id}`,
      namespace: 'default',
      trafficPolicy: policy,
      type: 'ClusterIP',
    },
    'frontend-address': { ip, port: 80, protocol: 'TCP', scope: 'external' },
    id,
  };
}
