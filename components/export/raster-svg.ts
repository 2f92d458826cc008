import { ExportError } from './export-error';

/** Device pixels for each pixel of the drawing: sharp on a screen of any density, and on paper. */
const pngScale = 2;

/** Device pixels that every browser draws on one canvas: Safari on a phone has the least. */
const areaMost = 16_777_216;

/** Draws an SVG document as PNG, at twice its size. */
export async function rasterSvg(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * pngScale;
    canvas.height = image.naturalHeight * pngScale;
    if (canvas.width * canvas.height > areaMost) throw tooLarge(canvas);
    const context = canvas.getContext('2d');
    if (context === null) throw tooLarge(canvas);
    context.scale(pngScale, pngScale);
    context.drawImage(image, 0, 0);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (png === null) throw tooLarge(canvas);
    return png;
  } catch (error) {
    if (error instanceof ExportError) throw error;
    throw new ExportError('The browser could not draw the picture. Save it as SVG instead.', {
      cause: error,
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function tooLarge({ width, height }: HTMLCanvasElement): ExportError {
  return new ExportError(
    `A picture of ${width} × ${height} pixels is too large for this browser. Save it as SVG, or filter the list first.`,
  );
}
