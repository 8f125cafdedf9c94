import { Button, makeStyles } from '@fluentui/react-components'
import { CodeRegular, DeleteRegular, LockClosedRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import type { SetRow } from './checked-rows.ts'

const SelectedSetsDialog = lazy(() =>
  import('./SelectedSetsDialog.tsx').then((part) => ({ default: part.SelectedSetsDialog })),
)
const SetCodeDialog = lazy(() => import('./SetCodeDialog.tsx').then((part) => ({ default: part.SetCodeDialog })))

const useStyles = makeStyles({ oneLine: { whiteSpace: 'nowrap' } })

/** Each is read before, with what uses it. */
const mostSets = 20

interface SetCommandsProps {
  sets: readonly SetRow[]
  /** some might be deleted, or locked */
  onChanged: () => void
}

/** What can be done with several sets at once, each after a preview of what would be sent. */
export function SetCommands({ sets, onChanged }: SetCommandsProps) {
  const styles = useStyles()
  const t = useDiskEncryptionSetTexts().selected
  const { number } = useFormats()
  const [open, setOpen] = useState<'delete' | 'lock' | 'code'>()
  const close = () => setOpen(undefined)
  const groups = new Set(sets.map(({ id }) => id.slice(0, id.toLowerCase().indexOf('/providers/')).toLowerCase()))
  const tooMany = sets.length > mostSets ? t.atMost(number(mostSets)) : undefined
  return (
    <>
      <Button
        icon={<DeleteRegular />}
        className={styles.oneLine}
        disabledFocusable={tooMany !== undefined}
        title={tooMany}
        onClick={() => setOpen('delete')}
      >
        {t.commands.delete}
      </Button>
      <MoreMenu
        actions={[
          { name: t.commands.lock, icon: LockClosedRegular, onSelect: () => setOpen('lock'), whyNot: tooMany },
          {
            name: t.commands.code,
            icon: CodeRegular,
            onSelect: () => setOpen('code'),
            whyNot: groups.size > 1 ? t.oneGroup : tooMany,
          },
        ]}
      />
      <Suspense fallback={null}>
        {open === 'code' && <SetCodeDialog ids={sets.map(({ id }) => id)} onClose={close} />}
        {(open === 'delete' || open === 'lock') && (
          <SelectedSetsDialog act={open} sets={sets} onChanged={onChanged} onClose={close} />
        )}
      </Suspense>
    </>
  )
}
