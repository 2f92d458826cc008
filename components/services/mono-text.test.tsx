import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MonoText } from './mono-text';

test('names and addresses are set apart, the sentence stays whole', () => {
  const text = 'Node ip-1.ec2 still has 10.1.0.9:80 and [fd00::1]:80/TCP, not (a+b.';
  const html = renderToStaticMarkup(<MonoText text={text} nodes={['ip-1.ec2', '(a+b']} />);
  expect(html.replace(/<[^>]+>/g, '')).toBe(text);
  expect(html.match(/class="mono/g)).toHaveLength(4);
});

test('what a cluster calls a node is text, never markup', () => {
  expect(renderToStaticMarkup(<MonoText text="<b>x</b>" nodes={['<b>']} />)).not.toContain('<b>');
});
