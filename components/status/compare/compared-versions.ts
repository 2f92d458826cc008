/** The versions of Cilium that the catalogue tells of; the last one is its main branch. */
export const comparedVersions = [
  '1.10',
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
  '1.16',
  '1.17',
  '1.18',
  '1.19',
  '1.20',
  '1.21',
] as const;

export type ComparedVersion = (typeof comparedVersions)[number];
