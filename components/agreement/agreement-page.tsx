'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useQueryStates } from 'nuqs';
import { PageHead } from '@/components/shell/page-head';
import { formatCount } from '@/lib/format';
import { agreementQuery } from '@/lib/queries/agreement';
import { AgreementExport } from './agreement-export';
import { agreementParams } from './agreement-url';
import { agreementSentence } from './agreement-sentence';
import { ConvergencePanel } from './convergence-panel';
import { ExpectedPanel } from './expected-panel';
import { MatrixPanel } from './matrix-panel';
import { ProblemsPanel } from './problems-panel';
import { UnjudgedPanel } from './unjudged-panel';

/** Where two columns do not fit, there is one: problems, what cannot be judged, convergence, the expected, the matrix. */
const section = 'border-t border-line px-4 pt-3.5 pb-4 desk:px-6 @min-[70rem]:first:border-t-0';
const column = 'contents @min-[70rem]:block @min-[70rem]:min-w-0';

/** Whether every agent has what it must have: problems by what they do to traffic, and how fast agents follow. */
export function AgreementPage() {
  const [url, setUrl] = useQueryStates(agreementParams, { history: 'replace' });
  const { data } = useQuery(agreementQuery());
  return (
    <>
      <PageHead
        title="Agreement"
        facts={
          data !== undefined && (
            <>
              <span>
                <b>{formatCount(data.frontends.total)}</b> frontends
              </span>
              <span>
                <b>{formatCount(data.agents.judged)}</b>
                {data.agents.judged !== data.agents.total && ` of ${formatCount(data.agents.total)}`} agents
                compared
              </span>
            </>
          )
        }
        actions={data !== undefined && <AgreementExport />}
      />
      <Sentence />
      <div className="@container">
        <div className="flex flex-col border-line @min-[70rem]:grid @min-[70rem]:min-h-[calc(100dvh-8.25rem)] @min-[70rem]:grid-cols-[minmax(0,1fr)_25.75rem] @min-[70rem]:border-t">
          <div className={column}>
            <ProblemsPanel
              className={clsx(section, 'order-1')}
              open={url.problem}
              onOpen={(problem) => void setUrl({ problem })}
            />
            <MatrixPanel
              className={clsx(section, 'order-5')}
              rows={url.rows}
              onRows={(rows) => void setUrl({ rows })}
            />
          </div>
          <div className={clsx(column, '@min-[70rem]:border-l @min-[70rem]:border-line')}>
            <UnjudgedPanel className={clsx(section, 'order-2')} />
            <ConvergencePanel className={clsx(section, 'order-3')} />
            <ExpectedPanel
              className={clsx(section, 'order-4')}
              open={url.expected}
              onOpen={(expected) => void setUrl({ expected })}
            />
          </div>
        </div>
      </div>
    </>
  );
}

/** One line that is always there: it holds its place while nothing is known. */
function Sentence() {
  const { data, isError } = useQuery(agreementQuery());
  const text = 'px-4 pb-4 text-lead text-pretty text-muted -mt-2 desk:px-6';
  if (data === undefined) {
    return (
      <p className={text}>{isError ? 'KPR Explorer could not be asked what it knows.' : 'Comparing.'}</p>
    );
  }
  const { state, rest } = agreementSentence(data);
  return (
    <p className={text}>
      <strong className="font-medium text-text">{state}</strong> {rest}
    </p>
  );
}
