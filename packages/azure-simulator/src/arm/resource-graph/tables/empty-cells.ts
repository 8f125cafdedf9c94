import type { Row } from '../values.ts'

/** The columns that every table has, empty: those of which a row says nothing. */
export const emptyCells: Row = {
  id: '',
  name: '',
  type: '',
  tenantId: '',
  kind: '',
  location: '',
  resourceGroup: '',
  subscriptionId: '',
  managedBy: '',
  sku: null,
  plan: null,
  properties: null,
  tags: null,
  identity: null,
  zones: null,
  extendedLocation: null,
}
