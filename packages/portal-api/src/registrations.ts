import * as z from 'zod/mini'
import { permission } from './disk-encryption-sets.ts'
import { get, post, nothing } from './endpoint.ts'

/** What a subscription registers: the resource provider, and its features. */
export const registrableName = z.enum([
  'Microsoft.Compute',
  'SIGEncryption',
  'EncryptionAtHost',
  'ConfidentialVMDataDiskEncryptionPreview',
])
export type RegistrableName = z.infer<typeof registrableName>

/**
 * Azure's own words; `NotFound`: Azure has no such feature; `Unknown`: the user has no permission to read it, or
 * another word.
 */
export const registrationState = z.enum([
  'Registered',
  'Registering',
  'Pending',
  'NotRegistered',
  'Unregistering',
  'Unregistered',
  'NotFound',
  'Unknown',
])
export type RegistrationState = z.infer<typeof registrationState>

/** One of them, and whether the user has permission to register it. */
export const registration = z.strictObject({ name: registrableName, state: registrationState, mayRegister: permission })
export type Registration = z.infer<typeof registration>

/** A subscription's registrations that concern the portal. */
export const listRegistrations = get(
  '/api/registrations',
  z.strictObject({ subscriptionId: z.string() }),
  z.array(registration),
)

/** Asks Azure to register one. It takes minutes; a repeated call changes nothing. */
export const register = post(
  '/api/registrations',
  z.strictObject({ subscriptionId: z.string(), name: registrableName }),
  nothing,
)
