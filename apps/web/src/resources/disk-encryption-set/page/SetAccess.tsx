import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { findingsOf, type Repair } from '@portal/disk-encryption'
import type { DiskEncryptionSetDetails } from '@portal/portal-api'
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { diskEncryptionSetQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { CheckAgain } from '../../../patterns/key-health/CheckAgain.tsx'
import { FindingList, readinessLooks } from '../../../patterns/key-health/FindingList.tsx'
import { RepairAction } from '../../../patterns/key-health/RepairAction.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
})

interface SetAccessProps {
  details: DiskEncryptionSetDetails
  /** the state of their query */
  query: Pick<UseQueryResult, 'isFetching' | 'isError' | 'dataUpdatedAt'>
}

/** Whether a set can use its key, as far as the user can read it, and the fix if it can't. */
export function SetAccess({ details: { set, now }, query }: SetAccessProps) {
  const styles = useStyles()
  const t = useWizardTexts().readiness
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const [mended, setMended] = useState(false)
  const findings = findingsOf(set, now)
  const state = findings[0]?.state ?? 'ready'
  const checkAgain = () => void queryClient.invalidateQueries(diskEncryptionSetQuery(user, { id: set.id }))
  return (
    <Stack gap="M">
      <div className={styles.state}>
        <span role="status">
          <StateLabel look={readinessLooks[state]}>{t.states[state]}</StateLabel>
          {mended && state === 'ready' && ` · ${t.allRight}`}
        </span>
        <CheckAgain
          setName={set.name}
          checked={{
            readAt: set.readAt,
            azureAhead: Date.parse(now) - query.dataUpdatedAt,
            isChecking: query.isFetching,
            hasFailed: query.isError,
            checkAgain,
          }}
          state={t.states[state]}
        />
      </div>
      {findings.length === 0 ? (
        !mended && <Text>{t.allRight}</Text>
      ) : (
        <FindingList
          findings={findings}
          regions={regionsOf(set)}
          repairAction={(repair) =>
            isForThisSet(repair) && (
              <RepairAction
                repair={repair}
                onRepair={() => undefined}
                onMended={() => {
                  setMended(true)
                  checkAgain()
                }}
              />
            )
          }
        />
      )}
    </Stack>
  )
}

// The other repairs are of the wizard: this page is about one set.
function isForThisSet({ action }: Repair): boolean {
  return [
    'grantKeyAccess',
    'enablePurgeProtection',
    'allowTrustedServices',
    'setRotationPolicy',
    'openInPortal',
  ].includes(action)
}

function regionsOf({ location, facts }: DiskEncryptionSetDetails['set']) {
  const names = [location, ...(typeof facts.vault === 'string' ? [] : [facts.vault.location])]
  return names.map((name) => ({ name, displayName: regionDisplayName(name) }))
}
