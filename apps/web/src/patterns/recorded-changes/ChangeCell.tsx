import { makeStyles, tokens } from '@fluentui/react-components'
import type { RecordedChange } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { propertyName } from './property-name.ts'
import { useHistoryTexts } from './texts/use-history-texts.ts'
import { useChangeTexts } from './use-change-texts.ts'

const useStyles = makeStyles({
  lines: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  name: { color: tokens.colorNeutralForeground2 },
  more: { cursor: 'pointer', width: 'fit-content' },
})

const linesShown = 4

/** What a change did to a resource: each property from what to what. */
export function ChangeCell({ change: { changeType, properties } }: { change: RecordedChange }) {
  const styles = useStyles()
  const t = useHistoryTexts()
  const { number } = useFormats()
  const more = properties.slice(linesShown)
  return (
    <>
      {(changeType !== 'Update' || properties.length === 0) && <div>{t.changeTypes[changeType]}</div>}
      <Lines properties={properties.slice(0, linesShown)} />
      {more.length > 0 && (
        <details>
          <summary className={styles.more}>{t.moreProperties(number(more.length))}</summary>
          <Lines properties={more} />
        </details>
      )}
    </>
  )
}

function Lines({ properties }: Pick<RecordedChange, 'properties'>) {
  const styles = useStyles()
  const t = useHistoryTexts()
  const { value } = useChangeTexts()
  if (properties.length === 0) return null
  return (
    <ul className={styles.lines}>
      {properties.map(({ path, before, after }) => (
        <li key={path} title={path}>
          <span className={styles.name}>{propertyName(path, t.properties)}:</span> {value(before)} → {value(after)}
        </li>
      ))}
    </ul>
  )
}
