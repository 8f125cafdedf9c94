import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ImpactLine, impactPages } from '@portal/disk-encryption'
import { useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { SafeLink } from '../../../../ui/SafeLink.tsx'
import { ImpactLink } from '../ImpactLink.tsx'
import { useKeyImpactTexts } from '../key-impact-texts.ts'

const useStyles = makeStyles({
  reasons: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '20px' },
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
  kind: { color: tokens.colorNeutralForeground3 },
  more: { alignSelf: 'start' },
})

const shownAtOnce = 12

/** The lines of a list by their reason, each with the page of Azure's documentation behind it. */
export function ReasonList({ lines }: { lines: ImpactLine[] }) {
  const styles = useStyles()
  const t = useKeyImpactTexts().whatIf
  return (
    <ul className={styles.reasons}>
      {[...Map.groupBy(lines, ({ code }) => code)].map(([code, found]) => (
        <li key={code} className={styles.reason}>
          <div className={styles.why}>
            <Text weight="semibold">{t.reasons[code]}</Text>
            <SafeLink href={impactPages[code]}>{t.documentation}</SafeLink>
          </div>
          <Things lines={found} />
        </li>
      ))}
    </ul>
  )
}

function Things({ lines }: { lines: ImpactLine[] }) {
  const styles = useStyles()
  const { whatIf, chain } = useKeyImpactTexts()
  const { number } = useFormats()
  const [count, setCount] = useState(shownAtOnce)
  const left = Math.min(shownAtOnce, lines.length - count)
  return (
    <>
      <ul className={styles.things}>
        {lines.slice(0, count).map((line) => (
          <li key={`${line.kind} ${line.id}`} className={styles.thing}>
            <ThingLink line={line} />{' '}
            {line.kind !== 'deletedVersion' && (
              <Text size={200} className={styles.kind}>
                {chain.kind[line.kind]}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setCount(count + shownAtOnce)}>
          {whatIf.more(number(left))}
        </Button>
      )}
    </>
  )
}

function ThingLink({ line }: { line: ImpactLine }) {
  const t = useKeyImpactTexts().whatIf
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
