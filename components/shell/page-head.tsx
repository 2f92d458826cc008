import type { ReactNode } from 'react';

type PageHeadProps = {
  title: string;
  /** Facts after the title: `<b>28</b> frontends`. */
  facts?: ReactNode;
  /** At the right: what to do. */
  actions?: ReactNode;
};

/** The head of a page: 52 high, title, facts, actions. */
export function PageHead({ title, facts, actions }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-3 pb-2 desk:px-6 desk:pt-3.5 desk:pb-2.5">
      <h1 className="text-page font-semibold tracking-[-0.012em]">{title}</h1>
      {facts !== undefined && (
        <div className="flex flex-wrap gap-x-4 pt-0.75 text-muted max-desk:order-3 max-desk:w-full max-desk:items-center max-desk:pt-0 [&_b]:font-medium [&_b]:text-text">
          {facts}
        </div>
      )}
      {actions !== undefined && (
        <div className="ml-auto flex min-w-0 items-center gap-3 max-desk:flex-wrap max-desk:justify-end">
          {actions}
        </div>
      )}
    </div>
  );
}
