/** How many Services a node must know, and how many backends each has. */
export type ServiceLoad = {
  /** Frontends: an IP and a port each. */
  services: number;
  /** Endpoints behind each of them. */
  backends: number;
};
