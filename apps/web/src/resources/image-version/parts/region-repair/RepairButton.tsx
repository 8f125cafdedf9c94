import { Button, type ButtonProps } from '@fluentui/react-components'
import { useState, type ComponentProps } from 'react'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import type { RepairDialog as Repair } from './RepairDialog.tsx'

const RepairDialog = lazyPart(() => import('./RepairDialog.tsx').then((part) => part.RepairDialog))

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
      {isOpen && <RepairDialog id={id} regions={regions} onClose={() => setOpen(false)} />}
    </>
  )
}
