/** Where Microsoft Graph is, on an origin that is Azure Resource Manager's: it is a host of its own in Azure. */
export const graphPath = '/graph'
