import Link from 'next/link';
import { PageHead } from '@/components/shell/page-head';
import { paths } from '@/lib/paths';

const pages = [
  {
    href: paths.dsrSimulator,
    title: 'SNAT, DSR, Hybrid: who answers the client?',
    kind: 'Simulator',
    line: 'One packet and its answer, every header at every hop, and what goes wrong on the way.',
  },
  {
    href: paths.kubeProxy,
    title: 'Without kube-proxy',
    kind: 'Explanation',
    line: 'What each type of Service becomes, and how the work of iptables and of eBPF grows.',
  },
];

/** What there is to learn from. */
export function LearnIndex() {
  return (
    <>
      <PageHead title="Learn" />
      <ul className="mx-4 mb-6 max-w-[60rem] border-b border-line desk:mx-6">
        {pages.map(({ href, title, kind, line }) => (
          <li key={href} className="border-t border-line">
            <Link
              href={href}
              className="grid grid-cols-[6rem_1fr] gap-x-4 px-1 py-3 hover:bg-row-hover max-desk:grid-cols-1"
            >
              <span className="text-muted">{kind}</span>
              <span>
                <span className="block font-semibold text-accent-text">{title}</span>
                <span className="block text-pretty text-muted">{line}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
