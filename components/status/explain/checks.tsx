import { checkCommand } from '@/lib/cilium/fields/commands';
import type { FieldContext } from '@/lib/cilium/fields/field-context';
import type { FieldEntry } from '@/lib/cilium/fields/field-entry';
import { inSpan } from '@/lib/cilium/fields/version-span';
import { CopyBlock } from './copy-block';

/** More ways to see a field’s effect by hand, for the version that runs. */
export function Checks({ entry, context }: { entry: FieldEntry; context: FieldContext }) {
  return (entry.checks ?? [])
    .filter((check) => inSpan(context.version, check))
    .map((check) => (
      <div key={check.args.join(' ')} className="mt-2">
        <p className="mb-1 text-small text-muted">Also, to see {check.shows}:</p>
        <CopyBlock text={checkCommand(check, context)} label={`command ${check.args.join(' ')}`} />
      </div>
    ));
}
