import { atLeast, type Release } from '@/lib/cilium/agent-version';
import { exampleService, pods, targetPort } from './example-service';
import type { TableRow } from './table-row';

/** Gives the Service's row as `service list` prints it: protocols since v1.17. */
export function serviceListLines({ states }: TableRow, version: Release): string[] {
  const protocol = atLeast(version, 17) ? '/TCP' : '';
  const frontend = `${exampleService.ingress[0]?.ip}:${exampleService.ports[0]?.port}${protocol}`;
  const listed = pods.flatMap(({ ip }, index) => {
    const state = states[index];
    return state === null || state === undefined ? [] : [`${ip}:${targetPort}${protocol} (${state})`];
  });
  const head = `ID   ${'Frontend'.padEnd(frontend.length)}   Service Type   Backend`;
  const first = `7    ${frontend}   LoadBalancer   `;
  if (listed.length === 0) return [head, first.trimEnd()];
  return [
    head,
    ...listed.map(
      (backend, index) => `${index === 0 ? first : ' '.repeat(first.length)}${index + 1} => ${backend}`,
    ),
  ];
}
