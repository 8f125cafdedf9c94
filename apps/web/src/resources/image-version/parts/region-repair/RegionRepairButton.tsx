import { Button, type ButtonProps } from '@fluentui/react-components'
import { useState, type ComponentProps } from 'react'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import type { RegionRepairDialog as Repair } from './RegionRepairDialog.tsx'

const RegionRepairDialog = lazyPart(() => import('./RegionRepairDialog.tsx').then((part) => part.RegionRepairDialog))

interface RegionRepairButtonProps
  extends Omit<ComponentProps<typeof Repair>, 'onClose'>, Pick<ButtonProps, 'appearance' | 'size' | 'aria-label'> {
  children: string
}

/** Opens the dialog that removes regions and adds them again. */
export function RegionRepairButton({ id, regions, children, ...look }: RegionRepairButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance="secondary" {...look} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && <RegionRepairDialog id={id} regions={regions} onClose={() => setOpen(false)} />}
    </>
  )
}
