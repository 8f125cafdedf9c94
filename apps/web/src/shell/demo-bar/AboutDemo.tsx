import { Button } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { paths } from '../../paths.ts'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'

/** Explains the demo on request. */
export function AboutDemo() {
  const { about: t, scenario } = useDemoTexts()
  const [, navigate] = useLocation()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const goTo = (path: string) => () => {
    close()
    navigate(path)
  }
  return (
    <>
      <Button size="small" appearance="subtle" icon={<InfoRegular />} onClick={() => setOpen(true)}>
        {t.button}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={t.title}
          actions={[
            { label: t.close, onClick: close },
            { label: scenario.all, onClick: goTo(paths.scenarios) },
            { label: scenario.savedWorlds, onClick: goTo(paths.savedWorlds) },
          ]}
          onDismiss={close}
        >
          {t.body}
        </ConfirmDialog>
      )}
    </>
  )
}
