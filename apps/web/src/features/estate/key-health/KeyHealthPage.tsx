import { makeStyles } from '@fluentui/react-components'
import { useEstateTexts } from '../../../i18n/estate/use-estate-texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { PageViews } from '../../../parts/page-views/PageViews.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { AlarmExport } from './alarms/AlarmExport.tsx'
import { KeyCalendarSection } from './calendar/KeyCalendarSection.tsx'
import { CauseSection } from './causes/CauseSection.tsx'
import { SetSection } from './sets/SetSection.tsx'
import { useKeySurvey } from './use-key-survey.ts'

const useStyles = makeStyles({ panels: { display: 'flex', flexDirection: 'column', rowGap: '16px' } })

/** The health of all keys: the causes of problems with their fixes, all sets, and what is due in the next months. */
export function KeyHealthPage() {
  const styles = useStyles()
  const { keyHealth } = useTexts().shell.estatePages
  const { subtitle } = useEstateTexts()
  const survey = useKeySurvey()
  return (
    <>
      <PageHeader
        title={keyHealth}
        subtitle={subtitle}
        crumbs={[]}
        overTabs
        actions={<AlarmExport keys={survey.keys} />}
      />
      <PageViews of="keys" />
      <div className={styles.panels}>
        <Panel>
          <CauseSection survey={survey} />
        </Panel>
        <Panel>
          <SetSection />
        </Panel>
        <Panel>
          <KeyCalendarSection survey={survey} />
        </Panel>
      </div>
    </>
  )
}
