import { makeStyles, tokens } from '@fluentui/react-components'
import { planOfProfile, type ReadProfile } from '@portal/code'
import { useMemo, useState } from 'react'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useProfileFault, useProfileTexts } from '../../i18n/profiles/use-profile-texts.ts'
import { importPlanPath } from '../../paths.ts'
import { Message } from '../../ui/Message.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { PlanToOpen } from './PlanToOpen.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, alignItems: 'stretch' },
  other: { alignSelf: 'start' },
})

/** An encryption profile that came in a link: the start of a version with its regions and sets. */
export function LinkProfile({ read: { profile, fault } }: { read: ReadProfile }) {
  const styles = useStyles()
  const t = useProfileTexts()
  const { importOther } = useImportPlanTexts().link
  const faultText = useProfileFault()
  const [chosenId, choose] = useState('')
  const plan = useMemo(() => profile && planOfProfile(profile), [profile])
  if (fault !== undefined || plan === undefined)
    return (
      <div className={styles.content}>
        <Message intent="error" title={t.link.damagedTitle}>
          {fault && faultText(fault)}
        </Message>
        <RouteButton href={importPlanPath()} className={styles.other}>
          {importOther}
        </RouteButton>
      </div>
    )
  return (
    <div className={styles.content}>
      <Message intent="info" title={`${t.link.shownTitle}: ${profile.name}`}>
        {t.link.shown}
      </Message>
      <PlanToOpen
        origin="link"
        plan={{ ...plan, imageDefinitionId: chosenId }}
        profile={profile}
        onChooseDefinition={choose}
      />
    </div>
  )
}
