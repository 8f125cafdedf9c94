import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { tileSizes } from './tile-sizes.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, height: `${tileSizes.row}px` },
  icon: { display: 'inline-flex', flexShrink: 0 },
  texts: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { color: tokens.colorNeutralForeground3 },
  end: { flexShrink: 0 },
})

/** The rows of a tile, named like it. */
export function TileRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={useStyles().list}>
      {children}
    </ul>
  )
}

interface TileRowProps {
  icon?: ReactNode
  href: string
  name: string
  /** in few words */
  detail: string
  end?: ReactNode
}

/** One resource: what it is, and a link to its page. */
export function TileRow({ icon, href, name, detail, end }: TileRowProps) {
  const styles = useStyles()
  return (
    <li className={styles.row}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <span className={styles.texts}>
        <span className={styles.line} title={name}>
          <RouteLink href={href}>{name}</RouteLink>
        </span>
        <Text size={200} className={styles.detail} truncate wrap={false} title={detail}>
          {detail}
        </Text>
      </span>
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </li>
  )
}
