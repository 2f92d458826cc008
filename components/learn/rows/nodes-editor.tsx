import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { mostNodes, nextNode, type AroundNode } from '@/lib/learn/rows/cluster-around';
import { NodeEditor } from './node-editor';

type NodesEditorProps = { nodes: readonly AroundNode[]; onChange: (nodes: readonly AroundNode[]) => void };

/** The nodes around the Service, and where its pods run. */
export function NodesEditor({ nodes, onChange }: NodesEditorProps) {
  const isFull = nodes.length >= mostNodes;
  const added = (): AroundNode => {
    const free = [0, 1, 2, 3].find((index) => !nodes.some(({ name }) => name === nextNode(index).name));
    return nextNode(free ?? nodes.length);
  };
  return (
    <section aria-labelledby="nodes">
      <h2 id="nodes" className="flex items-center gap-2 pb-1 font-semibold">
        <span className="flex-1">The nodes, and the pods on them</span>
        <Button
          size="small"
          kind="quiet"
          disabled={isFull}
          title={isFull ? `${mostNodes} nodes at most` : undefined}
          onClick={() => onChange([...nodes, added()])}
        >
          <Plus aria-hidden size={13} />
          Node
        </Button>
      </h2>
      <ul>
        {nodes.map((node, index) => (
          <NodeEditor
            key={node.name}
            node={node}
            index={index}
            onChange={(changed) => onChange(nodes.with(index, changed))}
            onRemove={nodes.length > 1 ? () => onChange(nodes.toSpliced(index, 1)) : null}
          />
        ))}
      </ul>
    </section>
  );
}
