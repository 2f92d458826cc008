'use client';

import type { ReactNode } from 'react';
import { NodeName, useNodeNames } from './node-name';

/** IPv4 or bracketed IPv6, with or without a port and a protocol. */
const ADDRESS =
  /(\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/(?:TCP|UDP|SCTP|ANY))?|\[[0-9a-f:]+\](?::\d+)?(?:\/(?:TCP|UDP|SCTP|ANY))?)/i;

/** A sentence of ours with its addresses in mono and its nodes by their short names. */
export function AnnotatedText({ text }: { text: string }) {
  const names = useNodeNames();
  const words = text.split(/(\s+)/);
  return words.map((word, index) => <Word key={index} word={word} names={names} />);
}

function Word({ word, names }: { word: string; names: ReadonlySet<string> }): ReactNode {
  const bare = word.replace(/[.,;:)]+$/, '');
  if (names.has(bare)) {
    return (
      <>
        <NodeName name={bare} form="short" className="text-text" />
        {word.slice(bare.length)}
      </>
    );
  }
  return word.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="mono text-text">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
