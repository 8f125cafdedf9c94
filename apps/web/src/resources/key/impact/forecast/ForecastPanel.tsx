import { Field, makeStyles, Text, tokens, mergeClasses, Tab, TabList, Button } from '@fluentui/react-components'
import { keyUrlParts, type ImpactList, impactLists, type ImpactLine, impactPages } from '@portal/disk-encryption'
import { useId, useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { paths } from '../../../../paths.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { SafeLink } from '../../../../ui/SafeLink.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { shows } from '../../../../ui/shows.ts'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { ImpactLink } from '../ImpactLink.tsx'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import { listLooks } from '../list-looks.ts'
import { events, type ChosenForecast } from './use-forecast.ts'

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    maxWidth: '900px',
  },
  // The longest hint in a narrow window; so that the lists stay where they are.
  hint: { minHeight: '40px', color: tokens.colorNeutralForeground2, maxWidth: '716px' },
  key: { overflowWrap: 'anywhere' },
})

/** The choice of an event, and the five lists of what follows. */
export function ForecastPanel({ impact }: { impact: ChosenForecast }) {
  const styles = useStyles()
  const t = useKeyImpactTexts()
  const { keys, key, setIds, setId, event, choose } = impact
  return (
    <Section
      title={t.forecast.title}
      description={t.forecast.description}
      action={<RouteLink href={paths.keyImpact}>{t.allKeys}</RouteLink>}
    >
      <div className={styles.choices}>
        {keys.length > 1 ? (
          <Field label={t.key}>
            <Choice
              value={key}
              options={keys.map((one) => ({ value: one, label: keyLabel(one) }))}
              onChoose={(of) => choose({ of })}
            />
          </Field>
        ) : (
          <Field label={t.key}>
            <Text className={styles.key} weight="semibold">
              {keyLabel(key)}
            </Text>
          </Field>
        )}
        <Field label={t.forecast.event}>
          <Choice
            value={event}
            options={events.map((one) => ({ value: one, label: t.forecast.events[one] }))}
            onChoose={(chosen) => choose({ event: chosen })}
          />
        </Field>
        {event === 'setKeyChanged' && (
          <Field label={t.ofSet}>
            <Choice
              value={setId}
              options={setIds.map((id) => ({ value: id, label: resourceLabel(id) }))}
              onChoose={(of) => choose({ of })}
            />
          </Field>
        )}
      </div>
      <Text className={styles.hint}>{t.forecast.hints[event]}</Text>
      <ForecastLists impact={impact} />
    </Section>
  )
}

function keyLabel(key: string): string {
  const parts = keyUrlParts(key)
  return parts === undefined ? key : `${parts.vaultLabel} / ${parts.keyName}`
}

const useForecastListsStyles = makeStyles({
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
function ForecastLists({ impact }: { impact: ChosenForecast }) {
  const styles = useForecastListsStyles()
  const t = useKeyImpactTexts().forecast
  const { number } = useFormats()
  const id = useId()
  const { forecast, event, binsIncomplete } = impact
  const [chosen, setChosen] = useState<ImpactList>()
  const list = chosen ?? impactLists.find((one) => forecast[one].length > 0) ?? 'stops'
  return (
    <Stack gap="L" {...(forecast.stops.length > 0 && shows('forecast-stops'))}>
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
    </Stack>
  )
}

const useReasonListStyles = makeStyles({
  reason: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  why: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, maxWidth: '900px' },
  things: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  thing: { minWidth: 0, overflowWrap: 'anywhere' },
  more: { alignSelf: 'start' },
})

const shownAtOnce = 12

/** The lines of a list by their reason, each with the page of Azure's documentation behind it. */
function ReasonList({ lines }: { lines: ImpactLine[] }) {
  const styles = useReasonListStyles()
  const t = useKeyImpactTexts().forecast
  return (
    <Stack as="ul" gap="XL">
      {[...Map.groupBy(lines, ({ code }) => code)].map(([code, found]) => (
        <li key={code} className={styles.reason}>
          <div className={styles.why}>
            <Text weight="semibold">{t.reasons[code]}</Text>
            <SafeLink href={impactPages[code]}>{t.documentation}</SafeLink>
          </div>
          <Things lines={found} />
        </li>
      ))}
    </Stack>
  )
}

function Things({ lines }: { lines: ImpactLine[] }) {
  const styles = useReasonListStyles()
  const { forecast, chain } = useKeyImpactTexts()
  const { number } = useFormats()
  const [count, setCount] = useState(shownAtOnce)
  const left = Math.min(shownAtOnce, lines.length - count)
  return (
    <>
      <ul className={styles.things}>
        {lines.slice(0, count).map((line) => (
          <li key={`${line.kind} ${line.id}`} className={styles.thing}>
            <ThingLink line={line} />{' '}
            {line.kind !== 'deletedVersion' && <Quiet size={200}>{chain.kind[line.kind]}</Quiet>}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setCount(count + shownAtOnce)}>
          {forecast.more(number(left))}
        </Button>
      )}
    </>
  )
}

function ThingLink({ line }: { line: ImpactLine }) {
  const t = useKeyImpactTexts().forecast
  const { number, list } = useFormats()
  const { id, kind, regions, instances } = line
  const label = resourceLabel(id)
  return (
    <ImpactLink id={id} kind={kind}>
      {regions !== undefined
        ? t.regions(label, list(regions.map(regionDisplayName)))
        : instances !== undefined
          ? t.instances(label, number(instances))
          : label}
    </ImpactLink>
  )
}
