import { Button, type ButtonProps } from '@fluentui/react-components'
import type { StoredTargetRegion } from '@portal/portal-api'
import { lazy, Suspense, useState } from 'react'

const RepairDialog = lazy(() => import('./RepairDialog.tsx').then((part) => ({ default: part.RepairDialog })))

interface RepairButtonProps extends Pick<ButtonProps, 'appearance'> {
  /** of the version */
  id: string
  /** those that failed; not the version's own region */
  regions: StoredTargetRegion[]
  children: string
}

/** Opens the dialog that removes regions and adds them again. */
export function RepairButton({ id, regions, children, appearance = 'secondary' }: RepairButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance={appearance} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RepairDialog id={id} regions={regions} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
