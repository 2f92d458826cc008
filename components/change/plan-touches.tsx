import type { ReactNode } from 'react';
import { CopyBlock } from '@/components/status/explain/copy-block';
import type { ConnectionEffect } from '@/lib/cilium/plan/plan';
import { formatCount, formatPlural } from '@/lib/format';
import type { PlanView } from '@/lib/snapshot/plan-view';
import { durationWords, memoryWords, paceWords } from './plan-words';

const bases: Record<ConnectionEffect['basis'], string> = {
  documented: 'Cilium’s documentation says so',
  code: 'read in Cilium’s code, not measured',
  issues: 'reported in issues of Cilium',
};

/** What the plan touches: agents, frontends, time, connections, and what is left to a person. */
export function PlanTouches({ plan }: { plan: PlanView }) {
  const { blastRadius } = plan;
  const { rollout, frontends, memory, operatorKeys, comesAlong, byHand } = blastRadius;
  return (
    <section aria-labelledby="touches" className="space-y-4">
      <h2 id="touches" className="text-lead font-semibold">
        What it touches
      </h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-t border-b border-line-strong py-2.5 desk:grid-cols-5">
        <Figure
          name="Agents restart"
          value={formatCount(blastRadius.nodes.length)}
          beside={paceWords(rollout)}
        />
        <Figure
          name="Frontends"
          value={formatCount(frontends.count)}
          beside={frontends.outside ? 'from outside' : 'of all kinds'}
        />
        <Figure name="Backends" value={formatCount(blastRadius.backends)} beside="behind them" />
        <Figure
          name="Kernel memory"
          value={memoryWords(blastRadius)}
          beside={memory === null ? '' : `a node, ${formatPlural(memory.tables, 'table')}`}
        />
        <Figure
          name="Expected"
          value={durationWords(rollout)}
          beside={
            rollout.secondsAnAgent === null ? '' : `${rollout.secondsAnAgent} s an agent at its last start`
          }
        />
      </dl>
      <table className="w-full border-collapse text-left max-desk:block [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-4 [&_td]:align-top max-desk:[&_tbody]:block max-desk:[&_td]:block max-desk:[&_td]:border-b-0 max-desk:[&_tr]:block max-desk:[&_tr]:border-b max-desk:[&_tr]:border-line">
        <thead className="border-b border-line-strong text-small text-muted max-desk:sr-only">
          <tr>
            <th className="pb-1 font-medium">Change</th>
            <th className="pb-1 font-medium">Connections that live</th>
            <th className="pb-1 font-medium">May break</th>
          </tr>
        </thead>
        <tbody>
          {blastRadius.connections.map((effect) => (
            <tr key={effect.breaks}>
              <td className="desk:w-48">
                {effect.keys.length === 0 ? (
                  'The restart itself'
                ) : (
                  <code className="wrap-anywhere">{effect.keys.join(', ')}</code>
                )}
                <span className="block text-small text-muted">{bases[effect.basis]}</span>
              </td>
              <td className="text-pretty">
                <span className="text-small text-muted desk:sr-only">Lives: </span>
                {effect.live}
              </td>
              <td className="text-pretty">
                <span className="text-small text-muted desk:sr-only">May break: </span>
                {effect.breaks}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {comesAlong.length > 0 && (
        <Block title="Comes along with the restart">
          <p className="text-muted">Written earlier, and not read by these agents yet:</p>
          <ul className="mono">
            {comesAlong.map(({ key, from, to, nodes }) => (
              <li key={`${key} ${from} ${to}`} className="wrap-anywhere">
                {key}: {from ?? 'not set'} → {to ?? 'computed'} ({formatPlural(nodes.length, 'node')})
              </li>
            ))}
          </ul>
        </Block>
      )}
      {operatorKeys.length > 0 && (
        <Block title="The operator restarts as well">
          <p className="text-muted">
            It reads {operatorKeys.join(', ')} from the same ConfigMap: once every agent is verified.
          </p>
        </Block>
      )}
      {byHand.length > 0 && (
        <Block title="To do by hand, in the cloud and on the nodes">
          <ol>
            {byHand.map(({ title, why, command }) => (
              <li key={title} className="grid gap-x-6 gap-y-1 border-t border-line py-2 wide:grid-cols-2">
                <div>
                  <span className="font-semibold">{title}</span>
                  <p className="max-w-prose text-pretty text-muted">{why}</p>
                </div>
                {command !== null && (
                  <div className="min-w-0">
                    <CopyBlock text={command} label={`command: ${title}`} />
                  </div>
                )}
              </li>
            ))}
          </ol>
        </Block>
      )}
    </section>
  );
}

function Figure({ name, value, beside }: { name: string; value: string; beside: string }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd>
        <span className="text-page font-medium tracking-[-0.01em]">{value}</span>{' '}
        <span className="text-small text-muted">{beside}</span>
      </dd>
    </div>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </div>
  );
}
