import type { ExportHead } from './export-head';
import { utcWords } from './export-head';
import type { DrawnBackend, DrawnFrontend, DrawnLink, DrawnNode, MapDrawing } from './map-drawing';
import { mapPalettes, type MapPalette, type PictureMark, type PictureTheme } from './map-palette';
import { maskScheme } from './mask';
import { markSvg } from './mark-svg';
import { cutText, round, svgText, xmlText } from './svg-text';

const headHeight = 28;
const padding = 24;
/** Title, three lines of facts, and the heads of the columns. */
const mapTop = 142;
const footHeight = 76;
/** Widths of an average character, in pixels, for what may have to be cut; addresses are never cut. */
const monoCharacter = 7.3;
const sansCharacter = { 11: 5.9, 12: 6.4, 13: 6.9 } as const;
const longestFact = 150;

const dashes: Record<DrawnLink['dash'], string> = {
  solid: '',
  'some-nodes': ' stroke-dasharray="5 3"',
  'no-new': ' stroke-dasharray="1.5 3"',
};

const dashWords: readonly [DrawnLink['dash'], string][] = [
  ['solid', 'every node'],
  ['some-nodes', 'some nodes'],
  ['no-new', 'no new connections'],
];

/** Marks of states whose name is not what they are called. */
const markWords: Partial<Record<PictureMark, string>> = {
  'terminating-not-serving': 'not serving',
  unknown: 'state not printed',
  leftover: 'leftover: not in the API',
  none: 'no backends',
};

/**
 * The service map as one SVG document: title, filter, source and time, then frontends, backends and nodes as on screen,
 * with literal colours and without scripts, links or anything that is loaded. All text of the cluster is escaped.
 */
export function mapSvg(drawing: MapDrawing, head: ExportHead, theme: PictureTheme): string {
  return [...mapSvgPieces(drawing, head, theme)].join('');
}

/** The same a line at a time: a picture of 2,000 rows has 10,000 of them, and a page must draw in between. */
export function* mapSvgPieces(
  drawing: MapDrawing,
  head: ExportHead,
  theme: PictureTheme,
): Generator<string, void> {
  for (const line of mapLines(drawing, head, mapPalettes[theme])) yield `${line}\n`;
}

function* mapLines(drawing: MapDrawing, head: ExportHead, palette: MapPalette): Generator<string, void> {
  const { frontends, backends } = drawing.columns;
  const width = drawing.columns.width + padding;
  const height = mapTop + drawing.height + footHeight;
  const faint = (size: 11 | 12) => ({ colour: palette.faint, size });
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`;
  yield `<title>${xmlText(`Service map of ${cutText(head.source, 120)}, ${utcWords(head.exportedAt)}`)}</title>`;
  yield `<style>text{font-family:'IBM Plex Sans','IBM Plex Sans Variable',system-ui,sans-serif}.m{font-family:'IBM Plex Mono',ui-monospace,monospace;letter-spacing:-.01em}</style>`;
  yield `<rect width="${width}" height="${height}" fill="${palette.bg}"/>`;
  yield* headSvg(drawing, head, palette);
  yield `<g transform="translate(0 ${mapTop})">`;
  for (const link of drawing.links) yield linkSvg(link, palette);
  for (const { y, title, note } of drawing.heads) {
    yield titleSvg(title, note, frontends.left, y + headHeight / 2 + 4, 600, palette);
  }
  for (const row of drawing.frontends) yield frontendSvg(row, drawing, palette);
  for (const row of drawing.backends) yield backendSvg(row, drawing, palette);
  for (const { y } of drawing.empties) yield svgText('no backends', backends.left + 8, y + 16, faint(12));
  for (const { y, title, note } of drawing.lines) {
    yield titleSvg(title, note, frontends.left, y + 16, 500, palette);
  }
  for (const { y, note } of drawing.sums) yield svgText(note, backends.left + 8, y + 16, faint(11));
  for (const node of drawing.nodes) yield nodeSvg(node, drawing, palette);
  yield '</g>';
  yield* footSvg(drawing, mapTop + drawing.height + 24, palette);
  yield '</svg>';
}

/** The title of a group or a Service, and what there is of it behind. */
function titleSvg(
  title: string,
  note: string,
  x: number,
  y: number,
  weight: 500 | 600,
  palette: MapPalette,
): string {
  const behind = { text: note, colour: palette.faint, size: 11, gap: 10 };
  return svgText(cutText(title, 60), x, y, { colour: palette.text, size: 12, weight }, behind);
}

function headSvg({ counts, columns }: MapDrawing, head: ExportHead, palette: MapPalette): string[] {
  const left = columns.frontends.left;
  const column = (word: string, x: number, anchor: 'start' | 'end' = 'start') =>
    svgText(word, x, mapTop - 12, { colour: palette.faint, size: 11, weight: 500, anchor });
  const facts = [cutText(head.source, 80), counts, utcWords(head.exportedAt), head.product];
  const filter = head.filter === null ? 'No filter: everything that agents have.' : `Filter: ${head.filter}.`;
  const masked = head.masked ? ` Masked: ${maskScheme}` : '';
  return [
    svgText('Service map', left, 40, { colour: palette.text, size: 20, weight: 600 }),
    svgText(facts.join('  ·  '), left, 62, { colour: palette.muted, size: 13 }),
    svgText(cutText(filter, longestFact), left, 82, { colour: palette.muted, size: 13 }),
    ...(head.masked ? [svgText(masked.trim(), left, 101, { colour: palette.faint, size: 11 })] : []),
    column('Frontends', left),
    column('Nodes', left + columns.frontends.width - 8, 'end'),
    column('Backends', columns.backends.left + 8),
    column('Run on', columns.nodes.left + 14),
    `<path d="M${left} ${mapTop - 2}H${columns.width}" stroke="${palette.line}"/>`,
  ];
}

function linkSvg({ x1, y1, x2, y2, dash, bad }: DrawnLink, palette: MapPalette): string {
  const bend = (x2 - x1) / 2;
  const path = [x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2].map(round);
  const [a, b, ...curve] = path;
  return `<path d="M${a} ${b}C${curve.join(' ')}" fill="none" stroke="${bad ? palette.bad : palette.link}"${dashes[dash]}/>`;
}

function frontendSvg(
  row: DrawnFrontend,
  { columns, nodesCellWidth }: MapDrawing,
  palette: MapPalette,
): string {
  const { left, width } = columns.frontends;
  const baseline = row.y + 16;
  const right = left + width - 8;
  return [
    '<g>',
    `<title>${xmlText(cutText(row.about, 400))}</title>`,
    row.service === null
      ? ''
      : svgText(cutText(row.service, Math.floor(106 / sansCharacter[13])), left + 8, baseline, {
          colour: palette.text,
          size: 13,
          weight: 500,
        }),
    addressSvg(row, left + 120, baseline, palette, {}),
    svgText(row.type, left + width - nodesCellWidth - 84, baseline, { colour: palette.muted, size: 12 }),
    row.nodes in palette.marks
      ? markSvg(row.nodes as PictureMark, right - 12, row.y + 6, palette)
      : svgText(row.nodes, right, baseline, { colour: palette.faint, size: 11, anchor: 'end' }),
    '</g>',
  ].join('');
}

function backendSvg(row: DrawnBackend, { columns }: MapDrawing, palette: MapPalette): string {
  const { left, width } = columns.backends;
  const baseline = row.y + 16;
  const leftover = row.mark === 'leftover';
  const room = width - 44 - (row.address.length + row.suffix.length) * monoCharacter;
  return [
    '<g>',
    `<title>${xmlText(cutText(row.about, 400))}</title>`,
    markSvg(row.mark, left + 8, row.y + 6, palette),
    addressSvg(row, left + 27, baseline, palette, leftover ? { colour: palette.bad, struck: true } : {}),
    svgText(
      cutText(row.target, Math.max(4, Math.floor(room / sansCharacter[11]))),
      left + width - 8,
      baseline,
      {
        colour: palette.faint,
        size: 11,
        anchor: 'end',
      },
    ),
    '</g>',
  ].join('');
}

function addressSvg(
  { address, suffix }: { address: string; suffix: string },
  x: number,
  y: number,
  palette: MapPalette,
  look: { colour?: string; struck?: boolean },
): string {
  const behind = suffix === '' ? null : { text: suffix, colour: palette.faint };
  return svgText(address, x, y, { colour: palette.text, size: 12, mono: true, ...look }, behind);
}

function nodeSvg(
  { top, height, title, about, notes, differing, bad }: DrawnNode,
  { columns }: MapDrawing,
  palette: MapPalette,
) {
  const { left, width } = columns.nodes;
  const beside = left + 14;
  const most = (size: 11 | 12) => Math.floor((width - 14) / sansCharacter[size]);
  // One line stands in the middle of its bar, several at its top.
  const first = notes.length === 0 && differing === null ? top + height / 2 + 4 : top + 11;
  return [
    `<rect x="${left}" y="${round(top)}" width="2" height="${round(height)}" rx="1" fill="${bad ? palette.bad : palette.lineStrong}"/>`,
    `<g><title>${xmlText(cutText(about, 300))}</title>`,
    svgText(cutText(title, most(12)), beside, first, {
      colour: bad ? palette.bad : palette.text,
      size: 12,
      weight: 600,
    }),
    '</g>',
    ...notes.map((note, index) =>
      svgText(cutText(note, most(11)), beside, first + 16 * (index + 1), { colour: palette.muted, size: 11 }),
    ),
    differing === null ? '' : differingSvg(differing, beside, first + 16 * (notes.length + 1), palette),
  ].join('');
}

function differingSvg(words: string, x: number, y: number, palette: MapPalette): string {
  return (
    markSvg('differs', x, y - 10, palette) +
    svgText(words, x + 16, y, { colour: palette.bad, size: 11, weight: 500 })
  );
}

function footSvg(drawing: MapDrawing, top: number, palette: MapPalette): string[] {
  const { columns, backends, leftOut } = drawing;
  const look = { colour: palette.faint, size: 11 };
  let x = columns.frontends.left;
  const parts = dashWords.map(([dash, word]) => {
    const part = `<path d="M${x} ${top}h26" stroke="${palette.faint}" stroke-width="1.25"${dashes[dash]}/>${svgText(word, x + 33, top + 4, look)}`;
    x += 55 + word.length * sansCharacter[11];
    return part;
  });
  const shown = new Set(backends.map(({ mark }) => mark));
  for (const mark of shown) {
    const word = markWords[mark] ?? mark;
    parts.push(markSvg(mark, round(x), top - 6, palette) + svgText(word, x + 18, top + 4, look));
    x += 40 + word.length * sansCharacter[11];
  }
  if (leftOut !== null) {
    parts.push(
      svgText(leftOut, columns.frontends.left, top + 28, { colour: palette.text, size: 13, weight: 500 }),
    );
  }
  return parts;
}
