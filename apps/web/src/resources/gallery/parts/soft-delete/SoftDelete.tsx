import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Gallery } from '@portal/gallery'
import { lazy, useState, useTransition } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { useRecycleBinTexts } from '../../texts/recycle-bin-texts.ts'

const SoftDeleteDrawer = lazy(() =>
  import('./SoftDeleteDrawer.tsx').then((part) => ({ default: part.SoftDeleteDrawer })),
)

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
})

/** What becomes of a gallery's versions that are deleted, and the way to change it. */
export function SoftDelete({ gallery, withState = true }: { gallery: Gallery; withState?: boolean }) {
  const styles = useStyles()
  const t = useRecycleBinTexts().policy
  const { number } = useFormats()
  const [isOpen, setOpen] = useState(false)
  const [, startTransition] = useTransition()
  const { isSoftDeleteEnabled = false, retentionPeriodInDays, gracePeriodInDays } = gallery.softDeletePolicy ?? {}
  const days = (count: number) => t.days(count, number(count))
  const isKnown = retentionPeriodInDays !== undefined && gracePeriodInDays !== undefined
  const on = isKnown ? t.onFor(days(retentionPeriodInDays), days(gracePeriodInDays)) : t.on
  return (
    <span className={styles.line}>
      {withState && (isSoftDeleteEnabled ? on : t.off)}
      <Button size="small" onClick={() => startTransition(() => setOpen(true))}>
        {t.change}
      </Button>
      {isOpen && <SoftDeleteDrawer gallery={gallery} onClose={() => setOpen(false)} />}
    </span>
  )
}
