import { useEffect, useReducer, useRef, useState } from 'react'
import { blankPlan } from '@portal/image-version'
import { loadDraft, removeDraft, saveDraft } from '../../drafts/draft-storage.ts'
import {
  loadStartedPreparation,
  removeStartedPreparation,
  saveStartedPreparation,
} from '../../drafts/started-preparation.ts'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { draftReducer } from './draft-reducer.ts'

const saveAfterMs = 50

/**
 * The plan that an account is filling for a definition: found again in any tab of this browser, also while Azure makes
 * sets for it, until it is discarded.
 */
export function useDraft(accountKey: string, imageDefinitionId: string) {
  const isReadOnly = useReadOnlyDraft()
  const [started, setStarted] = useState(() => loadStartedPreparation(accountKey, imageDefinitionId))
  const startedId = started?.deploymentId
  const [{ plan, batchSize, undo, redo }, edit] = useReducer(draftReducer, undefined, () => ({
    plan: started?.plan ?? blankPlan(imageDefinitionId),
    batchSize: null,
    ...loadDraft(accountKey, imageDefinitionId),
    undo: [],
    redo: [],
  }))
  const unsaved = useRef<() => void>(undefined)
  useEffect(() => {
    if (isReadOnly) return
    unsaved.current = () => {
      unsaved.current = undefined
      saveDraft(accountKey, imageDefinitionId, { plan, batchSize })
      if (startedId !== undefined)
        saveStartedPreparation(accountKey, imageDefinitionId, { deploymentId: startedId, plan })
    }
    // What was done is painted first: the draft of thousands of cells takes the browser some milliseconds to store.
    const timer = setTimeout(() => unsaved.current?.(), saveAfterMs)
    return () => clearTimeout(timer)
  }, [accountKey, imageDefinitionId, plan, batchSize, startedId, isReadOnly])
  useEffect(() => {
    const save = () => unsaved.current?.()
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [])
  const forgetPreparation = () => {
    if (isReadOnly) return
    removeStartedPreparation(accountKey, imageDefinitionId)
    setStarted(undefined)
  }

  return {
    plan,
    batchSize,
    edit: isReadOnly ? () => {} : edit,
    canUndo: undo.length > 0,
    canRedo: redo.length > 0,
    preparation: {
      startedId,
      remember: (deploymentId: string) => setStarted({ deploymentId, plan }),
      forget: forgetPreparation,
    },
    discard: () => {
      unsaved.current = undefined
      removeDraft(accountKey, imageDefinitionId)
      removeStartedPreparation(accountKey, imageDefinitionId)
    },
  }
}
