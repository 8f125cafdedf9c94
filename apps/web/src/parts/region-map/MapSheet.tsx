import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { landPath } from './land.ts'
import { mapSize } from './projection.ts'

const useStyles = makeStyles({
  sheet: {
    display: 'block',
    width: '100%',
    // before its content is there, too
    aspectRatio: `${mapSize.width} / ${mapSize.height}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyBase,
    userSelect: 'none',
  },
  land: { fill: tokens.colorNeutralBackground6, stroke: tokens.colorNeutralStroke2, strokeWidth: '1' },
})

interface MapSheetProps {
  /** what the map is; with `isGroup` its dots can be chosen, otherwise it is a picture */
  label: string
  isGroup?: boolean
  children: ReactNode
}

/** The land, and dots upon it. */
export function MapSheet({ label, isGroup = false, children }: MapSheetProps) {
  const styles = useStyles()
  return (
    <svg
      role={isGroup ? 'group' : 'img'}
      aria-label={label}
      viewBox={`0 0 ${mapSize.width} ${mapSize.height}`}
      className={styles.sheet}
    >
      <path d={landPath} className={styles.land} />
      {children}
    </svg>
  )
}
