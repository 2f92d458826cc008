import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';
import { paths } from '@/lib/paths';

type LessonHeadProps = { title: string; line: string; place: string; minutes: number };

/** The head of a lesson: where it stands on the path, what it is about, and the link to exactly this. */
export function LessonHead({ title, line, place, minutes }: LessonHeadProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 pt-3 pb-2.5 desk:px-6">
      <div className="min-w-0 flex-1 max-desk:basis-full">
        <nav aria-label="Lesson" className="text-small text-muted">
          <Link
            href={paths.learn}
            className="text-accent-text underline underline-offset-3 max-desk:-my-3 max-desk:inline-block max-desk:py-3"
          >
            Learn
          </Link>{' '}
          / {place}
        </nav>
        <h1 className="text-page font-semibold tracking-[-0.012em] text-balance">{title}</h1>
        <p className="text-muted">
          {line} · about {minutes} min
        </p>
      </div>
      <CopyButton label="a link to exactly this" word="Copy link" text={() => window.location.href} />
    </div>
  );
}
