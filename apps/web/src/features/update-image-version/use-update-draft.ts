import type { StoredImageVersionAnswer } from '@portal/portal-api'
import { useEffect, useReducer } from 'react'
import { loadUpdateDraft, removeUpdateDraft, saveUpdateDraft } from '../../drafts/update-draft-storage.ts'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { isNoChange } from '@portal/image-version'
import { blankUpdate, updateReducer } from './update-reducer.ts'

/**
 * The change that an account is making to a version, found again in any tab of this browser. It begins at
 * `latest`; a change that is found keeps the state it was made to, so that what happened in between is seen.
 */
export function useUpdateDraft(accountKey: string, latest: StoredImageVersionAnswer) {
  const { id } = latest.version
  const [{ draft, undo, redo }, edit] = useReducer(updateReducer, undefined, () => ({
    draft: loadUpdateDraft(accountKey, id) ?? blankUpdate(latest),
    undo: [],
    redo: [],
  }))
  const isReadOnly = useReadOnlyDraft()
  useEffect(() => {
    if (isReadOnly) return
    if (isNoChange(draft.change)) removeUpdateDraft(accountKey, id)
    else saveUpdateDraft(accountKey, id, draft)
  }, [accountKey, id, draft, isReadOnly])
  return {
    draft,
    edit: isReadOnly ? () => {} : edit,
    canUndo: undo.length > 0,
    canRedo: redo.length > 0,
    discard: () => removeUpdateDraft(accountKey, id),
  }
}
