import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Suspense, useState, type ReactNode } from 'react'
import { shows } from '../../ui/shows.ts'
import { useCodeTexts } from './code-texts.ts'
import { fieldOf } from './focused-field.ts'

const stacked = '@media (max-width: 1023px)'

const useStyles = makeStyles({
  alone: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(360px, 34vw, 720px)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalL,
    [stacked]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  form: { minWidth: 0 },
  code: { minWidth: 0 },
  sheet: {
    position: 'sticky',
    // below the bar of the page
    top: 'calc(var(--bars) + 16px)',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    // as high as the window, less the buttons at its foot
    height: 'calc(100vh - var(--bars) - 108px)',
    minHeight: '320px',
    [stacked]: { position: 'static', height: 'auto', '& pre': { maxHeight: '480px' } },
  },
})

interface BesideCodeProps {
  id: string
  isOpen: boolean
  /** the visible part of the form: a field of another part is no longer focused */
  part: string
  /** the code, which gets the focused field */
  code: (field: string) => ReactNode
  /** the form; `fieldAttribute` on its fields has their path */
  children: ReactNode
}

/** A form with its code beside it, or below it in a window narrower than 1024 px. */
export function BesideCode({ id, isOpen, part, code, children }: BesideCodeProps) {
  const styles = useStyles()
  const t = useCodeTexts()
  const [inHand, take] = useState({ part, field: '' })
  const field = inHand.part === part ? inHand.field : ''
  return (
    <div className={mergeClasses(styles.alone, isOpen && styles.beside)}>
      <div className={styles.form} onFocus={({ target }) => take({ part, field: fieldOf(target) || field })}>
        {children}
      </div>
      {isOpen && (
        <section id={id} className={styles.code} aria-label={t.title}>
          <div className={styles.sheet} {...shows('code')}>
            <Suspense fallback={<Spinner size="small" label={t.loading} />}>{code(field)}</Suspense>
          </div>
        </section>
      )}
    </div>
  )
}
