import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocationProperty } from 'wouter/use-browser-location'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
    minWidth: 0,
  },
})

interface LazyDetailsProps {
  /** opens it as the hash of an address */
  anchor: string
  show: string
  hide: string
  /** mounted, and so read, while it is open */
  children: ReactNode
}

/** A part of a page that is read once it is opened: by its button, or by an address with its hash. */
export function LazyDetails({ anchor, show, hide, children }: LazyDetailsProps) {
  const styles = useStyles()
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  const isAsked = useLocationProperty(() => window.location.hash === `#${anchor}`)
  useEffect(() => {
    if (!isAsked || details.current === null) return
    // The element tells its own state, as when a user opens it.
    details.current.open = true
    const part = details.current.closest('section') ?? details.current
    part.scrollIntoView()
  }, [isAsked])
  return (
    <details ref={details} id={anchor} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{isOpen ? hide : show}</summary>
      {isOpen && <div className={styles.content}>{children}</div>}
    </details>
  )
}
