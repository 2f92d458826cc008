import type { PlannedRule } from '@/lib/cilium/plan/plan';

/** The values that a rule looked at. */
export function EvidenceList({ evidence }: Pick<PlannedRule, 'evidence'>) {
  return (
    <ul>
      {evidence.map(({ key, value, isSet }) => (
        <li key={key} className="wrap-anywhere">
          <code className="text-text">
            {key}: {value ?? 'computed'}
          </code>
          {!isSet && ' default'}
        </li>
      ))}
    </ul>
  );
}
