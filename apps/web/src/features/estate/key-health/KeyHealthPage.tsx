import { makeStyles } from '@fluentui/react-components'
import { Panel } from '../../../ui/Panel.tsx'
import { EstateFrame } from '../frame/EstateFrame.tsx'
import { AlarmExport } from './alarms/AlarmExport.tsx'
import { KeyCalendarSection } from './calendar/KeyCalendarSection.tsx'
import { CauseSection } from './causes/CauseSection.tsx'
import { SetSection } from './sets/SetSection.tsx'
import { useKeySurvey } from './use-key-survey.ts'

const useStyles = makeStyles({ panels: { display: 'flex', flexDirection: 'column', rowGap: '16px' } })

/** The health of all keys: the causes of problems with their fixes, all sets, and what is due in the next months. */
export function KeyHealthPage() {
  const styles = useStyles()
  const survey = useKeySurvey()
  return (
    <EstateFrame view="keyHealth" actions={<AlarmExport keys={survey.keys} />}>
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
    </EstateFrame>
  )
}
