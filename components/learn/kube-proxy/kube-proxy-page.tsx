'use client';

import { clsx } from 'clsx';
import { useQueryStates } from 'nuqs';
import { PageHead } from '@/components/shell/page-head';
import { CopyButton } from '@/components/ui/copy-button';
import { CostPanel } from './cost-panel';
import { KindsPanel } from './kinds-panel';
import { kubeProxyParams } from './kube-proxy-url';
import { MeasurementsPanel } from './measurements-panel';
import { WhoTranslates } from './who-translates';

const section = 'border-t border-line px-4 pt-3.5 pb-5 desk:px-6';

/** What kube-proxy is for, what each type of Service becomes without it, and what the difference costs or saves. */
export function KubeProxyPage() {
  const [url, setUrl] = useQueryStates(kubeProxyParams, { history: 'replace' });
  return (
    <>
      <PageHead
        title="Without kube-proxy"
        actions={
          <CopyButton label="a link to exactly this" word="Copy link" text={() => window.location.href} />
        }
      />
      <WhoTranslates />
      <KindsPanel className={section} />
      <div className="@container">
        <div className="@min-[70rem]:grid @min-[70rem]:grid-cols-[minmax(0,1fr)_25.75rem]">
          <CostPanel
            className={clsx(section, 'min-w-0')}
            work={url.work}
            services={url.services}
            backends={url.backends}
            onChange={(changed) => void setUrl(changed)}
          />
          <MeasurementsPanel
            className={clsx(section, 'min-w-0 @min-[70rem]:border-l @min-[70rem]:border-line')}
          />
        </div>
      </div>
    </>
  );
}
