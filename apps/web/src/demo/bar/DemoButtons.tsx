import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { BeakerRegular, SlideTextRegular } from '@fluentui/react-icons'
import type { DemoWorld } from '@portal/portal-api'
import { signIn } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { PersonMenu } from '../controls/PersonMenu.tsx'
import { useAzureTime } from '../controls/use-azure-time.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'

const narrow = '@media (max-width: 639px)'

const useStyles = makeStyles({
  // As wide at every time, so that nothing moves.
  time: {
    minWidth: '112px',
    paddingLeft: '8px',
    paddingRight: '8px',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    [narrow]: { display: 'none' },
  },
  button: { flexShrink: 0, minWidth: '32px' },
  right: { marginLeft: 'auto' },
  // In a narrow window the icons are enough.
  words: { [narrow]: { display: 'none' } },
})

interface DemoButtonsProps {
  world: DemoWorld
  /** when `world` was received, ms since 1970 in real time */
  receivedAt: number
  isOpen: boolean
  onPresent: () => void
  onOpen: () => void
}

/** Who is signed in, Azure's time, and the ways to present and to all else of the demo. */
export function DemoButtons({ world, receivedAt, isOpen, onPresent, onOpen }: DemoButtonsProps) {
  const styles = useStyles()
  const { panel, present } = useDemoTexts()
  const { dayAndTime } = useFormats()
  const now = useAzureTime(world.clock, receivedAt)
  return (
    <>
      {/* The page reloads as them. */}
      <PersonMenu world={world} onPick={({ userPrincipalName }) => void signIn({ loginHint: userPrincipalName })} />
      <Text size={200} className={mergeClasses(styles.time, styles.right)}>
        {dayAndTime(now)}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<SlideTextRegular />}
        aria-label={present.open}
        onClick={onPresent}
      >
        <span className={styles.words}>{present.open}</span>
      </Button>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<BeakerRegular />}
        aria-label={panel.title}
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        <span className={styles.words}>{panel.title}</span>
      </Button>
    </>
  )
}
