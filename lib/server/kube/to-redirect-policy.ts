import { z } from 'zod';
import type {
  RedirectPolicyInput,
  RedirectPortInput,
} from '@/lib/cilium/expected-frontends/load-balancing-input';
import { labelSelectorSchema } from './label-selector-schema';
import { toProtocol } from './to-protocol';

const port = z
  .object({
    port: z.union([z.string(), z.number()]),
    name: z.string().nullish(),
    protocol: z.string().nullish(),
  })
  .transform(({ port: number, name, protocol }): RedirectPortInput => ({
    // Names of ports are compared in lower case (pkg/redirectpolicy).
    name: (name ?? '').toLowerCase(),
    port: Number(number),
    protocol: toProtocol(protocol?.toUpperCase()),
  }));
const ports = z.array(port).nullish();

const schema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({
    redirectFrontend: z.object({
      addressMatcher: z.object({ ip: z.string(), toPorts: ports }).nullish(),
      serviceMatcher: z.object({ serviceName: z.string(), toPorts: ports }).nullish(),
    }),
    redirectBackend: z.object({ localEndpointSelector: labelSelectorSchema.nullish(), toPorts: ports }),
    nodeSelector: labelSelectorSchema.nullish(),
  }),
});

/** Reshapes a CiliumLocalRedirectPolicy; null where it is not in the form of one. */
export function toRedirectPolicy(object: unknown): RedirectPolicyInput | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, spec } = parsed.data;
  const { addressMatcher, serviceMatcher } = spec.redirectFrontend;
  const frontend = serviceMatcher
    ? { serviceName: serviceMatcher.serviceName, ports: serviceMatcher.toPorts ?? [] }
    : addressMatcher
      ? { ip: addressMatcher.ip, ports: addressMatcher.toPorts ?? [] }
      : null;
  if (frontend === null) return null;
  const { localEndpointSelector, toPorts } = spec.redirectBackend;
  return {
    ...metadata,
    frontend,
    backend: {
      selector: localEndpointSelector ?? { matchLabels: {}, matchExpressions: [] },
      ports: toPorts ?? [],
    },
    nodeSelector: spec.nodeSelector ?? null,
  };
}
