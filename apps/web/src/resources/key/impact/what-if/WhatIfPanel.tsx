import { Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import { keyUrlParts } from '@portal/disk-encryption'
import { paths } from '../../../../paths.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useKeyImpactTexts } from '../../texts/use-key-impact-texts.ts'
import { ForecastLists } from './ForecastLists.tsx'
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
export function WhatIfPanel({ impact }: { impact: ChosenForecast }) {
  const styles = useStyles()
  const t = useKeyImpactTexts()
  const { keys, key, setIds, setId, event, choose } = impact
  return (
    <Section
      title={t.whatIf.title}
      description={t.whatIf.description}
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
        <Field label={t.whatIf.event}>
          <Choice
            value={event}
            options={events.map((one) => ({ value: one, label: t.whatIf.events[one] }))}
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
      <Text className={styles.hint}>{t.whatIf.hints[event]}</Text>
      <ForecastLists impact={impact} />
    </Section>
  )
}

function keyLabel(key: string): string {
  const parts = keyUrlParts(key)
  return parts === undefined ? key : `${parts.vaultLabel} / ${parts.keyName}`
}
