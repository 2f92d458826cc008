/** The metadata of an object in the namespace shop. */
export const metadata = (name: string, rest: object = {}) => ({
  metadata: { name, namespace: 'shop', ...rest },
});
