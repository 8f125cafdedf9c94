import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionPlan } from '@portal/image-version'
import { useState } from 'react'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { importPlanPath } from '../../paths.ts'
import { Message } from '../../ui/Message.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { PlanToOpen } from './PlanToOpen.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, alignItems: 'stretch' },
  other: { alignSelf: 'start' },
})

/** A plan that came in a link, shown before anything is done with it; null for a link that is damaged. */
export function LinkImport({ plan }: { plan: ImageVersionPlan | null }) {
  const styles = useStyles()
  const t = useImportPlanTexts().link
  const [chosenId, choose] = useState<string>()
  return (
    <div className={styles.content}>
      <Message intent={plan === null ? 'error' : 'info'} title={plan === null ? t.damagedTitle : t.shownTitle}>
        {plan === null ? t.damaged : t.shown}
      </Message>
      {plan === null ? (
        <RouteButton href={importPlanPath()} className={styles.other}>
          {t.importOther}
        </RouteButton>
      ) : (
        <PlanToOpen
          plan={{ ...plan, imageDefinitionId: chosenId ?? plan.imageDefinitionId }}
          origin="link"
          onChooseDefinition={choose}
        />
      )}
    </div>
  )
}
