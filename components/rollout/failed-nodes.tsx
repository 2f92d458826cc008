import { clsx } from 'clsx';
import { TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { RolloutNode, RolloutView } from '@/lib/snapshot/rollout-view';
import { RuleInWords } from './rule-in-words';

/** Why agents failed: the first one opened, others folded below it. */
export function FailedNodes({ view }: { view: RolloutView }) {
  const failed = view.nodes.filter(({ failure }) => failure !== null);
  const [first, ...others] = failed;
  if (first === undefined) return null;
  return (
    <section id="why" aria-labelledby="why-failed" className="min-w-0 scroll-mt-14">
      <h2
        id="why-failed"
        className="border-b border-line-strong pb-1.5 text-lead font-semibold wrap-anywhere"
      >
        Why {first.node} failed
      </h2>
      <FailedNode view={view} node={first} />
      {others.length > 0 && (
        <details className="mt-3 border-t border-line py-2">
          <summary className="text-muted">{formatPlural(others.length, 'node')} more failed</summary>
          {others.map((node) => (
            <div key={node.node} className="pt-3">
              <h3 className="pb-1.5 font-semibold wrap-anywhere">{node.node}</h3>
              <FailedNode view={view} node={node} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function FailedNode({ view, node }: { view: RolloutView; node: RolloutNode }) {
  const { failure } = node;
  if (failure === null) return null;
  const isInLog = node.log.some((line) => line.includes(failure.line));
  const lines = isInLog ? node.log : [...node.log, failure.line];
  return (
    <>
      <div
        tabIndex={0}
        role="region"
        aria-label={`End of the log of ${node.node}`}
        className="mono overflow-x-auto bg-sunken py-1.5 leading-4.75"
      >
        {lines.map((line, index) => {
          const isFatal = line.includes(failure.line);
          return (
            <p
              key={index}
              className={clsx(
                'border-l-2 px-3 wrap-anywhere whitespace-pre-wrap',
                isFatal ? 'border-bad bg-bad-soft font-medium text-bad' : 'border-transparent',
              )}
            >
              {isFatal && <span className="sr-only">fatal: </span>}
              {line}
            </p>
          );
        })}
      </div>
      <p className="pt-1.5 text-small text-muted">
        {node.log.length === 0
          ? 'The log could not be read; this is the line that the container ended with.'
          : `The last ${formatPlural(node.log.length, 'line')} of the container that failed${node.pod === null ? '' : `, pod ${node.pod}`}.`}{' '}
        <TextLink href={paths.node(node.node)}>What is known of the node</TextLink>
      </p>
      <RuleInWords view={view} ruleId={failure.ruleId} />
    </>
  );
}
