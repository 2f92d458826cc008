import { TextLink } from '@/components/ui/text-link';
import { simulators } from '@/components/learn/simulators';
import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';

type Stage = { title: string; about: string; ids: readonly SimulatorId[] };

const stages: readonly Stage[] = [
  { title: 'Words', about: 'what is a Service, really', ids: ['kube-proxy', 'service-to-rows'] },
  { title: 'Where it happens', about: 'socket, tc, driver', ids: ['socket-lb', 'xdp', 'devices'] },
  {
    title: 'From outside',
    about: 'who answers, and which backend',
    ids: ['dsr', 'maglev', 'session-affinity', 'nat46-64'],
  },
  { title: 'When things change', about: 'pods go, settings move', ids: ['graceful-termination'] },
];

/** An order in which to read what there is: advice, nothing is locked. */
export function PathPanel() {
  return (
    <section aria-labelledby="path-title" className="pt-4">
      <div className="flex flex-wrap items-baseline gap-x-2.5 pb-1.5">
        <h2 id="path-title" className="text-lead font-semibold">
          Path
        </h2>
        <span className="text-muted">an order that works; nothing is locked</span>
      </div>
      <ol>
        {stages.map(({ title, about, ids }) => (
          <li key={title} className="border-t border-line py-2.5">
            <h3 className="font-semibold">
              {title} <span className="ml-1 font-normal text-muted">{about}</span>
            </h3>
            <ul className="mt-1 flex flex-wrap gap-x-4">
              {ids.map((id) => (
                <li key={id}>
                  <TextLink href={simulators[id].href} prefetch={false}>
                    {simulators[id].title}
                  </TextLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
