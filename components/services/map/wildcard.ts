/** True for the address that stands for every address of a node: `0.0.0.0` and `::`. */
export function isWildcard(ip: string): boolean {
  return ip === '0.0.0.0' || ip === '::';
}
