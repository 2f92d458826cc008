'use client';

import { useQueryClient } from '@tanstack/react-query';
import { exportHead, exportedCluster, maskOfCluster } from '@/components/export/exported-cluster';
import { ExportMenu, type ExportChoice } from '@/components/export/export-menu';
import { fileInSlices, resultInSlices } from '@/components/export/in-slices';
import { rasterSvg } from '@/components/export/raster-svg';
import { saveFile } from '@/components/export/save-file';
import { shownTheme } from '@/components/shell/theme';
import { useNodeNameParts } from '@/components/ui/node-name';
import { exportFileName } from '@/lib/export/file-name';
import { filterWords } from '@/lib/export/filter-words';
import { frontendsCsv } from '@/lib/export/frontends-csv';
import { frontendsJson } from '@/lib/export/frontends-json';
import type { Mask } from '@/lib/export/mask';
import { maskFrontend } from '@/lib/export/mask-frontend';
import { mapSvgPieces } from '@/lib/export/map-svg';
import { formatCount, formatPlural } from '@/lib/format';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { ServicesModel } from '../use-services-model';
import type { ServicesUrl } from '../use-services-url';
import type { Openings } from '../group/zoom';
import { exportedFrontends } from './exported-frontends';
import { mapDrawingSteps } from './map-drawing-of';

/** Rows of a picture that browsers and editors still open at once. */
const svgRowsMost = 2_000;
/** Rows of a PNG: what a canvas holds in every browser, and what is drawn without stopping the page for long. */
const pngRowsMost = 120;

type ServicesExportProps = Pick<ServicesUrl, 'view' | 'sort'> & {
  model: ServicesModel;
  openings: Openings;
  /** How many agents are known. */
  agents: number;
  isFoldOpen: (key: string) => boolean;
};

/** Takes the list away as it is filtered and sorted: the map as a picture, all rows as data. */
export function ServicesExport(props: ServicesExportProps) {
  const { model, view, sort, openings, agents, isFoldOpen } = props;
  const queryClient = useQueryClient();
  const parts = useNodeNameParts();

  async function begin(masked: boolean) {
    const cluster = exportedCluster(queryClient);
    const mask = masked ? await maskOfCluster(cluster) : null;
    return { mask, head: exportHead(cluster.source, mask, filterWords(model.filter, mask)) };
  }

  async function picture(masked: boolean, rowsMost: number) {
    const { mask, head } = await begin(masked);
    const { mapGroups: groups, nodes, ends, goneCount, answering } = model;
    const shortNode = (node: string) => parts(node).distinct;
    const map = { groups, nodes, ends, goneCount, agents: answering.size, openings, isFoldOpen, shortNode };
    const drawing = await resultInSlices(mapDrawingSteps(map, mask, rowsMost));
    const svg = await fileInSlices(mapSvgPieces(drawing, head, shownTheme()), 'image/svg+xml');
    return { head, svg, leftOut: drawing.leftOut };
  }

  async function data(masked: boolean, extension: 'csv' | 'json') {
    const { mask, head } = await begin(masked);
    const all = exportedFrontends(model.groups, view, sort);
    const rows = maskedRows(all, mask);
    const file =
      extension === 'csv'
        ? await fileInSlices(frontendsCsv(rows, agents), 'text/csv')
        : await fileInSlices(frontendsJson(head, rows, all.length), 'application/json');
    const name = exportFileName(head, 'services', extension);
    saveFile(file, name);
    return `Saved ${formatPlural(all.length, 'frontend')} as ${name}`;
  }

  const choices: ExportChoice[] = [
    {
      word: 'SVG',
      about: `the map, up to ${formatCount(svgRowsMost)} rows`,
      run: async (masked) => {
        const { head, svg, leftOut } = await picture(masked, svgRowsMost);
        const name = exportFileName(head, 'services-map', 'svg');
        saveFile(svg, name);
        return savedPicture(name, leftOut);
      },
    },
    {
      word: 'PNG',
      about: `the map, up to ${formatCount(pngRowsMost)} rows`,
      run: async (masked) => {
        const { head, svg, leftOut } = await picture(masked, pngRowsMost);
        const name = exportFileName(head, 'services-map', 'png');
        saveFile(await rasterSvg(svg), name);
        return savedPicture(name, leftOut);
      },
    },
    { word: 'CSV', about: 'a line for each backend', run: (masked) => data(masked, 'csv') },
    { word: 'JSON', about: 'all that is known', run: (masked) => data(masked, 'json') },
  ];
  return <ExportMenu of="the Services" choices={choices} />;
}

function* maskedRows(frontends: readonly FrontendView[], mask: Mask | null): Generator<FrontendView> {
  for (const frontend of frontends) yield mask === null ? frontend : maskFrontend(mask, frontend);
}

function savedPicture(name: string, leftOut: string | null): string {
  return leftOut === null ? `Saved as ${name}` : `Saved as ${name}. ${leftOut}`;
}
