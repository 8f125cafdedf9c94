import { makeStyles, tokens, Text } from '@fluentui/react-components'
import { CloudOffRegular } from '@fluentui/react-icons'
import type { EstateOverview } from '@portal/portal-api'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormats } from '../../i18n/formats.ts'
import { paths } from '../../paths.ts'
import { useBrowseTexts } from '../../patterns/list/texts/browse-texts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { PanelSection } from '../../ui/Section.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useHomeTexts } from './home-texts.ts'

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '@media (min-width: 960px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
})

/** How to begin where there is no image version yet: three steps, each with its page and whether it is done. */
export function FirstSteps({ beginning }: { beginning: NonNullable<EstateOverview['beginning']> }) {
  const styles = useStyles()
  const { beginning: t } = useHomeTexts()
  const { noSubscriptions, noSubscriptionsAdvice } = useBrowseTexts().ofGalleries
  const subscriptions = useRead(subscriptionsQuery)
  if (subscriptions.data?.length === 0)
    return (
      <Panel>
        <EmptyState icon={<CloudOffRegular />} title={noSubscriptions} advice={noSubscriptionsAdvice} />
      </Panel>
    )
  const { galleries, imageDefinitions, diskEncryptionSets } = beginning
  return (
    <PanelSection title={t.title}>
      <ol className={styles.steps}>
        <FirstStep
          number={1}
          texts={t.steps.definition}
          isDone={galleries > 0 && imageDefinitions > 0}
          href={paths.galleries}
        />
        <FirstStep number={2} texts={t.steps.sets} isDone={diskEncryptionSets > 0} href={paths.access} />
        <FirstStep number={3} texts={t.steps.version} isDone={false} href={paths.createImageVersion} />
      </ol>
    </PanelSection>
  )
}

const useFirstStepStyles = makeStyles({
  step: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
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
function FirstStep({ number, texts, isDone, href }: FirstStepProps) {
  const styles = useFirstStepStyles()
  const { done } = useHomeTexts().beginning
  const formats = useFormats()
  return (
    <li className={styles.step}>
      <Stack row gap="S" align="center">
        <span className={styles.number}>{formats.number(number)}</span>
        <Text weight="semibold" className={styles.title}>
          {texts.title}
        </Text>
        {isDone && <StateLabel look="done">{done}</StateLabel>}
      </Stack>
      <Text className={styles.text}>{texts.text}</Text>
      <RouteButton href={href} className={styles.action}>
        {texts.action}
      </RouteButton>
    </li>
  )
}
