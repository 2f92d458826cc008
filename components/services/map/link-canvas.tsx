'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { drawLinks, linkColourStyle, readLinkColours } from './draw-links';
import { visibleLinks, type LinkScene } from './map-links';

type LinkCanvasProps = {
  scene: Omit<LinkScene, 'scrollTop' | 'nodesScrollTop'>;
  width: number;
  /** CSS pixels a pixel of the design (presenter view). */
  scale: number;
  scrollerRef: RefObject<HTMLElement | null>;
  nodesRef: RefObject<HTMLElement | null>;
};

/** The links between rows in view, on one canvas. Decoration: every link is also said in words by the rows. */
export function LinkCanvas({ scene, width, scale, scrollerRef, nodesRef }: LinkCanvasProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const { viewHeight } = scene;

  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const ratio = devicePixelRatio * scale;
      const deviceWidth = Math.round(width * ratio);
      const deviceHeight = Math.round(viewHeight * ratio);
      if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
      if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
      const scrollTop = (scrollerRef.current?.scrollTop ?? 0) / scale;
      const nodesScrollTop = (nodesRef.current?.scrollTop ?? 0) / scale;
      drawLinks(
        context,
        visibleLinks({ ...scene, scrollTop, nodesScrollTop }),
        readLinkColours(canvas),
        ratio,
      );
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    draw();
    const scrollers = [scrollerRef.current, nodesRef.current];
    for (const scroller of scrollers) scroller?.addEventListener('scroll', schedule, { passive: true });
    const theme = new MutationObserver(schedule);
    theme.observe(document.documentElement, { attributes: true });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', schedule);
    window.addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      for (const scroller of scrollers) scroller?.removeEventListener('scroll', schedule);
      theme.disconnect();
      dark.removeEventListener('change', schedule);
      window.removeEventListener('resize', schedule);
    };
  }, [scene, width, viewHeight, scale, scrollerRef, nodesRef]);

  return (
    <canvas
      ref={canvasRef}
      aria-hidden
      className="pointer-events-none absolute top-0 left-0"
      style={{ ...linkColourStyle, width: width * scale, height: viewHeight * scale }}
    />
  );
}
