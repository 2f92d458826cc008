import type { ReactNode } from 'react';
import { BackendLetter } from '@/components/learn/backend/backend-letter';
import { HiddenAnswer } from '@/components/learn/simulator/hidden-answer';
import { formatCount } from '@/lib/format';
import { randomRehashedPercent } from '@/lib/learn/maglev/follow-flow';
import { letters } from '@/lib/learn/maglev/letters';
import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';

type NodeTwoProps = { answer: MaglevAnswer; isHidden: boolean };

/** What becomes of an open connection when the router sends its packets to another node. */
export function NodeTwo({ answer, isHidden }: NodeTwoProps) {
  const { parameters, flow, differing, rehashedPercent } = answer;
  const { size, otherSeed, seed } = parameters;
  const isSame = otherSeed === null || otherSeed === seed;
  const hidden = <HiddenAnswer />;
  const kept = (moved: number) => (isHidden ? hidden : `${(100 - moved).toFixed(1)}%`);
  const heads = 'border-b border-line-strong px-2.5 py-1 text-left text-small font-medium text-muted';
  const cell = 'border-t border-line px-2.5 py-1.5 align-top';
  return (
    <section aria-labelledby="other-node" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 id="other-node" className="font-semibold">
          On another node
        </h2>
        <span className="text-muted">
          the router spreads anew (ECMP): packets of open connections come to node 2
        </span>
      </div>
      <div className="grid gap-x-8 gap-y-4 @min-[60rem]:grid-cols-2">
        <ol className="border-b border-line">
          <Station where="Node 1" what="the flow above was opened here">
            Slot <span className="mono">{flow.opened.slot}</span> held <Letter index={flow.opened.backend} />.
            Node 1 remembers the connection and stays with it, whatever its table says later.
          </Station>
          <Station where="Router" what="sends the next packet to node 2">
            Node 2 has no entry for the connection, so it chooses as for a new one.
          </Station>
          <Station where="Node 2" what={isSame ? 'the same seed' : 'another seed'}>
            {isHidden ? (
              'Hidden until you predict.'
            ) : (
              <>
                Hash <span className="mono">{flow.other.hash}</span>, slot{' '}
                <span className="mono">{flow.other.slot}</span>, which holds{' '}
                <Letter index={flow.other.backend} />. {outcome(answer)}
              </>
            )}
          </Station>
        </ol>
        <table className="w-full table-fixed border-collapse self-start">
          <thead>
            <tr>
              <th scope="col" className={`${heads} w-1/2 pl-0`}>
                of all connections
              </th>
              <th scope="col" className={heads}>
                Maglev
              </th>
              <th scope="col" className={heads}>
                random
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className={`${cell} pl-0 text-left font-normal text-muted`}>
                meet the backend they had
              </th>
              <td className={`${cell} font-semibold`}>{kept(rehashedPercent)}</td>
              <td className={cell}>{kept(randomRehashedPercent(parameters))}</td>
            </tr>
            <tr>
              <th scope="row" className={`${cell} pl-0 text-left font-normal text-muted`}>
                slots in which the two nodes differ
              </th>
              <td className={cell}>
                {isHidden ? hidden : `${formatCount(differing)} of ${formatCount(size)}`}
              </td>
              <td className={`${cell} text-muted`}>no table</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="max-w-[60rem] pt-3 text-pretty text-muted">
        Only traffic from outside uses the table: NodePort, LoadBalancer, externalIPs, HostPort. Inside the
        cluster Socket LB draws at random.
        {!isSame &&
          !isHidden &&
          ' Give every agent the same seed: with two of them the nodes choose differently.'}
      </p>
    </section>
  );
}

function outcome({ parameters, flow }: MaglevAnswer): string {
  const had = letters[flow.opened.backend] ?? '';
  if (!parameters.now.some(({ index }) => index === flow.opened.backend))
    return `${had} is gone: the connection is lost on whatever node.`;
  if (flow.other.backend === flow.opened.backend)
    return 'It is the one that has the connection: nobody notices.';
  return parameters.service?.protocol === 'UDP'
    ? `It never heard of this client; ${had} hears no more of it.`
    : `It knows nothing of the connection, and most likely resets it.`;
}

function Letter({ index }: { index: number }) {
  return <BackendLetter index={index} letter={letters[index] ?? ''} />;
}

type StationProps = { where: string; what: string; children: ReactNode };

function Station({ where, what, children }: StationProps) {
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5">
      <span className="font-semibold">{where}</span>
      <span>
        <span className="block text-small text-muted">{what}</span>
        <span className="text-pretty">{children}</span>
      </span>
    </li>
  );
}
