/** Layer-4 protocols as Cilium prints them; `ANY` and `NONE` exist too (pkg/loadbalancer, v1.17 and later). */
export type L4Protocol = 'TCP' | 'UDP' | 'SCTP' | 'ANY' | 'NONE';

/** Which clients an address serves: `internal` is the row printed with the suffix `/i`. */
export type Scope = 'external' | 'internal';

/**
 * An address a frontend or a backend listens on, after Cilium's `L3n4Addr`.
 * `ip` is printed without brackets and may carry a cluster ID (`10.0.0.1@2`, v1.13 and later).
 * `protocol` is null where the agent does not report one (v1.16 and older): the row then stands for all protocols.
 */
export type L3n4Addr = {
  ip: string;
  port: number;
  protocol: L4Protocol | null;
  scope: Scope;
};

/** Prints an address as `cilium service list` does: `10.0.0.1:80/TCP/i`, `[fd00::1]:53`. */
export function formatL3n4Addr({ ip, port, protocol, scope }: L3n4Addr): string {
  const host = ip.includes(':') ? `[${ip}]` : ip;
  return `${host}:${port}${protocol === null ? '' : `/${protocol}`}${scope === 'internal' ? '/i' : ''}`;
}
