/** `models.FrontendAddress`. */
export type FrontendAddressModel = { ip?: string; port?: number; protocol?: string; scope?: string };

/** `models.BackendAddress`. */
export type BackendAddressModel = {
  ip: string | null;
  nodeName?: string;
  port?: number;
  preferred?: boolean;
  protocol?: string;
  state?: string;
  weight?: number;
  zone?: string;
};

/** `models.ServiceSpec`; an ID of 0 is left out. */
export type ServiceSpecModel = {
  id?: number;
  'frontend-address'?: FrontendAddressModel;
  'backend-addresses': BackendAddressModel[] | null;
  flags?: {
    type?: string;
    name?: string;
    namespace?: string;
    cluster?: string;
    trafficPolicy?: string;
    extTrafficPolicy?: string;
    intTrafficPolicy?: string;
    natPolicy?: string;
    healthCheckNodePort?: number;
  };
};

/** `models.Service`: both members hold the same content in every version. */
export type ServiceModel = {
  spec?: ServiceSpecModel | null;
  status?: { realized?: ServiceSpecModel | null } | null;
};
