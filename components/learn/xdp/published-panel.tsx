import { clsx } from 'clsx';
import {
  forwardedPerSecond,
  forwardedSource,
  measurements,
} from '@/components/learn/kube-proxy/measurements';
import { OutsideLink } from '@/components/ui/outside-link';
import type { Layer } from '@/lib/learn/xdp/xdp-step';

const million = 1_000_000;
const most = Math.max(...forwardedPerSecond.map(({ requests }) => requests));

/** Which layer a row of the measurement stands for, in its order. */
const layerOf: readonly (Layer | null)[] = ['stack', 'tc', 'xdp'];

const quoted = ['Seznam.cz', 'On Tencent’s cloud'];

type PublishedPanelProps = {
  /** The layer that handles the packet in sight; null where none does, or a question asks for it. */
  layer: Layer | null;
};

/** What a packet costs in each layer, as others measured and published it. */
export function PublishedPanel({ layer }: PublishedPanelProps) {
  return (
    <div className="grid gap-x-10 wide:grid-cols-2">
      <div>
        <p className="max-w-[90ch] text-pretty text-muted">
          Published by Cilium’s own authors (
          <OutsideLink href={forwardedSource.href}>{forwardedSource.title}</OutsideLink>
          ): requests one node passed on in a second when offered ten million, one Service, kernel 5.7.
        </p>
        <ul className="mt-2 max-w-[52rem]">
          {forwardedPerSecond.map(({ key, requests }, index) => {
            const isHere = layer !== null && layerOf[index] === layer;
            return (
              <li
                key={key}
                className="grid grid-cols-[11.5rem_minmax(0,1fr)_5.5rem] items-center gap-x-3 border-t border-line py-1.5 max-desk:grid-cols-[1fr_auto]"
              >
                <span className={clsx(isHere && 'font-semibold')}>
                  {key}
                  {isHere && <span className="text-small font-normal text-accent-text"> here</span>}
                </span>
                <span aria-hidden className="max-desk:order-3 max-desk:col-span-2">
                  <span
                    className={clsx('block h-2', isHere ? 'bg-accent' : 'bg-line-strong')}
                    style={{ width: `${(100 * requests) / most}%` }}
                  />
                </span>
                <span className="text-right text-muted">{requests / million} million</span>
              </li>
            );
          })}
        </ul>
        <p className="max-w-[90ch] border-t border-line pt-2 text-pretty text-muted">
          At about a million requests a second the same test took about 13 % of the CPUs’ time with XDP, and
          60 % or more with kube-proxy.
        </p>
      </div>
      <ul className="max-w-[90ch]">
        {measurements
          .filter(({ who }) => quoted.includes(who))
          .map(({ who, when, found, mind, source }) => (
            <li
              key={who}
              className="border-t border-line py-2 text-pretty text-muted wide:first:border-t-0 wide:first:pt-0"
            >
              <strong className="font-medium text-text">{who}</strong>
              {when !== null && `, ${when}`}: {found} {mind}{' '}
              <OutsideLink href={source.href}>{source.title}</OutsideLink>
            </li>
          ))}
      </ul>
    </div>
  );
}
