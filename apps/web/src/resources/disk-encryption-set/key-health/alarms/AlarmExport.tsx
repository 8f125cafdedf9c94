import { Button } from '@fluentui/react-components'
import { CodeRegular } from '@fluentui/react-icons'
import type { CalendarKey } from '@portal/disk-encryption'
import { lazy, Suspense, useState } from 'react'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'

const AlarmDialog = lazy(() => import('./AlarmDialog.tsx').then((part) => ({ default: part.AlarmDialog })))

/** Opens the export of alarms and policies: the portal stores nothing, so alarms are in Azure. */
export function AlarmExport({ keys }: { keys: CalendarKey[] }) {
  const { alerts: t } = useKeyHealthTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<CodeRegular />} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <AlarmDialog keys={keys} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
