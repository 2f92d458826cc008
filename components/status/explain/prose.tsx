import { Fragment } from 'react';

/** A sentence of the field catalogue: what stands in backticks is code. Everything else stays the text it is. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="text-[0.925em] tracking-[-0.01em] wrap-anywhere text-text">
        {part}
      </code>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
