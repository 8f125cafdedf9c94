import { useRef, useState } from 'react'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import {
  withRegionNames,
  type DiskEncryptionSet,
  type Finding,
  type Inventory,
  type Readiness,
  type ReadinessState,
} from '@portal/image-version'
import { setReadingQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { useCodeText } from '../../i18n/use-code-text.ts'
import { ProblemMessage } from '../ProblemMessage.tsx'
import { StateLabel, type StateLook } from '../StateLabel.tsx'
import { RepairAction } from './RepairAction.tsx'

const looks: Record<ReadinessState, StateLook> = {
  ready: 'done',
  warning: 'warning',
  blocked: 'failed',
  unknown: 'unknown',
}

const useStyles = makeStyles({
  readiness: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, margin: 0 },
  findings: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  finding: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    listStyle: 'none',
    maxWidth: '716px',
  },
})

interface SetReadinessProps {
  /** which cell this is about, in words */
  label: string
  set: DiskEncryptionSet
  readiness: Readiness
  inventory: Inventory
  /** `anchor`: where the choice is to appear */
  onChooseAnotherSet: (anchor: HTMLElement) => void
}

/** All that was found out about the set of a cell, each with what mends it. */
export function SetReadiness({ label, set, readiness, inventory, onChooseAnotherSet }: SetReadinessProps) {
  const styles = useStyles()
  const texts = useWizardTexts()
  const t = texts.readiness
  const { account } = useSignedIn()
  const codeText = useCodeText()
  const panel = useRef<HTMLElement>(null)
  const [mended, setMended] = useState(false)
  const { error, isFetching, refetch } = useQuery(setReadingQuery(account.key, set.id))
  const textOf = ({ code, params }: Finding) => codeText({ code, params: withRegionNames(params, inventory) })
  return (
    <section ref={panel} aria-label={label} tabIndex={-1} className={styles.readiness}>
      <Text size={200}>{label}</Text>
      <p className={styles.head}>
        <span role="status">
          <StateLabel look={isFetching ? 'running' : looks[readiness.state]}>{t.states[readiness.state]}</StateLabel>
        </span>
        <Text weight="semibold">{set.name}</Text>
        <Text size={200}>{texts.wizard.encryption.keyOf(set.keyVaultName, set.keyName)}</Text>
      </p>
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {readiness.findings.length === 0 ? (
        <Text>{t.allRight}</Text>
      ) : (
        <ul className={styles.findings}>
          {readiness.findings.map((finding) => (
            <li key={finding.code} className={styles.finding}>
              <StateLabel look={looks[finding.state]}>{textOf(finding)}</StateLabel>
              {finding.code === 'KeyAccessJustGranted' ? (
                <StateLabel look="running">{t.waiting}</StateLabel>
              ) : (
                'repair' in finding && (
                  <RepairAction
                    repair={finding.repair}
                    onRepair={() => panel.current && onChooseAnotherSet(panel.current)}
                    onMended={() => {
                      setMended(true)
                      panel.current?.focus()
                    }}
                  />
                )
              )}
            </li>
          ))}
        </ul>
      )}
      <Text role="status">{mended && isFetching ? t.mended : ''}</Text>
    </section>
  )
}
