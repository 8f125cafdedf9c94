import { Link, makeStyles } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({ link: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' } })

/** Whether a link is safe: https only, so that no data can introduce `javascript:`. */
function isSafeHref(href: string): boolean {
  return URL.parse(href)?.protocol === 'https:'
}

/** A link that leaves the portal, in a new tab. Where the address is not https it is text. */
export function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  return isSafeHref(href) ? <NewTabLink href={href}>{children}</NewTabLink> : <>{children}</>
}

/** A link that opens in a new tab and says so. Its address must not come from data: see SafeLink. */
export function NewTabLink({ href, children }: { href: string; children: ReactNode }) {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <Link href={href} target="_blank" rel="noreferrer" className={styles.link}>
      {children}
      <OpenRegular aria-label={shell.openedElsewhere} />
    </Link>
  )
}
