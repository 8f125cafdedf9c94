import { useState } from 'react'
import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionPlan } from '@portal/image-version'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { importPlanPath } from '../../paths.ts'
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
      <MessageBar intent={plan === null ? 'error' : 'info'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{plan === null ? t.damagedTitle : t.shownTitle}</MessageBarTitle>
          {plan === null ? t.damaged : t.shown}
        </MessageBarBody>
      </MessageBar>
      {plan === null ? (
        <RouteButton href={importPlanPath()} className={styles.other}>
          {t.importOther}
        </RouteButton>
      ) : (
        <PlanToOpen
          plan={{ ...plan, imageDefinitionId: chosenId ?? plan.imageDefinitionId }}
          onChooseDefinition={choose}
        />
      )}
    </div>
  )
}
