import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'

const useStyles = makeStyles({
  button: { marginLeft: 'auto' },
  controls: {
    position: 'absolute',
    top: '100%',
    right: '8px',
    zIndex: 1,
    maxWidth: 'calc(100vw - 16px)',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '4px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
})

/** The controls of a narrow window: one button, below which they hang over the page. Folded again on every page. */
export function ControlsOverflow({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const t = useDemoTexts()
  const [path] = useLocation()
  const [openAt, setOpenAt] = useState<string>()
  const isOpen = openAt === path
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<MoreHorizontalRegular />}
        aria-label={t.controls}
        title={t.controls}
        aria-expanded={isOpen}
        onClick={() => setOpenAt(isOpen ? undefined : path)}
      />
      {isOpen && <div className={styles.controls}>{children}</div>}
    </>
  )
}
