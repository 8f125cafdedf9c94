/** The defaults: a quarter of all connections for one address. */
export const defaultConnections = { most: 2_000, ofAddress: 500, trustProxy: 0 }
