import { TermLink } from '@/components/learn/glossary/term-link';
import { readInlines, readMarkup, type Inline } from '@/lib/learn/lesson/lesson-markup';

/** Text with the small markup of lessons. */
export function MarkupText({ text }: { text: string }) {
  return (
    <div className="space-y-2.5 leading-5.5 text-pretty">
      {readMarkup(text).map((block, index) => {
        if (block.kind === 'code') {
          return (
            // A scrolling region must be reachable from the keyboard.
            <pre
              key={index}
              tabIndex={0}
              className="mono overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 leading-5"
            >
              {block.text}
            </pre>
          );
        }
        if (block.kind === 'list') {
          return (
            <ul key={index} className="list-disc space-y-1 pl-4 marker:text-faint">
              {block.items.map((item, at) => (
                <li key={at}>
                  <Inlines inlines={item} />
                </li>
              ))}
            </ul>
          );
        }
        return (
          <p key={index}>
            <Inlines inlines={block.inlines} />
          </p>
        );
      })}
    </div>
  );
}

/** One line with the same markup. */
export function MarkupLine({ text }: { text: string }) {
  return <Inlines inlines={readInlines(text)} />;
}

function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <InlineText key={index} inline={inline} />);
}

function InlineText({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code className="mono rounded-[3px] bg-sunken px-1 py-px wrap-anywhere">{inline.text}</code>;
    case 'strong':
      return <strong className="font-semibold">{inline.text}</strong>;
    case 'link':
      return (
        // A lesson that is left for a page in its own tab would have to be found again.
        <a
          href={inline.path}
          target="_blank"
          rel="noopener"
          className="text-accent-text underline underline-offset-3"
        >
          {inline.text}
          <span className="sr-only"> (in a tab of its own)</span>
        </a>
      );
    case 'term':
      // The word of a trainer's lesson may be none of the glossary's: that is said then.
      return <TermLink id={inline.id}>{inline.text}</TermLink>;
  }
}
