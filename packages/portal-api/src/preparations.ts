import { permissionModel, preparation, preparationDeployment } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { permission } from './disk-encryption-sets.ts'
import { get, post, put, nothing, ask } from './endpoint.ts'
import { resourceChanges } from './resource-changes.ts'

/** A vault that meets the requirements of disks for a set's key. */
const vaultForKeys = z.strictObject({
  name: z.string(),
  /** short name */
  location: z.string(),
  permissionModel,
  keyNames: z.array(z.string()),
})
export type VaultForKeys = z.infer<typeof vaultForKeys>

/** The options, in a resource group, for sets to be created in some regions. */
export const getPreparationOptions = get(
  '/api/preparation-options',
  z.strictObject({
    subscriptionId: z.string(),
    resourceGroupName: z.string(),
    /** short names, joined by commas */
    locations: z.string().check(z.regex(/^[a-z0-9]+(,[a-z0-9]+)*$/)),
    encryptionType: preparation.shape.encryptionType,
  }),
  z.strictObject({
    /** the group's vaults in those regions */
    vaults: z.array(vaultForKeys),
    /** of the regions' own attestation providers; for confidential sets only */
    attestationUris: z.record(z.string(), z.string()),
    /** whether the user can grant an identity access with a role */
    assignRoles: permission,
  }),
)
export type PreparationOptions = z.infer<typeof getPreparationOptions.response>

/** What Azure would create, change and leave: ARM's what-if. A POST for its body; it changes nothing. */
export const previewPreparation = ask(
  '/api/preparation-previews',
  preparation,
  z.strictObject({
    /** the user's missing permissions; if there are any, nothing else was checked */
    missingActions: z.array(z.string()),
    /** names of new vaults that are in use in Azure; if there are any, nothing else was checked */
    takenVaultNames: z.array(z.string()),
    changes: resourceChanges,
  }),
)
export type PreparationPreview = z.infer<typeof previewPreparation.response>

/** Starts the deployment that creates the sets, or finds it running: a repeated call creates only one. */
export const startPreparation = put('/api/preparations', preparation, z.strictObject({ id: z.string() }))

/** Sends a failed deployment again, unchanged. A running one is left alone. */
export const retryPreparation = post('/api/preparation-retries', z.strictObject({ id: z.string() }), nothing)

/** One such deployment as Azure has it now. */
export const getPreparation = get('/api/preparation', z.strictObject({ id: z.string() }), preparationDeployment)

/** Those of a resource group that are not done: running, or waiting to be sent again. The latest first. */
export const listPreparations = get(
  '/api/preparations',
  z.strictObject({ subscriptionId: z.string(), resourceGroupName: z.string() }),
  z.array(preparationDeployment),
)
