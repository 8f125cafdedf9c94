import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useCopyTexts } from '../../texts/copy-texts.ts'

const CopyDialog = lazy(() => import('./CopyDialog.tsx').then((part) => ({ default: part.CopyDialog })))

/** The way to a copy of the estate, which is loaded with its dialog. */
export function CopyEstate() {
  const t = useCopyTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<ArrowDownloadRegular />} onClick={() => setOpen(true)}>
        {t.action}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <CopyDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
