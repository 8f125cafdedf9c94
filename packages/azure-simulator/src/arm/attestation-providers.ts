import { regionName } from '@portal/arm'
import { findRegion } from '../regions.ts'
import { parameter, operation, type ArmOperation } from './request.ts'
import { locationNotAvailable } from './writing.ts'

/**
 * The attestation provider that Azure itself runs in a region:
 * https://learn.microsoft.com/rest/api/attestation/attestation-providers/get-default-by-location
 */
export const attestationProviders: ArmOperation = operation(
  'GET /subscriptions/:subscriptionId/providers/Microsoft.Attestation/locations/:location/defaultProvider',
  'Microsoft.Attestation/attestationProviders/read',
  (request) => {
    const location = regionName(parameter(request, 'location'))
    if (findRegion(location) === undefined)
      throw locationNotAvailable(location, 'Microsoft.Attestation/attestationProviders')
    return {
      status: 200,
      body: {
        id: `/providers/Microsoft.Attestation/attestationProviders/shared${location}`,
        name: `shared${location}`,
        type: 'Microsoft.Attestation/attestationProviders',
        location,
        properties: {
          trustModel: 'AAD',
          status: 'Ready',
          attestUri: `https://shared${location}.attest.azure.net`,
        },
      },
    }
  },
)
