import { useId, useState } from 'react'
import { storeChoice, storedChoice } from '../../stored-choice.ts'

const storageKey = 'code-pane'

/** The code is not shown where a page opens next. */
export function foldCodePane(): void {
  storeChoice(storageKey, 'folded')
}

export const languageKey = 'code-language'

/** A pipeline is shown where code opens next, for the system that was chosen last. */
export function showPipelineNext(): void {
  if (storedChoice(languageKey, ['AzurePipelines']) === undefined) storeChoice(languageKey, 'GitHubActions')
}

export interface CodePaneState {
  /** of the element that contains the code */
  id: string
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
}

/** Whether the code is shown: as the user left it, initially if there is room for it. */
export function useCodePane(): CodePaneState {
  const [isOpen, setIsOpen] = useState(() => {
    const left = storedChoice(storageKey, ['open', 'folded'])
    return left === undefined ? window.matchMedia('(min-width: 1600px)').matches : left === 'open'
  })
  return {
    id: useId(),
    isOpen,
    setOpen: (next) => {
      setIsOpen(next)
      storeChoice(storageKey, next ? 'open' : 'folded')
    },
  }
}
