import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { call, startedAzure, type StartedAzure } from '../testing/azure.ts'

interface Refusal {
  method: string
  path(azure: StartedAzure): string
  body?: Json
  status: number
  code: string
  message: string
  /** whether ARM itself refuses, and says so */
  isFromGateway: boolean
}

const compute = (path: string) => (azure: StartedAzure) => azure.compute(path)

const refusals: Refusal[] = [
  {
    method: 'GET',
    path: compute('snapshots/disk1'),
    status: 404,
    code: 'ResourceNotFound',
    message:
      "The Resource 'Microsoft.Compute/snapshots/disk1' under resource group 'myResourceGroup' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    isFromGateway: true,
  },
  {
    method: 'GET',
    path: (azure) => azure.compute('galleries').replace('myResourceGroup', 'x'),
    status: 404,
    code: 'ResourceGroupNotFound',
    message: "Resource group 'x' could not be found.",
    isFromGateway: true,
  },
  {
    method: 'GET',
    path: () => '/subscriptions/34a4ab42-0d72-47d9-bd1a-aed207386dac',
    status: 404,
    code: 'SubscriptionNotFound',
    message: "The subscription '34a4ab42-0d72-47d9-bd1a-aed207386dac' could not be found.",
    isFromGateway: true,
  },
  {
    method: 'GET',
    path: compute('galleries?api-version='),
    status: 400,
    code: 'MissingApiVersionParameter',
    message: 'The api-version query parameter (?api-version=) is required for all requests.',
    isFromGateway: true,
  },
  {
    method: 'PUT',
    path: compute('snapshots/copy'),
    body: {
      location: 'westus',
      properties: { creationData: { createOption: 'Copy', sourceResourceId: '/subscriptions/s/none' } },
    },
    status: 404,
    code: 'NotFound',
    message: 'Resource none is not found.',
    isFromGateway: false,
  },
  {
    method: 'PUT',
    path: compute('galleries/contosoGallery/images/ubuntu-web'),
    body: { location: 'westus', properties: { osType: 'Windows' } },
    status: 409,
    code: 'PropertyChangeNotAllowed',
    message: "Changing property 'galleryImage.properties.osType' is not allowed.",
    isFromGateway: false,
  },
  {
    method: 'DELETE',
    path: compute('galleries/contosoGallery'),
    status: 409,
    code: 'CannotDeleteResource',
    message: 'Can not delete resource before nested resources are deleted.',
    isFromGateway: false,
  },
]

describe('a refusal', () => {
  it.each(refusals)('$code has the words and the envelope of the service', async (refusal) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const { status, body, headers } = await ada(refusal.method, refusal.path(azure), refusal.body)
    expect([status, body]).toMatchObject([refusal.status, { error: { code: refusal.code, message: refusal.message } }])
    expect(Object.keys(body)).toEqual(['error'])
    expect(headers.get('x-ms-failure-cause')).toBe(refusal.isFromGateway ? 'gateway' : null)
  })

  it('of a group that is not there has no body to a HEAD, and comes from the gateway', async () => {
    await using azure = await startedAzure()
    const { status, text, headers } = await (
      await azure.as('Ada')
    )('HEAD', `/subscriptions/${azure.production}/resourcegroups/none`)
    expect([status, text, headers.get('x-ms-failure-cause')]).toEqual([404, '', 'gateway'])
  })

  it('of a caller without a token comes from the gateway, with a challenge', async () => {
    await using azure = await startedAzure()
    const { status, headers, body } = await call(azure.simulator, { method: 'GET', path: '/subscriptions' })
    expect([status, headers.get('x-ms-failure-cause')]).toEqual([401, 'gateway'])
    expect(headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri=.*error="invalid_token"/)
    expect(body).toMatchObject({ error: { message: "Authentication failed. The 'Authorization' header is missing." } })
  })
})
