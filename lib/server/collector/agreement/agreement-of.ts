import type { Patience } from '@/lib/cilium/agreement/judge-divergence';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { AgentBook } from '../agent-book';
import type { FrontendBook } from '../frontend-book';
import type { TableStore } from '../table-store';
import type { AgreementKeeper } from './agreement-keeper';
import type { SettingsWatch } from './settings-watch';
import { toAgreementView, whyUnjudged } from './to-agreement-view';

type AgreementParts = {
  agents: AgentBook;
  tables: TableStore;
  keeper: AgreementKeeper;
  settings: SettingsWatch;
  book: FrontendBook;
  patience: Patience;
};

/** Whether agents have what they must have, as of now: which of them can be judged, and by answers from when. */
export function agreementOf(
  { agents, tables, keeper, settings, book, patience }: AgreementParts,
  revision: number,
): AgreementView {
  const records = agents.all();
  const fresh = agents.freshNodes();
  const missing = keeper.missingKinds();
  const unjudged = records.flatMap(({ node, answers }) => {
    const answer = answers['service-list'];
    const reason = whyUnjudged(answer, missing.length > 0) ?? keeper.unjudged.get(node);
    return reason === undefined ? [] : [{ node, reason }];
  });
  const answered = records.flatMap(({ node, answers }) =>
    fresh.has(node) ? (answers['service-list'].answeredTimestamp ?? []) : [],
  );
  const { expectations } = keeper;
  const keys = expectations.keys();
  for (const key of tables.keys()) keys.add(key);
  return toAgreementView({
    revision,
    checkedAt: answered.sort()[0] ?? null,
    agents: { total: records.length, judged: records.length - unjudged.length, unjudged },
    missingKinds: missing,
    frontendCount: keys.size,
    entries: keeper.book.all(),
    settings: settings.find(records, Date.now()),
    serviceOf: (key) => book.get(key)?.service ?? expectations.serviceOf(key),
    patience,
  });
}
