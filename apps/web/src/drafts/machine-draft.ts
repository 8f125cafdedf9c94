import { virtualMachinePlan } from '@portal/image-version'
import { keptDraft } from './kept-draft.ts'

/** The machine that an account describes for an image version. The password or key is no part of it. */
export const machineDraft = keptDraft({ kind: 'machine:1', schema: virtualMachinePlan })
