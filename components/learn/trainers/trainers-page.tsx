import { LearnTabs } from '@/components/learn/index/learn-tabs';
import { PageHead } from '@/components/shell/page-head';
import { ClusterLessons } from './cluster-lessons';
import { LessonFile } from './lesson-file';
import { LinkedLesson } from './linked-lesson';
import { OwnLessonList } from './own-lesson-list';
import { SchemaGuide } from './schema-guide';

/** For those who teach: how a lesson is written, and how one of theirs gets here. */
export function TrainersPage() {
  return (
    <>
      <PageHead title="Learn" />
      <LearnTabs current="trainers" />
      <div className="@container px-4 pt-4 pb-8 desk:px-6">
        <p className="max-w-[46rem] pb-4 text-pretty text-muted">
          A lesson is a file of data: cards of text, each with a simulator or the live cluster beside it, and
          a task that is judged on what is so in the end. The twelve lessons of the path are such files, too.
          To hand one of yours on, take it in: “Copy link” beside it then gives a link that holds the whole
          lesson, and no server gets to see it.
        </p>
        <div className="flex flex-col gap-6 @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_24rem] @min-[60rem]:gap-x-11">
          <div className="space-y-6 @min-[60rem]:order-2">
            <LinkedLesson />
            <OwnLessonList />
            <LessonFile />
            <ClusterLessons />
          </div>
          <SchemaGuide />
        </div>
      </div>
    </>
  );
}
