'use client';

import { Fragment } from 'react';
import { NodeName } from '@/components/ui/node-name';

const addresses = String.raw`\[[0-9a-fA-F:.]+\](?::\d+)?(?:/[A-Z]+)?|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:/[A-Z]+)?`;

/** A sentence of the server in which node names are shortened and addresses set in mono; not a word is changed. */
export function MonoText({ text, nodes }: { text: string; nodes: readonly string[] }) {
  const names = [...nodes].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(${[...names, addresses].join('|')})`);
  return text.split(pattern).map((part, index) => {
    if (index % 2 === 0) return <Fragment key={index}>{part}</Fragment>;
    if (nodes.includes(part)) return <NodeName key={index} name={part} form="short" />;
    return (
      <span key={index} className="mono">
        {part}
      </span>
    );
  });
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
