import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { backendMatrix } from './backend-matrix';
import { MatrixTable } from './matrix-table';

const inApi = {
  ip: '10.1.0.1',
  port: 8080,
  ready: true,
  serving: true,
  terminating: false,
  node: null,
  zone: null,
  hinted: false,
  weight: null,
};

function html(nodes: string[], having: string[]) {
  const frontend = frontendFixture('10.96.0.1', {
    nodes,
    backends: [backendFixture('10.1.0.1', { nodes: having })],
  });
  return renderToStaticMarkup(
    <MatrixTable
      matrix={backendMatrix({ frontend, manifest: null, policies: null, apiBackends: [inApi], perNode: [] })}
      sources={{ apiBackends: null, maglev: null }}
    />,
  );
}

describe('MatrixTable', () => {
  test('few nodes have a column each, and a missing backend is said in words', () => {
    const markup = html(['a', 'b'], ['a']);
    expect(markup.match(/<th scope="col"/g)).toHaveLength(4);
    expect(markup).toContain('missing: the API has it');
  });

  test('many nodes are counted, and those that deviate named', () => {
    const markup = html(['a', 'b', 'c', 'd', 'lonely'], ['a', 'b', 'c', 'd']);
    expect(markup.match(/<th scope="col"/g)).toHaveLength(3);
    expect(markup).toContain('4/5');
    expect(markup).toContain('lonely');
  });
});
