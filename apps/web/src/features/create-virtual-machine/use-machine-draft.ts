import { useEffect, useState } from 'react'
import { blankVirtualMachinePlan, type VirtualMachinePlan } from '@portal/image-version'
import { loadMachineDraft, removeMachineDraft, saveMachineDraft } from '../../drafts/machine-draft-storage.ts'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'

/** The machine that an account is describing for an image version, found again in any tab of this browser. */
export function useMachineDraft(accountKey: string, imageVersionId: string) {
  const [plan, setPlan] = useState(
    () => loadMachineDraft(accountKey, imageVersionId) ?? blankVirtualMachinePlan(imageVersionId),
  )
  const [isKept, setKept] = useState(true)
  const isReadOnly = useReadOnlyDraft()
  useEffect(() => {
    if (isKept && !isReadOnly) saveMachineDraft(accountKey, plan)
  }, [accountKey, plan, isKept, isReadOnly])
  return {
    plan,
    edit: (fields: Partial<VirtualMachinePlan>) => {
      if (!isReadOnly) setPlan((before) => ({ ...before, ...fields }))
    },
    discard: () => {
      setKept(false)
      removeMachineDraft(accountKey, imageVersionId)
    },
  }
}
