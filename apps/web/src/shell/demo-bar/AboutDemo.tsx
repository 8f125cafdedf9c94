import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { useDemoTexts } from '../../i18n/use-demo-texts.ts'
import { paths } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'

const useStyles = makeStyles({
  surface: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '360px' },
})

/** What a demonstration is. */
export function AboutDemo() {
  const styles = useStyles()
  const t = useDemoTexts()
  return (
    <Popover withArrow trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />}>
          {t.about.button}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t.about.button}>
        <Text>{t.about.body}</Text>
        <RouteLink href={paths.scenarios}>{t.scenario.all}</RouteLink>
      </PopoverSurface>
    </Popover>
  )
}
