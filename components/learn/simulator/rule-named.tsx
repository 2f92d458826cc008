'use client';

import { Tooltip } from '@/components/ui/tooltip';
import { ruleTitle } from '@/lib/cilium/rules/rule-title';

/** A text that may name a rule in brackets, as `(B3)`: what the rule asks is told at hover, at focus, and to those who hear it. */
export function RuleNamed({ text }: { text: string }) {
  return text.split(/\(([A-E]\d{1,2})\)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index}>
        (
        <Tooltip text={`Rule ${part} of the agent: ${ruleTitle(part)}.`}>
          <button
            type="button"
            aria-label={`Rule ${part}: ${ruleTitle(part)}`}
            className="underline decoration-faint decoration-dotted underline-offset-3 hover:decoration-solid"
          >
            {part}
          </button>
        </Tooltip>
        )
      </span>
    ),
  );
}
