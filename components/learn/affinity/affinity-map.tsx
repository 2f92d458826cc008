import { backendAddresses, goneMinute } from '@/lib/learn/affinity/affinity-clients';
import type { AffinityParameters } from '@/lib/learn/affinity/affinity-parameters';
import type { AffinityStep } from '@/lib/learn/affinity/affinity-walk';
import { formatMoment } from '@/lib/learn/affinity/time-text';
import { BackendOf } from './backend-of';

type AffinityMapProps = { step: AffinityStep | undefined; parameters: AffinityParameters };

/** What both nodes remember at a step: the entries of their affinity maps, and whether they still count. */
export function AffinityMap({ step, parameters }: AffinityMapProps) {
  const { timeoutSeconds, gone, isOn } = parameters;
  const entries = (step?.entries ?? []).toSorted(
    (a, b) => a.node - b.node || (a.key.text < b.key.text ? -1 : 1),
  );
  const now = step?.minute ?? 0;
  const head = 'h-8 px-2.5 text-left text-small font-medium text-muted';
  const cell = 'border-t border-line px-2.5 py-1.5 align-top';
  return (
    <section aria-labelledby="remembered" className="border-t border-line pt-4 pb-5">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-1">
        <h2 id="remembered" className="font-semibold">
          What the nodes remember
        </h2>
        <span className="mono text-muted">cilium_lb4_affinity</span>
      </div>
      <table className="w-full border-collapse">
        <thead className="border-b border-line-strong">
          <tr>
            <th scope="col" className={`${head} pl-0`}>
              Node
            </th>
            <th scope="col" className={head}>
              Client
            </th>
            <th scope="col" className={head}>
              Backend
            </th>
            <th scope="col" className={`${head} max-desk:hidden`}>
              Last used
            </th>
            <th scope="col" className={head}>
              Good until
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ node, key, backend, lastUsedMinute }) => {
            const end = lastUsedMinute + timeoutSeconds / 60;
            const isGoing = backend === gone && now >= goneMinute;
            return (
              <tr key={`${node} ${key.text}`}>
                <td className={`${cell} pl-0`}>{node}</td>
                <td className={`${cell} wrap-anywhere`}>{key.text}</td>
                <td className={cell}>
                  <span className="flex items-center gap-2">
                    <BackendOf letter={backend} />
                    <span className="mono max-desk:hidden">
                      {backendAddresses[backend].ip}:{backendAddresses[backend].port}
                    </span>
                  </span>
                </td>
                <td className={`${cell} max-desk:hidden`}>{formatMoment(lastUsedMinute)}</td>
                <td className={cell}>
                  {isGoing ? (
                    'no more: the backend is going'
                  ) : end <= now ? (
                    <span className="text-muted">{formatMoment(Math.floor(end))}, over</span>
                  ) : (
                    formatMoment(Math.floor(end))
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {entries.length === 0 && (
        <p className="border-t border-line py-1.5 text-muted">
          {isOn ? 'Nothing yet.' : 'Nothing: the Service has no session affinity.'}
        </p>
      )}
      <p className="max-w-[52rem] pt-2 text-small text-pretty text-muted">
        One entry for each client and Service address with its port. Nodes do not tell each other. When the
        map is full, it forgets what was not used for the longest time.
      </p>
    </section>
  );
}
