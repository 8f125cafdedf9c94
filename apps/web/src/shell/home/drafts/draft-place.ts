import type { AccountDraft } from '../../../drafts/account-drafts.ts'
import { createImageVersionPath, createVirtualMachinePath, paths, updateImageVersionPath } from '../../../paths.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'

/** Names what a draft will be: a version with its definition, a machine, or the changed version; '' if unknown. */
export function draftName({ kind, aboutId, name }: AccountDraft): string {
  if (kind === 'virtualMachine') return name
  return [aboutId === '' ? '' : resourceLabel(aboutId), name].filter((part) => part !== '').join(' ')
}

/** The form with the draft in it. */
export function draftPath({ kind, openedWith }: AccountDraft): string {
  switch (kind) {
    case 'imageVersion':
      return openedWith === '' ? paths.createImageVersion : createImageVersionPath(openedWith)
    case 'virtualMachine':
      return createVirtualMachinePath(openedWith)
    case 'update':
      return updateImageVersionPath(openedWith)
  }
}
