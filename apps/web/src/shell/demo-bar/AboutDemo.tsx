import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { paths } from '../../paths.ts'
import { useFocusReturn } from '../../ui/use-focus-return.ts'

/** Says what a demonstration is, to who asks. */
export function AboutDemo() {
  const t = useDemoTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />} onClick={() => setOpen(true)}>
        {t.about.button}
      </Button>
      {/* Mounted only while it is open: a dialog at rest keeps focus traps on the page. */}
      {isOpen && <AboutDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function AboutDialog({ onClose }: { onClose: () => void }) {
  const t = useDemoTexts()
  const [, navigate] = useLocation()
  useFocusReturn()
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.about.title}</DialogTitle>
          <DialogContent>{t.about.body}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t.about.close}
            </Button>
            <Button
              onClick={() => {
                onClose()
                navigate(paths.scenarios)
              }}
            >
              {t.scenario.all}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
