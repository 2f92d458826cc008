import { buttonClass } from '@/components/ui/button';

/** The way to a page of the product that is read beside the lesson. */
export function PageWay({ href, words }: { href: string; words: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a href={href} target="_blank" rel="noopener" className={buttonClass()}>
        {words}
      </a>
      <span className="text-small text-muted">in a tab of its own; the lesson stays here</span>
    </p>
  );
}
