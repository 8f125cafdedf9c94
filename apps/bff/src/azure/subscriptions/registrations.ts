import { apiVersions } from '@portal/arm'
import {
  registrableName,
  registrationState,
  type RegistrableName,
  type Registration,
  type RegistrationState,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, unlessHidden } from '../arm/sdk-answers.ts'
import { permissionsAt } from './permissions.ts'

interface Registrable {
  /** below the subscription */
  path: string
  apiVersion: string
  /** the action required to register it */
  action: string
}

const feature = (name: string): Registrable => ({
  path: `providers/Microsoft.Features/providers/Microsoft.Compute/features/${name}`,
  apiVersion: apiVersions.features.version,
  action: 'Microsoft.Features/providers/features/register/action',
})

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
// https://learn.microsoft.com/azure/azure-resource-manager/management/preview-features
const registrables: Record<RegistrableName, Registrable> = {
  'Microsoft.Compute': {
    path: 'providers/Microsoft.Compute',
    apiVersion: apiVersions.providerRegistrations.version,
    action: 'Microsoft.Compute/register/action',
  },
  SIGEncryption: feature('SIGEncryption'),
  EncryptionAtHost: feature('EncryptionAtHost'),
  ConfidentialVMDataDiskEncryptionPreview: feature('ConfidentialVMDataDiskEncryptionPreview'),
}

/** What a subscription has registered of the provider and the features that the portal has to do with. */
export async function listRegistrations(azure: Azure, subscriptionId: string): Promise<Registration[]> {
  const [permissionFor, listed] = await Promise.all([
    permissionsAt(azure, `/subscriptions/${subscriptionId}`),
    listedFeatures(azure, subscriptionId),
  ])
  return Promise.all(
    registrableName.options.map(async (name) => ({
      name,
      state: listed(name) ?? (await stateOf(azure, urlOf(subscriptionId, name))),
      mayRegister: permissionFor(registrables[name].action),
    })),
  )
}

/** The states of the Compute features. https://learn.microsoft.com/rest/api/resources/features/list */
async function listedFeatures(azure: Azure, subscriptionId: string) {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Features/providers/Microsoft.Compute/features`
  const list = listAt(azure, armUrl(path, { 'api-version': apiVersions.features.version }))
  const features = await unlessHidden(allOf(z.extend(armRegistration, { name: z.string() }), list))
  return (name: RegistrableName): RegistrationState | undefined => {
    if (name === 'Microsoft.Compute') return undefined
    if (features === undefined) return 'Unknown'
    const found = features.find((feature) => feature.name.toLowerCase() === `microsoft.compute/${name}`.toLowerCase())
    return found && knownState(found)
  }
}

/**
 * Whether a subscription has a Compute feature; undefined if that can't be read.
 * https://learn.microsoft.com/rest/api/resources/features/get
 */
export async function isFeatureRegistered(
  azure: Azure,
  subscriptionId: string,
  name: Exclude<RegistrableName, 'Microsoft.Compute'>,
): Promise<boolean | undefined> {
  const state = await stateOf(azure, urlOf(subscriptionId, name))
  return state === 'Unknown' || state === 'NotFound' ? undefined : state === 'Registered'
}

/** Starts a registration, which continues in Azure; a running or finished one is left alone. */
export async function register(azure: Azure, subscriptionId: string, name: RegistrableName): Promise<void> {
  const state = await stateOf(azure, urlOf(subscriptionId, name))
  if (state === 'Registering' || state === 'Registered') return
  await azure.send({ method: 'POST', url: urlOf(subscriptionId, name, '/register') })
}

function urlOf(subscriptionId: string, name: RegistrableName, verb = ''): string {
  const { path, apiVersion } = registrables[name]
  return armUrl(`/subscriptions/${subscriptionId}/${path}${verb}`, { 'api-version': apiVersion })
}

// A provider has its state next to its name, a feature in its properties.
const armRegistration = z.object({
  registrationState: z.optional(z.string()),
  properties: z.optional(z.object({ state: z.optional(z.string()) })),
})

async function stateOf(azure: Azure, url: string): Promise<RegistrationState> {
  try {
    return knownState(await answered(armRegistration, azure.send({ method: 'GET', url })))
  } catch (error) {
    if (error instanceof ArmRefusal && error.status === 404) return 'NotFound'
    if (error instanceof ArmRefusal && error.status === 403) return 'Unknown'
    throw error
  }
}

function knownState({ registrationState: ofProvider, properties }: z.output<typeof armRegistration>) {
  return z.safeParse(registrationState, ofProvider ?? properties?.state).data ?? 'Unknown'
}
