import { Button, type ButtonProps } from '@fluentui/react-components'
import { lazy, Suspense, useState, type ComponentProps } from 'react'
import type { RepairDialog as Repair } from './RepairDialog.tsx'

const RepairDialog = lazy(() => import('./RepairDialog.tsx').then((part) => ({ default: part.RepairDialog })))

interface RepairButtonProps
  extends Omit<ComponentProps<typeof Repair>, 'onClose'>, Pick<ButtonProps, 'appearance' | 'size' | 'aria-label'> {
  children: string
}

/** Opens the dialog that removes regions and adds them again. */
export function RepairButton({ id, regions, children, ...look }: RepairButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance="secondary" {...look} onClick={() => setOpen(true)}>
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
