import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useDirectoriesTexts } from '../patterns/directory/directories-texts.ts'
import { lazyPart } from '../ui/lazy-part.tsx'

// The landing page is on screen before any form.
const SignInToDirectory = lazyPart(() =>
  import('../patterns/directory/SignInToDirectory.tsx').then((part) => part.SignInToDirectory),
)

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', marginBottom: '12px', color: tokens.colorNeutralForeground2 },
})

/**
 * The sign-in for guests of a portal with several directories. Their home directory might not know the portal, and
 * Entra ID then blocks them there.
 */
export function GuestSignIn() {
  const styles = useStyles()
  const t = useDirectoriesTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{t.asGuest}</summary>
      {isOpen && <SignInToDirectory />}
    </details>
  )
}
