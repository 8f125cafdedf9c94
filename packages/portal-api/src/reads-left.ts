/**
 * How many reads the user has left in a subscription, in Azure's own header. The portal's server forwards it once few
 * are left. https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export const readsLeftHeader = 'x-ms-ratelimit-remaining-subscription-reads'
