import type { ExpectedBackend } from '@/lib/cilium/expected-frontends/expected-frontend';

/** A backend that an agent kept although its endpoint is gone. */
export type LeftoverBackend = { namespace: string; name: string; backend: ExpectedBackend };
