import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Heading } from './Heading.tsx'
import { RouteLink } from './RouteLink.tsx'

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  link: { whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
})

export interface TileFrameProps {
  title: string
  /** where there is more of it; its text says of what */
  more?: { href: string; text: string }
  isBusy?: boolean
  children: ReactNode
}

/** A part of a page as a tile, with its heading and the way to more. */
export function TileFrame({ title, more, isBusy = false, children }: TileFrameProps) {
  const styles = useStyles()
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} aria-busy={isBusy} className={styles.tile}>
      <div className={styles.head}>
        <Heading as="h2" id={headingId}>
          {title}
        </Heading>
        {more !== undefined && (
          <RouteLink href={more.href} className={styles.link}>
            {more.text}
          </RouteLink>
        )}
      </div>
      {children}
    </section>
  )
}
