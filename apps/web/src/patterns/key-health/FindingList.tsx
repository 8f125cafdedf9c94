import { makeStyles, tokens } from '@fluentui/react-components'
import { type Finding, type ReadinessState, type Region, type Repair, withRegionNames } from '@portal/disk-encryption'
import type { ReactNode } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { shows } from '../../ui/shows.ts'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'

/** The icons of findings about a set. */
export const readinessLooks: Record<ReadinessState, StateLook> = {
  ready: 'done',
  warning: 'warning',
  blocked: 'failed',
  unknown: 'unknown',
}

const useStyles = makeStyles({
  // The text at the left, its fix at the right, or below it where there is no room.
  finding: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    '& > :first-child': { flex: '1 1 320px', minWidth: 0 },
  },
})

interface FindingListProps {
  /** one at least */
  findings: readonly Finding[]
  /** the set whose names the findings use */
  regions: Region[]
  /** the action that fixes one */
  repairAction: (repair: Repair) => ReactNode
}

/** The findings about a disk encryption set, each with its fix. */
export function FindingList({ findings, regions, repairAction }: FindingListProps) {
  const styles = useStyles()
  const { waiting } = useWizardTexts().readiness
  const codeText = useCodeText()
  return (
    <Stack as="ul" gap="M">
      {findings.map((finding) => (
        <li key={finding.code} className={styles.finding} {...shows(finding.code)}>
          <StateLabel look={readinessLooks[finding.state]}>
            {codeText({ code: finding.code, params: withRegionNames(finding.params, { regions }) })}
          </StateLabel>
          {finding.code === 'KeyAccessJustGranted' ? (
            <StateLabel look="running">{waiting}</StateLabel>
          ) : (
            'repair' in finding && repairAction(finding.repair)
          )}
        </li>
      ))}
    </Stack>
  )
}
