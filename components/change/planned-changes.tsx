import type { Plan, PlannedChange } from '@/lib/cilium/plan/plan';
import { formatPlural } from '@/lib/format';
import { RuleMark } from './rule-mark';

const shown = (value: string | null): string =>
  value === null ? 'computed' : value === '' ? 'empty' : value;

const say = (agents: number): string => (agents === 1 ? 'says' : 'say');

/** The changes in words: what a key says now, what agents report, and what it would say. */
export function PlannedChanges({ plan }: { plan: Plan }) {
  const { changes, unchanged } = plan;
  return (
    <section aria-labelledby="what-changes" className="min-w-0">
      <h2 id="what-changes" className="mb-2 text-lead font-semibold">
        What changes
      </h2>
      <table className="w-full border-collapse text-left [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-3 [&_td]:align-top [&_th]:pr-3 [&_th]:pb-1 [&_th]:align-top">
        <thead className="border-b border-line-strong text-small text-muted">
          <tr>
            <th className="font-medium">Setting</th>
            <th className="font-medium">Now</th>
            <th className="font-medium">Then</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.key}>
              <td>
                <span className="font-semibold">{change.name}</span>
                <code className="block text-label wrap-anywhere text-muted">{change.key}</code>
              </td>
              <td>
                <Now change={change} />
              </td>
              <td>
                <span className="mono font-semibold wrap-anywhere">
                  {change.to === null ? `taken out, so ${shown(change.byDefault)}` : shown(change.to)}
                </span>{' '}
                <RuleMark verdict={change.verdict} />
                {change.nodes.length === 0 && (
                  <span className="block text-small text-muted">no agent would run otherwise</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unchanged.length > 0 && (
        <p className="mt-2 text-small text-muted">Already as asked: {unchanged.join(', ')}.</p>
      )}
    </section>
  );
}

function Now({ change }: { change: PlannedChange }) {
  return (
    <>
      {change.now.map(({ value, isSet, nodes }) => (
        <span key={`${value} ${isSet}`} className="block">
          <span className="mono wrap-anywhere">{shown(value)}</span>{' '}
          <span className="text-small text-muted">
            {isSet ? '' : 'default, '}
            {formatPlural(nodes, 'node')}
          </span>
        </span>
      ))}
      {change.realised.map(({ value, nodes }) => (
        <span key={value} className="block text-small text-muted">
          {value === null ? (
            `${formatPlural(nodes, 'agent')} ${say(nodes)} nothing of it`
          ) : (
            <>
              {formatPlural(nodes, 'agent')} {say(nodes)} <span className="mono">{value}</span>
            </>
          )}
        </span>
      ))}
    </>
  );
}
