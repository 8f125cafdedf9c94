import type { LinkFact, LinkReport } from '@portal/portal-api'
import * as z from 'zod/mini'
import { answered } from '../azure/arm/answered.ts'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import type { Azure } from '../azure/arm/clients.ts'
import { armFailure } from './arm-links.ts'
import { failed, lookedAt, ok, warning, type Seen } from './looked-at.ts'
import { usedProviders, type UsedProvider } from './used-providers.ts'

const provider = z.object({
  registrationState: z.string(),
  resourceTypes: z.array(z.object({ resourceType: z.string(), apiVersions: z.optional(z.array(z.string())) })),
})
type Provider = z.infer<typeof provider>

/**
 * Each resource provider that the portal uses, as registered in a subscription. `onFailure` gets the failures, for the
 * log.
 */
export function providerLinks(
  azure: Azure,
  subscriptionId: string,
  onFailure: (error: unknown) => void,
): Promise<LinkReport[]> {
  return Promise.all(
    usedProviders.map((used) =>
      lookedAt(
        'resourceProvider',
        async () => {
          try {
            const { providers } = azure.resources(subscriptionId)
            return seenOf(used, await answered(provider, providers.get(used.namespace)))
          } catch (error) {
            onFailure(error)
            return unreadable(error)
          }
        },
        used.namespace,
      ),
    ),
  )
}

function unreadable(error: unknown): Seen {
  if (!(error instanceof ArmRefusal) || (error.status !== 403 && error.status !== 404)) return armFailure(error)
  const { code } = error.arm
  // the cloud does not have this provider
  const finding = code === 'InvalidResourceNamespace' ? 'ApiVersionUnknown' : 'ProviderUnreadable'
  return warning(finding, [{ name: 'code', value: code }])
}

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
function seenOf({ isEssential, apiVersions }: UsedProvider, { registrationState, resourceTypes }: Provider): Seen {
  const facts: LinkFact[] = [{ name: 'registrationState', value: registrationState }]
  if (registrationState === 'Registering') return warning('ProviderRegistering', facts)
  if (registrationState !== 'Registered')
    return isEssential ? failed('ProviderNotRegistered', facts) : warning('ProviderNotRegistered', facts)
  const unknown = Object.entries(apiVersions).flatMap(([type, versions]): LinkFact[] => {
    const known = resourceTypes.find(({ resourceType }) => resourceType.toLowerCase() === type.toLowerCase())
    return versions
      .filter((version) => known?.apiVersions?.includes(version) !== true)
      .map((version) => ({ name: type, value: known?.apiVersions?.[0] ?? '–', expected: version }))
  })
  return unknown.length === 0 ? ok(facts) : warning('ApiVersionUnknown', [...facts, ...unknown])
}
