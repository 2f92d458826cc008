import Link from 'next/link';
import { simulators } from '@/components/learn/simulators';
import { simulatorIds } from '@/lib/learn/simulator/simulator-id';
import { Pictogram } from './pictogram';

/** Every simulator: what it is about, its name, one line. */
export function SimulatorList() {
  return (
    <section
      id="simulators"
      aria-labelledby="simulators-title"
      data-tour="simulators"
      className="scroll-mt-16"
    >
      <div className="flex flex-wrap items-baseline gap-x-2.5 pt-4 pb-1.5">
        <h2 id="simulators-title" className="text-lead font-semibold">
          Simulators
        </h2>
        <span className="text-muted">the real algorithms, your own Services</span>
      </div>
      <ul aria-labelledby="simulators-title">
        {simulatorIds.map((id) => {
          const { title, line, href } = simulators[id];
          return (
            <li key={id} className="border-t border-line">
              <Link
                href={href}
                prefetch={false}
                className="group grid grid-cols-[5.25rem_minmax(0,1fr)] items-center gap-x-4 py-2 hover:bg-row-hover"
              >
                <Pictogram id={id} />
                <span>
                  <span className="block font-medium group-hover:text-accent-text">{title}</span>
                  <span className="block text-small text-pretty text-muted">{line}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
