import { officialOperations } from '@portal/azure-simulator/openapi'
import type { NewGallery, NewImageDefinition } from '@portal/gallery'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlainPlan, contosoCompute } from '../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// What the portal sends to Azure, compared with Azure's own OpenAPI files: docs/decisions/0050-openapi-facts.md

const official = officialOperations()
/** What only newer files have, and the version that brought it. */
const newer: [RegExp, string][] = [[/"additionalProperty":"storageAccountStrategy"/, '2025-03-03']]

const gallery: NewGallery = {
  subscriptionId: contosoCompute.split('/')[2] ?? '',
  resourceGroupName: 'myResourceGroup',
  name: 'teamGallery',
  location: 'westus',
  description: 'Of the team',
}
const definition: NewImageDefinition = {
  galleryId: `${contosoCompute}/galleries/contosoGallery`,
  name: 'ubuntu-app',
  location: 'westus',
  osType: 'Linux',
  osState: 'Generalized',
  hyperVGeneration: 'V2',
  architecture: 'x64',
  securityType: 'TrustedLaunchSupported',
  publisher: 'Contoso',
  offer: 'app',
  sku: 'gen2',
}

let portal: TestPortal
let asAda: SignedIn
beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterAll(() => portal.close())

/** What the files find wrong with the last write that Azure received. */
function faultsOfLastWrite(): string[] {
  const write = portal.azure.requests.findLast(({ method }) => method === 'PUT')
  const operation = official.find(({ method, path }) => method === 'PUT' && path.test(write?.path ?? ''))
  if (operation === undefined) throw new Error(`No facts of ${write?.path ?? 'any write'}`)
  return operation.requestFaultsOf(write?.body).filter((fault) => !newer.some(([pattern]) => pattern.test(fault)))
}

describe('what the portal sends is as Azure’s OpenAPI files describe it: a request for', () => {
  it.each([
    ['a gallery', '/api/galleries', gallery],
    ['an image definition', '/api/image-definitions', definition],
    [
      'an image definition with all features and a purchase plan',
      '/api/image-definitions',
      {
        ...definition,
        name: 'ubuntu-all',
        sku: 'all',
        diskControllerTypes: 'SCSI, NVMe',
        isAcceleratedNetworkSupported: true,
        isHibernateSupported: true,
        purchasePlan: { publisher: 'contoso-partner', product: 'linux', name: 'hardened' },
      },
    ],
    [
      'an image definition for Arm64',
      '/api/image-definitions',
      { ...definition, name: 'ubuntu-arm', sku: 'arm', architecture: 'Arm64', securityType: 'Standard' },
    ],
    ['an image version', '/api/image-versions', aPlainPlan('3.0.0')],
    [
      'a zone-redundant image version',
      '/api/image-versions',
      aPlainPlan('3.1.0', { storageAccountType: 'PreferStandard_ZRS', endOfLifeDate: '2030-12-01' }),
    ],
  ])('%s', async (_, path, body) => {
    const { status } = await asAda.send('PUT', path, body)
    expect(status).toBe(200)
    expect(faultsOfLastWrite()).toEqual([])
  })
})
