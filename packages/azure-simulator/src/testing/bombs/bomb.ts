/** A request that once stalled, filled or ended the process. */
export interface Bomb {
  name: string
  /** true: no token is needed to send it */
  isOfStrangers?: true
  method: 'PUT' | 'PATCH' | 'POST'
  /** with an api-version; in the group `myResourceGroup` of the subscription */
  path(subscriptionId: string): string
  /** the text of the body: some are not JSON. It is created on request, because some have megabytes */
  body(): string
}

const groupOf = (subscriptionId: string) => `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers`

/** A query of Resource Graph. */
export function queryBomb(name: string, query: () => string): Bomb {
  return {
    name,
    method: 'POST',
    path: () => '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
    body: () => JSON.stringify({ query: query() }),
  }
}

/** A deployment of a template. */
export function templateBomb(name: string, template: () => object): Bomb {
  const deployment = `bomb-${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`.slice(0, 60)
  return {
    name,
    method: 'PUT',
    path: (subscriptionId) =>
      `${groupOf(subscriptionId)}/Microsoft.Resources/deployments/${deployment}?api-version=2024-03-01`,
    body: () => JSON.stringify({ properties: { mode: 'Incremental', template: { ...envelope, ...template() } } }),
  }
}

/** A body that can be sent without signing in. */
export function bodyBomb(name: string, body: () => string): Bomb {
  return { name, isOfStrangers: true, method: 'PUT', path: () => '/subscriptions/x?api-version=2022-12-01', body }
}

/** A change of Contoso's gallery. */
export function galleryBomb(name: string, body: () => object): Bomb {
  return {
    name,
    method: 'PATCH',
    path: (subscriptionId) =>
      `${groupOf(subscriptionId)}/Microsoft.Compute/galleries/contosoGallery?api-version=2025-03-03`,
    body: () => JSON.stringify(body()),
  }
}

const envelope = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [],
}
