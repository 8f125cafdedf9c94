import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowClockwiseRegular, KeyRegular } from '@fluentui/react-icons'
import { useFormats } from '../../../../i18n/formats.ts'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import type { KeySurvey } from '../use-key-survey.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', minHeight: '32px' },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', marginLeft: 'auto' },
})

/** How much has been read, and the actions to read more. */
export function SurveyStatus({ survey }: { survey: KeySurvey }) {
  const styles = useStyles()
  const { causes: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const { total, sets, keys, isReading, readMore } = survey
  const read = keys.filter(({ key }) => key !== 'notRead').length
  return (
    <div className={styles.bar}>
      <Quiet role="status">
        {total === undefined
          ? t.reading
          : `${t.known(number(sets), number(total))} · ${t.keysRead(number(read), number(keys.length))}`}
      </Quiet>
      <div className={styles.actions}>
        {readMore && (
          <Button appearance="subtle" icon={<KeyRegular />} disabledFocusable={isReading} onClick={readMore}>
            {isReading ? t.reading : t.readMore}
          </Button>
        )}
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isReading}
          onClick={survey.refresh}
        >
          {t.refresh}
        </Button>
      </div>
    </div>
  )
}
