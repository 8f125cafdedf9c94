import { tryParseResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { imageVersionDraft } from '../../drafts/image-version-drafts.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { DraftOfOneTab } from '../../parts/draft/DraftOfOneTab.tsx'
import { createFromPath, fromNothing, paths } from '../../paths.ts'
import { CreateImageVersionWizard, type WizardParts } from './CreateImageVersionWizard.tsx'
import { StartedDraft } from './start/StartedDraft.tsx'

/**
 * The wizard for a new version of the definition that the address names; without one, the definition is chosen in it.
 */
export function CreateImageVersionPage({ parts }: { parts: WizardParts }) {
  const { account } = useSignedIn()
  const { title } = useWizardTexts().wizard
  const [search] = useSearchParams()
  const asked = search.get('definition') ?? ''
  const definition = tryParseResourceId(asked) === undefined ? '' : asked
  const [, navigate] = useLocation()
  const [discarded, setDiscarded] = useState(0)
  // Another account, another definition or a discarded draft is another wizard: nothing of the last one stays.
  const draft = imageVersionDraft(account.key, definition).key
  return (
    <DraftOfOneTab key={draft} name={draft} title={title}>
      <StartedDraft imageDefinitionId={definition}>
        <CreateImageVersionWizard
          key={discarded}
          imageDefinitionId={definition}
          parts={parts}
          onDiscarded={() => {
            setDiscarded(discarded + 1)
            navigate(definition === '' ? paths.createImageVersion : createFromPath(definition, fromNothing), {
              replace: true,
            })
          }}
        />
      </StartedDraft>
    </DraftOfOneTab>
  )
}
