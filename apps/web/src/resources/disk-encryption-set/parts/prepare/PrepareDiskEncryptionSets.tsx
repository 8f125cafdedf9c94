import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type PreparationDeployment, regionDisplayName } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { preparationsQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'
import type { PrepareProps } from './NamesStep.tsx'
import { PreparationDrawer } from './PreparationDrawer.tsx'
import { usePreparationDeployment } from './use-preparation-deployment.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** Offers to create the missing sets, or shows their creation in progress; the rest is in a drawer. */
export function PrepareDiskEncryptionSets(props: PrepareProps) {
  const styles = useStyles()
  const t = usePreparationTexts()
  const { list } = useFormats()
  const user = useSignedIn()
  const { subscriptionId, resourceGroupName, encryptionType, regions, inventory, startedId, onMade } = props
  const [isOpen, setOpen] = useState(false)
  const [madeId, setMadeId] = useState<string>()
  // Another browser might have started one.
  const others = useQuery(preparationsQuery(user, { subscriptionId, resourceGroupName }))
  const other = others.data?.find(({ preparation }) => preparation.encryptionType === encryptionType)
  const watchedId = startedId ?? madeId ?? other?.id
  const [ownMadeId, setOwnMadeId] = useState<string>()
  const isOwn = watchedId !== undefined && (watchedId === startedId || watchedId === ownMadeId)
  const watching = usePreparationDeployment(watchedId, {
    isOwn,
    onMade(diskEncryptionSets) {
      // The wizard drops finished ones; here they are still shown.
      setMadeId(watchedId)
      // What somebody else has created is offered, but not chosen for the user.
      if (isOwn) setOwnMadeId(watchedId)
      onMade(isOwn ? diskEncryptionSets : {})
    },
  })
  const [first] = regions

  return (
    <>
      {watching.deployment?.preparation.encryptionType === encryptionType && isUnderWay(watching.state) ? (
        <div className={styles.row}>
          <StateLabel look="running">
            <Text>{t.underWay(list(regionNames(watching.deployment, inventory)))}</Text>
          </StateLabel>
          <Button onClick={() => setOpen(true)}>{t.showProgress}</Button>
        </div>
      ) : (
        first !== undefined && (
          <div className={styles.row}>
            <Button appearance="primary" onClick={() => setOpen(true)}>
              {t.open(regions.length, first.displayName)}
            </Button>
          </div>
        )
      )}
      {isOpen && <PreparationDrawer {...props} watching={watching} onClose={() => setOpen(false)} />}
    </>
  )
}

function isUnderWay(state: string | undefined): boolean {
  return state === 'Running' || state === 'AwaitingGrant'
}

function regionNames({ preparation }: PreparationDeployment, inventory: Inventory): string[] {
  return preparation.regions.map(({ location }) => regionDisplayName(inventory, location))
}
