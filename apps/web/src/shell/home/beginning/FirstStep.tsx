import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useFormats } from '../../../i18n/formats.ts'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useHomeTexts } from '../texts/use-home-texts.ts'

const useStyles = makeStyles({
  step: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: { flexGrow: 1 },
  text: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  action: { alignSelf: 'start' },
})

interface FirstStepProps {
  number: number
  texts: { title: string; text: string; action: string }
  isDone: boolean
  href: string
}

/** One step: what it is for, whether it is done, and its page. */
export function FirstStep({ number, texts, isDone, href }: FirstStepProps) {
  const styles = useStyles()
  const { done } = useHomeTexts().beginning
  const formats = useFormats()
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <span className={styles.number}>{formats.number(number)}</span>
        <Text weight="semibold" className={styles.title}>
          {texts.title}
        </Text>
        {isDone && <StateLabel look="done">{done}</StateLabel>}
      </div>
      <Text className={styles.text}>{texts.text}</Text>
      <RouteButton href={href} className={styles.action}>
        {texts.action}
      </RouteButton>
    </li>
  )
}
