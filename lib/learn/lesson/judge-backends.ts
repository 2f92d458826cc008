import type { LiveCluster } from './live-cluster';
import { typedAddresses } from './typed-addresses';
import { listed, met, open, unknown, type Verdict } from './verdict';

/** Judges whether an answer names every backend of a Service, and nothing else. */
export function judgeBackends({ rows }: LiveCluster, service: string, answer: string): Verdict {
  const ours = rows.filter((row) => row.service === service);
  if (ours.length === 0) return unknown(`This cluster has no Service ${service}: there is nothing to name.`);
  const ips = new Set(ours.flatMap(({ backends }) => backends.map(({ ip }) => ip)));
  const ports = new Set(ours.flatMap(({ backends }) => backends.map(({ ip, port }) => `${ip} ${port}`)));
  const typed = typedAddresses(answer);
  if (typed.length === 0)
    return open('There is no address in this. A backend is an IP address, as 10.0.0.7.');
  for (const { ip, port, text } of typed) {
    const front = ours.find((row) => row.ip === ip);
    if (front !== undefined)
      return open(`${text} is a frontend of ${service}: the address that clients use, not one that answers.`);
    const other = rows.find((row) => row.backends.some((backend) => backend.ip === ip));
    if (!ips.has(ip))
      return open(
        other === undefined
          ? `No agent knows ${text} as a backend.`
          : `${text} is a backend of ${other.service ?? 'another row'}, not of ${service}.`,
      );
    if (port !== null && !ports.has(`${ip} ${port}`))
      return open(`${ip} is a backend of ${service}, but not at port ${port}.`);
  }
  const missing = [...ips].filter((ip) => typed.every((one) => one.ip !== ip));
  if (missing.length > 0)
    return open(
      `${typed.length === 1 ? 'That is one of them' : 'Those are some of them'}: ${missing.length} more to name.`,
    );
  return met(`These are the backends of ${service}: ${listed([...ips])}.`);
}
