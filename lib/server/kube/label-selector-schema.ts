import { z } from 'zod';
import type { LabelSelector } from '@/lib/cilium/expected-frontends/label-selector';

/** A LabelSelector of the API, filled in where it leaves something out. */
export const labelSelectorSchema = z
  .object({
    matchLabels: z.record(z.string(), z.string()).nullish(),
    matchExpressions: z
      .array(z.object({ key: z.string(), operator: z.string(), values: z.array(z.string()).nullish() }))
      .nullish(),
  })
  .transform(({ matchLabels, matchExpressions }): LabelSelector => ({
    matchLabels: matchLabels ?? {},
    matchExpressions: (matchExpressions ?? []).map(({ key, operator, values }) => ({
      key,
      operator,
      values: values ?? [],
    })),
  }));
