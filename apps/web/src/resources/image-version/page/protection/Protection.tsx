import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ResourceLock } from '@portal/gallery'
import { sameResourceId, type ImageVersion } from '@portal/portal-api'
import { useState } from 'react'
import { resourceLocksQuery } from '../../../../api/gallery-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { useLockNames, useProtectionTexts } from '../../../../patterns/protection/protection-texts.ts'
import { FactList } from '../../../../ui/FactList.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { PanelSection } from '../../../../ui/Section.tsx'
import { shows } from '../../../../ui/shows.ts'
import { Stack } from '../../../../ui/Stack.tsx'

const LockDialog = lazyPart(() => import('./LockDialog.tsx').then((part) => part.LockDialog))

const useStyles = makeStyles({
  lock: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
})

/** What protects a version: the locks on it and above it, and what its safety profile blocks. */
export function Protection({ version }: { version: ImageVersion }) {
  const t = useProtectionTexts()
  const { imageVersion } = useTexts()
  const { id } = version
  const { data } = useRead(resourceLocksQuery, { id })
  const [removed, remove] = useState<ResourceLock>()
  const yesOrNo = (value: boolean) => (value ? imageVersion.yes : imageVersion.no)
  return (
    <PanelSection title={t.heading}>
      <div {...shows('protection')}>
        <FactList
          facts={[
            [t.locks, data === undefined ? '…' : <Locks key="locks" id={id} locks={data.locks} onRemove={remove} />],
            // Azure's own field has the opposite meaning: whether deletion is allowed.
            [imageVersion.lockReplicatedLocations, yesOrNo(!version.allowDeletionOfReplicatedLocations)],
            [imageVersion.blockDeletion, yesOrNo(version.blockDeletionBeforeEndOfLife)],
          ]}
        />
      </div>
      {removed !== undefined && <LockDialog id={id} lock={removed} onClose={() => remove(undefined)} />}
    </PanelSection>
  )
}

interface LocksProps {
  /** of the version */
  id: string
  /** undefined: the user can't read them */
  locks: ResourceLock[] | undefined
  onRemove: (lock: ResourceLock) => void
}

/** Each lock with its place; one that is set on the version itself can be removed here. */
function Locks({ id, locks, onRemove }: LocksProps) {
  const styles = useStyles()
  const t = useProtectionTexts()
  const { lockLabel } = useLockNames()
  if (locks === undefined) return <>{t.hidden}</>
  if (locks.length === 0) return <>{t.none}</>
  return (
    <Stack as="ul" gap="XS">
      {locks.map((lock) => (
        <li key={`${lock.scope}/${lock.name}`} className={styles.lock}>
          <span>{lockLabel(lock)}</span>
          {lock.notes !== undefined && <Quiet>{lock.notes}</Quiet>}
          {sameResourceId(lock.scope, id) && (
            <Button size="small" aria-label={t.removeNamed(lock.name)} onClick={() => onRemove(lock)}>
              {t.remove}
            </Button>
          )}
        </li>
      ))}
    </Stack>
  )
}
