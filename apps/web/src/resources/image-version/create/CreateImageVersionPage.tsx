import { tryParseResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { imageVersionDraft, type ImageVersionDraft } from '../../../drafts/image-version-drafts.ts'
import { createFromPath, fromNothing, paths } from '../../../paths.ts'
import { DraftOfOneTab } from '../../../patterns/draft/DraftOfOneTab.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { CreateImageVersionWizard } from './CreateImageVersionWizard.tsx'
import { StartedDraft } from './start/StartedDraft.tsx'

/**
 * The wizard for a new version of the definition that the address names; without one, the definition is chosen in it.
 */
export function CreateImageVersionPage() {
  const { account } = useSignedIn()
  const { title } = useWizardTexts().wizard
  const [search] = useSearchParams()
  const asked = search.get('definition') ?? ''
  const definition = tryParseResourceId(asked) === undefined ? '' : asked
  const [, navigate] = useLocation()
  const [discarded, setDiscarded] = useState(0)
  const [emptied, setEmptied] = useState<ImageVersionDraft>()
  // Another account, another definition or a discarded draft is another wizard: nothing of the last one stays.
  const kept = imageVersionDraft(account.key, definition)
  const empty = definition === '' ? paths.createImageVersion : createFromPath(definition, fromNothing)
  return (
    <DraftOfOneTab key={kept.key} name={kept.key} title={title}>
      <StartedDraft imageDefinitionId={definition}>
        {(onStart) => (
          <CreateImageVersionWizard
            key={discarded}
            imageDefinitionId={definition}
            onStart={onStart}
            onDiscarded={(start) => {
              setEmptied(start)
              setDiscarded(discarded + 1)
              navigate(empty, { replace: true })
            }}
            onUndo={emptied && (() => onStart(emptied))}
          />
        )}
      </StartedDraft>
    </DraftOfOneTab>
  )
}
