import type { ServiceType } from '../../frontend';
import type { FieldContext } from '../field-context';
import { code } from '../passage';

/** Counts the node's frontends of a type and names one; empty where its table is not known. */
export function examplesSentence({ byType }: FieldContext, type: ServiceType): string[] {
  const found = byType[type];
  if (found === undefined) return [];
  const { address, service, backend } = found.example;
  const of = service === null ? '' : ` of ${code(service)}`;
  const to =
    backend === null ? ', which has no backend here' : `, with ${code(backend.address)} among its backends`;
  const has =
    found.count === 1
      ? 'It has one such address and port, a frontend'
      : `It has ${found.count} such addresses with a port, called frontends`;
  const named = found.count === 1 ? `${has}, ${code(address)}` : `${has}, for example ${code(address)}`;
  return [`${named}${of}${to}.`];
}
