/** Stands for what would give the answer to an open question away. */
export function HiddenAnswer() {
  return <span title="hidden until you predict">?</span>;
}
