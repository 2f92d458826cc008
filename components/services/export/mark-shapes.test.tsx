import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StateMark } from '@/components/ui/state-mark';
import { markParts } from '@/lib/export/mark-svg';
import type { PictureMark } from '@/lib/export/map-palette';

/** Element, paint and geometry of each shape, in any order of attributes. */
function shapesOf(svg: string): string[] {
  const dropped = /^(?:class|style|stroke-width|fill|stroke)=/;
  return [...svg.matchAll(/<(circle|path|rect)\b([^>]*?)\/?>/g)].map(([, tag, attributes = '']) =>
    [tag, ...(attributes.match(/[\w-]+="[^"]*"/g) ?? []).filter((one) => !dropped.test(one)).sort()].join(
      ' ',
    ),
  );
}

test.each(Object.keys(markParts) as PictureMark[])(
  '%s has the shape in a picture that it has on screen',
  (mark) => {
    const onScreen = renderToStaticMarkup(<StateMark mark={mark} label={null} />).replace(
      /<path[^>]*><\/path>|<\/\w+>/g,
      (tag) => (tag.startsWith('</') ? '' : tag),
    );
    const drawn = markParts[mark].map(({ element }) => `${element}/>`).join('');
    expect(shapesOf(drawn)).toEqual(shapesOf(onScreen));
    const paints = [...onScreen.matchAll(/class="(fill|half|stroke|dot)"/g)].map(([, paint]) => paint);
    expect(markParts[mark].map(({ paint }) => paint)).toEqual(paints);
  },
);
