import { clsx } from 'clsx';
import Link from 'next/link';
import { glossary } from '@/lib/learn/glossary/glossary';
import { simulatorIds } from '@/lib/learn/simulator/simulator-id';
import { paths } from '@/lib/paths';

type LearnTab = 'path' | 'glossary' | 'trainers';

const tabs = [
  { id: 'path', href: paths.learn, label: 'Path', aside: null },
  {
    id: 'simulators',
    href: `${paths.learn}#simulators`,
    label: 'Simulators',
    aside: String(simulatorIds.length),
  },
  { id: 'glossary', href: paths.glossary, label: 'Glossary', aside: `${glossary.length} words` },
  { id: 'trainers', href: paths.trainers, label: 'For trainers', aside: null },
] as const;

/** What there is to learn from, as tabs: each is a link. */
export function LearnTabs({ current }: { current: LearnTab }) {
  return (
    <nav aria-label="Learn" className="mx-4 overflow-x-auto border-b border-line desk:mx-6">
      <ul className="flex gap-x-5 max-desk:gap-x-4">
        {tabs.map(({ id, href, label, aside }) => (
          <li key={id} className="flex-none">
            <Link
              href={href}
              prefetch={false}
              aria-current={id === current ? 'page' : undefined}
              className={clsx(
                'flex items-center gap-1.5 border-b-2 max-desk:min-h-11 py-2 whitespace-nowrap',
                id === current
                  ? 'border-accent font-semibold'
                  : 'border-transparent font-medium text-muted hover:text-text',
              )}
            >
              {label}
              {aside !== null && <span className="font-normal text-muted">{aside}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
