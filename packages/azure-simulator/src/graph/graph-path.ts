/** The path of Microsoft Graph, on Azure Resource Manager's origin: in Azure it has its own host. */
export const graphPath = '/graph'
