import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTexts } from '../../i18n/language.ts'
import { useConnectionTexts } from '../../i18n/portal/use-connection-texts.ts'
import { prerequisitesPath } from '../../paths.ts'
import { CodeBlock } from '../../ui/CodeBlock.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import type { CheckedLink } from './checked-links.ts'

const useStyles = makeStyles({
  advice: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  link: CheckedLink
  /** whose resource providers were checked */
  subscriptionId: string | undefined
}

/** What is amiss with a link, and what to do about it. */
export function LinkAdvice({ link: { link, about, verdict, finding }, subscriptionId }: Props) {
  const styles = useStyles()
  const t = useConnectionTexts()
  if (verdict === 'notReached') return <span className={styles.quiet}>{t.mendAbove}</span>
  if (finding === undefined) return <span className={styles.quiet}>{t.nothing}</span>
  const { title, advice } = t.of.findings[finding]
  return (
    <div className={styles.advice}>
      <Text weight="semibold">{title}</Text>
      <Text>{advice}</Text>
      {link === 'resourceProvider' && finding === 'ProviderNotRegistered' && about && subscriptionId && (
        <Registration namespace={about} subscriptionId={subscriptionId} />
      )}
    </div>
  )
}

/** The command that registers a provider, and the page that does it for the one that everything needs. */
function Registration({ namespace, subscriptionId }: { namespace: string; subscriptionId: string }) {
  const t = useConnectionTexts()
  const { failure } = useTexts()
  return (
    <>
      <CodeBlock
        code={`az provider register --namespace ${namespace} --subscription ${subscriptionId}`}
        label={t.of.findings.ProviderNotRegistered.title}
        copyLabel={failure.copy}
      />
      {namespace === 'Microsoft.Compute' && (
        <RouteLink href={prerequisitesPath(subscriptionId)}>{t.toPrerequisites}</RouteLink>
      )}
    </>
  )
}
