import { parseIPv4 } from '@/lib/cilium/ip-address';

/** The address that the client calls, bit for bit: the prefix, and the server's four octets behind it. */
export function PrefixBar({ serverIP }: { serverIP: string }) {
  const octets = parseIPv4(serverIP) ?? [];
  return (
    <figure className="mt-2">
      <figcaption className="mb-1 text-small text-muted">
        The address that the client calls: 96 bits of prefix, then the server’s 32
      </figcaption>
      <div className="flex border border-line-strong bg-surface text-label">
        <span className="min-w-0 flex-[96] border-r border-line-strong px-1.5 py-0.5 text-muted">
          <span className="mono block">64:ff9b::</span>
          the prefix, always this one
        </span>
        {octets.map((octet, index) => (
          <span
            key={index}
            className="min-w-11 flex-[8] border-r border-line bg-accent-soft px-1.5 py-0.5 text-accent-text last:border-r-0 max-desk:min-w-9"
          >
            <span className="mono block font-medium">{octet.toString(16).padStart(2, '0')}</span>
            {octet}
          </span>
        ))}
      </div>
    </figure>
  );
}
