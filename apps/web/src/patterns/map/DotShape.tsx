import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { DotRing, DotTone } from './map-dot-look.ts'

const useStyles = makeStyles({
  place: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '2' },
  // A stroke as wide as the radius is a disk; a part of its length is a part of the disk.
  part: { fill: 'none', strokeWidth: '11', transitionProperty: 'stroke-dasharray', transitionDuration: '0.4s' },
  mark: { fill: 'none', stroke: tokens.colorNeutralForegroundInverted, strokeWidth: '3', strokeLinecap: 'round' },
  waiting: { stroke: 'none' },
  running: { stroke: tokens.colorCompoundBrandBackground },
  share: { stroke: tokens.colorCompoundBrandBackground },
  done: { stroke: tokens.colorStatusSuccessForeground1 },
  failed: { stroke: tokens.colorStatusDangerForeground1 },
  ring: { fill: 'none', strokeWidth: '2.5' },
  ownKeys: { stroke: tokens.colorCompoundBrandForeground1 },
  attention: { stroke: tokens.colorStatusDangerForeground1, strokeDasharray: '5 4' },
})

const marks: Partial<Record<DotTone, string>> = { done: 'M-5 0l4 4 7-8', failed: 'M-4-4l8 8m0-8l-8 8' }

interface DotShapeProps {
  tone: DotTone
  /** percent */
  fill: number
  ring: DotRing
}

/** A dot around the origin, 14 units in radius: filled clockwise, with a sign where it is done or has failed. */
export function DotShape({ tone, fill, ring }: DotShapeProps) {
  const styles = useStyles()
  return (
    <>
      {ring !== 'none' && <circle r="14.5" className={mergeClasses(styles.ring, styles[ring])} />}
      <circle r="11" className={styles.place} />
      <circle
        r="5.5"
        pathLength="100"
        transform="rotate(-90)"
        strokeDasharray={`${fill} 100`}
        className={mergeClasses(styles.part, styles[fill === 0 ? 'waiting' : tone])}
      />
      {marks[tone] && <path d={marks[tone]} className={styles.mark} />}
    </>
  )
}
