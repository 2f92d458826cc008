'use client';

import { clsx } from 'clsx';
import { useId } from 'react';
import type { Judge } from '@/lib/learn/lesson/judge-schema';

type AnswerFieldProps = { judge: Judge; value: string; onChange: (value: string) => void };

const longest = 1000;
const look =
  'mono block w-full rounded-control border border-line-strong bg-surface px-2 py-1.5 leading-5 text-text';

/** Where an answer is typed or chosen; nothing for a goal that is judged on a state. */
export function AnswerField({ judge, value, onChange }: AnswerFieldProps) {
  const id = useId();
  if (judge.on === 'choice') {
    return (
      <fieldset className="min-w-0">
        <legend className="sr-only">Answers</legend>
        {judge.options.map((option) => (
          <label
            key={option.id}
            className="target flex cursor-pointer items-start gap-2.5 border-t border-line px-0.5 py-1.5 first-of-type:border-t-0 hover:bg-row-hover"
          >
            <input
              type="radio"
              name={id}
              value={option.id}
              checked={value === option.id}
              onChange={() => onChange(option.id)}
              className="mt-0.75 accent-(--accent)"
            />
            <span className="min-w-0 wrap-anywhere">{option.words}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  if (judge.on !== 'answer' && judge.on !== 'fact-answer') return null;
  const field = {
    ...{ id, value, maxLength: longest, spellCheck: false, autoComplete: 'off' },
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <div>
      <label htmlFor={id} className="block pb-0.5 text-small text-muted">
        {judge.label}
      </label>
      {isOneWord(judge) ? (
        <input type="text" {...field} className={look} />
      ) : (
        <textarea rows={2} {...field} className={clsx(look, 'resize-y')} />
      )}
    </div>
  );
}

/** True where one name or one address is asked for: it needs no second line. */
function isOneWord(judge: Judge): boolean {
  if (judge.on === 'fact-answer') return true;
  if (judge.on !== 'answer') return false;
  const { ask } = judge.question;
  return ask === 'differing-node' || ask === 'leftover-backend' || ask === 'outside-address';
}
