'use client';

/** How fresh what the page shows is. */
export function Freshness() {
  return null;
}
