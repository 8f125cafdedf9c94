import { Button, makeStyles } from '@fluentui/react-components'
import { CodeRegular } from '@fluentui/react-icons'
import type { CalendarKey } from '@portal/disk-encryption'
import { Suspense, lazy, useState } from 'react'
import { Panel } from '../../../ui/Panel.tsx'
import { useKeyHealthTexts } from '../texts/key-health-texts.ts'
import { CauseSection } from './causes/CauseSection.tsx'
import { KeyCalendarSection } from './KeyCalendarSection.tsx'
import { SetSection } from './sets/SetSection.tsx'
import { useKeySurvey } from './use-key-survey.ts'

const useStyles = makeStyles({ panels: { display: 'flex', flexDirection: 'column', rowGap: '16px' } })

/** The health of all keys: the causes of problems with their fixes, what is due in the next months, and all sets. */
export function KeyHealth() {
  const styles = useStyles()
  const survey = useKeySurvey()
  // Below what comes later nothing is shown yet, so that nothing moves.
  const [isRead, setRead] = useState(false)
  if (!isRead && (survey.error !== null || (survey.total !== undefined && !survey.isReading))) setRead(true)
  return (
    <div className={styles.panels}>
      <Panel>
        <CauseSection survey={survey} />
      </Panel>
      <Panel>
        <KeyCalendarSection survey={survey} action={<AlertExport keys={survey.keys} />} />
      </Panel>
      {isRead && (
        <Panel>
          <SetSection />
        </Panel>
      )}
    </div>
  )
}

const AlertDialog = lazy(() => import('./alerts/AlertDialog.tsx').then((part) => ({ default: part.AlertDialog })))

/** Opens the export of alerts and policies: the portal stores nothing, so alerts are in Azure. */
function AlertExport({ keys }: { keys: CalendarKey[] }) {
  const { alerts: t } = useKeyHealthTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<CodeRegular />} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <AlertDialog keys={keys} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
