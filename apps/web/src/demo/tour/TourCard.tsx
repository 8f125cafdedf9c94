import {
  makeStyles,
  mergeClasses,
  resolvePositioningShorthand,
  TeachingPopover,
  TeachingPopoverBody,
  TeachingPopoverFooter,
  TeachingPopoverHeader,
  TeachingPopoverSurface,
  TeachingPopoverTitle,
  tokens,
  type PositioningImperativeRef,
} from '@fluentui/react-components'
import { useId, type Ref } from 'react'
import { useTourTexts } from '../texts/tour-texts.ts'
import type { TourStep } from './tour-steps.ts'
import './tour.css'

const useStyles = makeStyles({
  card: { width: '336px', maxWidth: 'calc(100vw - 16px)', ':focus': { outlineStyle: 'none' } },
  // Fluent's is smaller than a finger.
  leave: { minWidth: '28px', minHeight: '28px', justifyContent: 'center' },
  // Fluent leaves room for a picture.
  words: { padding: 0, margin: 0 },
  title: { margin: `0 0 ${tokens.spacingVerticalXS}` },
})

export interface TourAction {
  label: string
  isBusy?: boolean
  onClick: () => void
}

interface TourCardProps {
  count: string
  title: string
  body: string
  isOpen: boolean
  /** what it stands beside */
  subject: HTMLElement | undefined
  /** it is at the foot of the window instead */
  isAtFoot: boolean
  sides: TourStep['sides']
  positioningRef: Ref<PositioningImperativeRef>
  surfaceRef: (surface: HTMLDivElement | null) => void
  onLeave: () => void
  /** its buttons, the main one first */
  actions: readonly TourAction[]
}

/** A card of the tour, which says one thing. The focus stays where the user works. */
export function TourCard(props: TourCardProps) {
  const { subject, isOpen, isAtFoot, positioningRef, surfaceRef, onLeave, actions } = props
  const [side, ...otherSides] = props.sides
  const [main, second] = actions
  const styles = useStyles()
  const t = useTourTexts()
  const id = useId()
  const buttonOf = ({ label, isBusy = false, onClick }: TourAction) => ({
    children: label,
    disabledFocusable: isBusy,
    size: 'small' as const,
    onClick,
  })
  return (
    <TeachingPopover
      open={isOpen}
      appearance="brand"
      // One that fades away would still say something, and take the focus with it.
      surfaceMotion={null}
      trapFocus={false}
      unstable_disableAutoFocus
      withArrow={!isAtFoot}
      // Only its own keys and button close it: whoever selects something else goes on with the tour.
      onOpenChange={({ type }, { open }) => {
        if (!open && type === 'keydown') onLeave()
      }}
      positioning={{
        ...resolvePositioningShorthand(side),
        fallbackPositions: otherSides,
        target: subject ?? null,
        positioningRef,
        // above the buttons at the foot of a wizard, and below the bars
        overflowBoundaryPadding: { top: 96, bottom: 76, start: 8, end: 8 },
      }}
    >
      <TeachingPopoverSurface
        ref={surfaceRef}
        role="dialog"
        tabIndex={-1}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}body`}
        aria-keyshortcuts="Alt+G"
        className={mergeClasses('tour-card', isAtFoot && 'is-at-foot', styles.card)}
      >
        <TeachingPopoverHeader
          dismissButton={{ 'aria-label': t.leave, title: t.leave, className: styles.leave, onClick: onLeave }}
        >
          {props.count}
        </TeachingPopoverHeader>
        <TeachingPopoverBody className={styles.words}>
          <TeachingPopoverTitle id={`${id}title`} className={styles.title}>
            {props.title}
          </TeachingPopoverTitle>
          <div id={`${id}body`} className="tour-why">
            {props.body}
          </div>
        </TeachingPopoverBody>
        {main && <TeachingPopoverFooter primary={buttonOf(main)} {...(second && { secondary: buttonOf(second) })} />}
      </TeachingPopoverSurface>
    </TeachingPopover>
  )
}
