import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { type ImpactList, impactLists } from '@portal/disk-encryption'
import { useId, useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { shows } from '../../../../ui/marks/shows.ts'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useKeyImpactTexts } from '../../texts/use-key-impact-texts.ts'
import { listLooks } from '../list-looks.ts'
import { ReasonList } from './ReasonList.tsx'
import type { ChosenForecast } from './use-forecast.ts'

const useStyles = makeStyles({
  lists: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 1023px)': { gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))' },
  },
  count: {
    justifyContent: 'start',
    alignItems: 'start',
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  chosen: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
  inside: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, textAlign: 'start' },
  number: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  name: { whiteSpace: 'normal', fontWeight: tokens.fontWeightRegular },
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minHeight: '96px' },
  note: { color: tokens.colorNeutralForeground2 },
})

/** The five lists of a forecast: their counts side by side, and below them the chosen one. */
export function ForecastLists({ impact }: { impact: ChosenForecast }) {
  const styles = useStyles()
  const t = useKeyImpactTexts().whatIf
  const { number } = useFormats()
  const id = useId()
  const { forecast, event, binsIncomplete } = impact
  const [chosen, setChosen] = useState<ImpactList>()
  const list = chosen ?? impactLists.find((one) => forecast[one].length > 0) ?? 'stops'
  return (
    <div className={styles.lists} {...(forecast.stops.length > 0 && shows('forecast-stops'))}>
      <TabList
        aria-label={t.events[event]}
        selectedValue={list}
        onTabSelect={(_, { value }) => setChosen(impactLists.find((one) => one === value))}
        className={styles.counts}
      >
        {impactLists.map((one) => (
          <Tab
            key={one}
            id={`${id}-${one}`}
            value={one}
            aria-controls={`${id}-list`}
            className={mergeClasses(styles.count, one === list && styles.chosen)}
            content={{ className: styles.inside }}
          >
            <span className={styles.number}>{number(forecast[one].length)}</span>
            <span className={styles.name}>
              <StateLabel look={listLooks[one]}>{t.lists[one]}</StateLabel>
            </span>
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-list`} aria-labelledby={`${id}-${list}`} tabIndex={0} className={styles.panel}>
        {forecast[list].length === 0 ? <Text>{t.none}</Text> : <ReasonList lines={forecast[list]} />}
      </div>
      <Text size={200} className={styles.note}>
        {t.asFarAsVisible} {binsIncomplete && t.binsIncomplete}
      </Text>
    </div>
  )
}
