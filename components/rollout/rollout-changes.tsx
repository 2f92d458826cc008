import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { RolloutChange, RolloutView } from '@/lib/snapshot/rollout-view';

/** A value of a key as it stands in the ConfigMap. */
export function valueWords(value: string | null): string {
  return value === null ? 'not set' : value === '' ? 'empty' : value;
}

/** The changes, key by key: what it was and what it becomes. */
export function ChangeList({ changes }: { changes: readonly RolloutChange[] }) {
  return (
    <ul>
      {changes.map(({ key, from, to }) => (
        <li
          key={key}
          className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-1.5 first:border-t-0"
        >
          <code className="wrap-anywhere text-muted desk:w-64">{key}</code>
          <span className="mono wrap-anywhere">
            <span className="sr-only">from </span>
            <span className="text-muted">{valueWords(from)}</span>
            <span aria-hidden className="text-faint">
              {' → '}
            </span>
            <span className="sr-only">to </span>
            <span className="font-semibold">{valueWords(to)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was changed, on which nodes, and what the agreement said before and after. */
export function RolloutChanges({ view }: { view: RolloutView }) {
  const { chosenNodes, problems } = view;
  return (
    <div className="grid gap-x-10 gap-y-5 desk:grid-cols-[minmax(0,1fr)_auto]">
      <section aria-labelledby="changes" className="min-w-0">
        <h2 id="changes" className="border-b border-line-strong pb-1.5 text-lead font-semibold">
          What it changes
        </h2>
        <ChangeList changes={view.changes} />
        <p className="border-t border-line pt-1.5 text-small text-pretty wrap-anywhere text-muted">
          {chosenNodes === null
            ? 'In the ConfigMap, for every node.'
            : `By a CiliumNodeConfig for ${formatPlural(chosenNodes.length, 'node')}: ${chosenNodes.join(', ')}.`}
        </p>
      </section>
      <section aria-labelledby="problems">
        <h2 id="problems" className="border-b border-line-strong pb-1.5 text-lead font-semibold">
          Problems of the agreement
        </h2>
        <dl className="flex gap-8 py-2">
          <Count name="Before" count={problems.before} />
          <Count name="After" count={problems.after} />
        </dl>
        <p className="text-small text-muted">
          {problems.after === null
            ? 'Counted again when it ends.'
            : problems.after > problems.before
              ? `${formatCount(problems.after - problems.before)} more than before.`
              : problems.after === problems.before
                ? 'As many as before.'
                : `${formatCount(problems.before - problems.after)} fewer than before.`}{' '}
          <TextLink href={paths.agreement}>Agreement now</TextLink>
        </p>
      </section>
    </div>
  );
}

function Count({ name, count }: { name: string; count: number | null }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="text-page font-medium">{count === null ? '–' : formatCount(count)}</dd>
    </div>
  );
}
