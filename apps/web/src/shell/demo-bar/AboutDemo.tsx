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
  function showScenarios() {
    close()
    navigate(paths.scenarios)
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
            { label: scenario.all, onClick: showScenarios },
          ]}
          onDismiss={close}
        >
          {t.body}
        </ConfirmDialog>
      )}
    </>
  )
}
