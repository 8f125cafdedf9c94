import { makeStyles, Spinner } from '@fluentui/react-components'
import { useFormats } from '../../i18n/formats.ts'
import { useConnectionTexts } from '../../i18n/portal/use-connection-texts.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { CheckedLink } from './checked-links.ts'

const useStyles = makeStyles({ summary: { minHeight: '32px', display: 'flex', alignItems: 'center' } })

interface Props {
  /** undefined before the first check came back */
  links: CheckedLink[] | undefined
  isChecking: boolean
}

/** The number of failed steps, announced when a check returns. */
export function CheckSummary({ links, isChecking }: Props) {
  const styles = useStyles()
  const t = useConnectionTexts()
  return (
    <div role="status" className={styles.summary}>
      {isChecking ? <Spinner size="tiny" label={t.checking} /> : links && <Outcome links={links} />}
    </div>
  )
}

function Outcome({ links }: { links: CheckedLink[] }) {
  const t = useConnectionTexts()
  const { number } = useFormats()
  const failed = links.filter(({ verdict }) => verdict === 'failed').length
  const warnings = links.filter(({ verdict }) => verdict === 'warning').length
  if (failed + warnings === 0) return <StateLabel look="done">{t.allWell}</StateLabel>
  return <StateLabel look={failed > 0 ? 'failed' : 'warning'}>{t.amiss(number(failed), number(warnings))}</StateLabel>
}
