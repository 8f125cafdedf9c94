import { virtualMachinePlan } from '@portal/image-version'
import { keptDraft } from './kept-draft.ts'

/** An account's draft of a machine from an image version. The password or key is not part of it. */
export const machineDraft = keptDraft({ kind: 'machine:1', schema: virtualMachinePlan })
