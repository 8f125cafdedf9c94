import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { landPath } from './land.ts'
import { wholeMap, type MapView } from './projection.ts'

const useStyles = makeStyles({
  sheet: {
    display: 'block',
    width: '100%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyBase,
    userSelect: 'none',
  },
  land: {
    fill: tokens.colorNeutralBackground6,
    stroke: tokens.colorNeutralStroke2,
    strokeWidth: '1',
    vectorEffect: 'non-scaling-stroke',
  },
})

interface MapSheetProps {
  /** what the map is; with `isGroup` its dots can be chosen, otherwise it is a picture */
  label: string
  isGroup?: boolean
  view?: MapView
  children: ReactNode
}

/** The land, and dots upon it. */
export function MapSheet({ label, isGroup = false, view = wholeMap, children }: MapSheetProps) {
  const styles = useStyles()
  const { width, height, scale, origin } = view
  return (
    <svg
      role={isGroup ? 'group' : 'img'}
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.sheet}
      // before its content is there, too
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <path d={landPath} className={styles.land} transform={`scale(${scale}) translate(${-origin[0]} ${-origin[1]})`} />
      {children}
    </svg>
  )
}
