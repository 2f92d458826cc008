import type { FieldId } from '@/lib/cilium/fields/field-id';
import { paths } from '@/lib/paths';

/** The simulator that shows what a field is about. */
type FieldSimulator = { href: string; title: string };

const forwarding = { href: paths.dsrSimulator, title: 'who answers the client?' };
const families = { href: paths.natSimulator, title: 'two families, one connection' };

/** Simulators by field; absent where none shows it. */
export const simulatorOfField: Readonly<Partial<Record<FieldId, FieldSimulator>>> = {
  mode: forwarding,
  'dsr-dispatch-mode': forwarding,
  'graceful-termination': { href: paths.terminationSimulator, title: 'who is cut off?' },
  nat46x64: families,
  'nat46x64-services': families,
  'nat46x64-gateway': families,
  'nat46x64-prefixes': families,
};
