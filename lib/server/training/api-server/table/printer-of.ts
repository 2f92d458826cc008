import type { Resource } from '../resource-table';
import { accessPrinters, plainPrinter } from './access-printers';
import { ciliumPrinter } from './cilium-printers';
import { clusterPrinters } from './cluster-printers';
import { podPrinter } from './pod-printer';
import type { Printer } from './printer';
import { servicePrinters } from './service-printers';
import { workloadPrinters } from './workload-printers';

const printers: Readonly<Record<string, Printer>> = {
  Pod: podPrinter,
  ...clusterPrinters,
  ...servicePrinters,
  ...workloadPrinters,
  ...accessPrinters,
};

/** The printer of a resource in a cluster whose agents are of a minor release of Cilium. */
export function printerOf(resource: Resource, ciliumMinor: number): Printer {
  if (resource.group === 'cilium.io') return ciliumPrinter(resource.kind, ciliumMinor);
  return printers[resource.kind] ?? plainPrinter;
}
