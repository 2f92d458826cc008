'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { servicesParams } from './filter/services-url';

/** Gives the page's state out of the URL, and the way to change it. Changes replace the entry in the history. */
export function useServicesUrl() {
  const [url, setUrl] = useQueryStates(servicesParams, { history: 'replace' });
  return useMemo(() => ({ url, setUrl }), [url, setUrl]);
}

export type ServicesUrl = ReturnType<typeof useServicesUrl>['url'];
export type SetServicesUrl = ReturnType<typeof useServicesUrl>['setUrl'];

/** Resets every filter, and nothing else. */
export const noFilter = { q: null, type: null, state: null, ns: null, node: null, problems: null };
