import Link from 'next/link';
import { PageHead } from '@/components/shell/page-head';
import { buttonClass } from '@/components/ui/button';
import { tourHref, tourLength } from '@/components/learn/tour/tour-href';
import { paths } from '@/lib/paths';
import { LearnTabs } from './index/learn-tabs';
import { LessonPath } from './lesson/lesson-path';
import { SimulatorList } from './index/simulator-list';

/** What there is to learn from: the path, and the simulators beside it. */
export function LearnIndex() {
  return (
    <>
      <PageHead
        title="Learn"
        actions={
          <>
            <Link href={tourHref(1)} className={buttonClass()}>
              Guided tour, {tourLength} stops
            </Link>
            <Link href={paths.glossary} className={buttonClass()}>
              Glossary
            </Link>
          </>
        }
      />
      <p className="-mt-1.5 px-4 pb-2 text-pretty text-muted desk:px-6">
        Short lessons with a task each, simulators to try things in, and a glossary: begin with the first
        lesson. On the training cluster every button works, and nothing you break there stays broken.
      </p>
      <LearnTabs current="path" />
      <div className="@container px-4 pb-8 desk:px-6">
        <div className="flex flex-col @min-[64rem]:grid @min-[64rem]:grid-cols-[minmax(0,1fr)_26rem] @min-[64rem]:gap-x-11">
          <LessonPath />
          <SimulatorList />
        </div>
      </div>
    </>
  );
}
