import { encryptionProfile } from '@portal/code'
import { virtualMachinePlan } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { storedDraft } from './stored-draft.ts'

const schema = z.extend(virtualMachinePlan, {
  /** the encryption profile that was applied last: other choices are shown as such */
  profile: z.optional(encryptionProfile),
})
/** A machine that is not created yet. */
export type MachineDraft = z.infer<typeof schema>

/** An account's draft of a machine from an image version. The password or key is not part of it. */
export const machineDraft = storedDraft({ kind: 'machine:1', schema })

const keyPair = z.strictObject({
  publicKey: z.string(),
  /** of the private key, which is in that file on the user's computer and nowhere else */
  fileName: z.string(),
})
/** The public half of the key pair that was generated for a draft. */
export type MachineKeyPair = z.infer<typeof keyPair>

/** The key pair of an account's draft of a machine from an image version. */
export const machineKeyPair = storedDraft({ kind: 'machine-key:1', schema: keyPair })
