'use client';

import { clsx } from 'clsx';
import {
  GraduationCap,
  LayoutDashboard,
  Scale,
  ScrollText,
  SlidersHorizontal,
  TableProperties,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { paths } from '@/lib/paths';
import { Brand } from './brand';
import { useRailBadges, type RailBadge } from './use-rail-badges';

type Entry = { href: string; label: string; Icon: LucideIcon; badge?: RailBadge };

function isCurrent(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}

/** The pages, as a rail at the left; on a phone a bar at the bottom. */
export function Rail() {
  const pathname = usePathname();
  const badges = useRailBadges();
  const entries: Entry[] = [
    { href: paths.overview, label: 'Overview', Icon: LayoutDashboard },
    { href: paths.services, label: 'Services', Icon: Waypoints, badge: badges.services },
    { href: paths.agreement, label: 'Agreement', Icon: Scale, badge: badges.agreement },
    { href: paths.status, label: 'Status', Icon: ScrollText, badge: badges.status },
    { href: paths.settings, label: 'Settings', Icon: TableProperties },
    { href: paths.change, label: 'Change', Icon: SlidersHorizontal },
    { href: paths.learn, label: 'Learn', Icon: GraduationCap },
  ];
  return (
    <nav
      aria-label="Pages"
      className={clsx(
        'z-20 flex bg-bg',
        'max-desk:fixed max-desk:inset-x-0 max-desk:bottom-0 max-desk:h-(--bottom-bar) max-desk:border-t max-desk:border-line',
        'desk:sticky desk:top-0 desk:row-span-2 desk:h-dvh desk:flex-col desk:border-r desk:border-line',
      )}
    >
      <Link
        href={paths.overview}
        aria-label="KPR Explorer"
        title="KPR Explorer"
        className="hidden h-(--bar) w-full place-items-center text-accent desk:grid"
      >
        <Brand />
      </Link>
      <div className="flex w-full max-desk:px-0.5 max-desk:pt-1 max-desk:pb-1.5 desk:flex-col desk:gap-0.5 desk:px-1.5 desk:py-2">
        {entries.map((entry) => (
          <RailLink key={entry.href} {...entry} current={isCurrent(entry.href, pathname)} />
        ))}
      </div>
    </nav>
  );
}

function RailLink({ href, label, Icon, badge, current }: Entry & { current: boolean }) {
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'relative flex flex-1 flex-col items-center gap-1 rounded-control pt-2 pb-1.5 text-label leading-3.5 transition-colors duration-120',
        current
          ? 'font-semibold text-accent-text before:absolute before:bg-accent desk:before:inset-y-2.5 desk:before:-left-1.5 desk:before:w-0.5 desk:before:rounded-r-[2px] max-desk:before:inset-x-1/4 max-desk:before:-top-1.25 max-desk:before:h-0.5'
          : 'font-medium text-muted hover:bg-row-hover hover:text-text',
      )}
    >
      <Icon aria-hidden size={18} strokeWidth={1.6} />
      {label}
      {badge !== undefined && <Badge {...badge} className="absolute top-1 left-1/2 ml-1.75" />}
    </Link>
  );
}
