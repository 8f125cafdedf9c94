// Without schemas: the portal's first page reads these, and doesn't load zod.

/** On every response of the API: `true` while an operator has set the portal to read-only, otherwise `false`. */
export const readOnlyHeader = 'portal-read-only'

/**
 * How many reads the user has left in a subscription, in Azure's own header. The portal's server forwards it once few
 * are left. https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export const readsLeftHeader = 'x-ms-ratelimit-remaining-subscription-reads'
