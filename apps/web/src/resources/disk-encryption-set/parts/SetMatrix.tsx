import { confidentialSetType, diskEncryptionSetById, type DiskEncryptionSetType } from '@portal/disk-encryption'
import {
  asksForConfidentialSets,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  usesCustomerKeys,
} from '@portal/image-version'
import { sameResourceId, tryParseResourceId } from '@portal/portal-api'
import { useEffect, useEffectEvent, useState, type ComponentProps } from 'react'
import { useMakeStale } from '../../../api/use-write.ts'
import { EncryptionMatrix } from '../../../patterns/matrix/EncryptionMatrix.tsx'
import type { CellFilling, MatrixEdit } from '../../../patterns/matrix/matrix-reducer.ts'
import { matrixOf, setIdOf, setsFor, type Cell } from '../../../patterns/matrix/matrix.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'

// Its code comes when some are missing.
const PrepareSets = lazyPart(() =>
  import('./preparation/PrepareDiskEncryptionSets.tsx').then((part) => part.PrepareDiskEncryptionSets),
)

/** The deployment that creates sets for a draft, as stored in the draft. */
export interface DraftPreparation {
  startedId: string | undefined
  remember: (deploymentId: string) => void
  forget: () => void
}

type SetMatrixProps = Omit<ComponentProps<typeof EncryptionMatrix>, 'missingSets'> & { preparation: DraftPreparation }

/** The sets of a plan's cells, and the creation of those that its regions lack. */
export function SetMatrix({ preparation, ...matrix }: SetMatrixProps) {
  return <EncryptionMatrix {...matrix} missingSets={<MissingSets {...matrix} preparation={preparation} />} />
}

interface MissingSetsProps {
  plan: ImageVersionPlan
  inventory: Inventory
  preparation: DraftPreparation
  onEdit: (edit: MatrixEdit) => void
}

/** Offers to create the missing sets of the plan's regions, and chooses them in their cells after their creation. */
function MissingSets({ plan, inventory, preparation, onEdit }: MissingSetsProps) {
  const makeStale = useMakeStale()
  const { regions, disks } = matrixOf(plan, inventory)
  /** the last created sets by region */
  const [made, setMade] = useState<Record<string, string>>()

  // Known before they are chosen: a set that is not in the inventory would be a problem.
  const isKnown =
    made !== undefined && Object.values(made).every((id) => diskEncryptionSetById(inventory, id) !== undefined)
  const choose = useEffectEvent(() => {
    const cells = regions.flatMap((region) => disks.map((disk): Cell => ({ region, disk })))
    const filled = cells.flatMap((cell): CellFilling[] => {
      const { region, disk } = cell
      const set = setsFor(cell).find(({ id }) => sameResourceId(id, made?.[region.name] ?? ''))
      return set === undefined || setIdOf(plan, cell) !== ''
        ? []
        : [{ index: region.index, disk: disk.key, diskEncryptionSetId: set.id }]
    })
    if (filled.length > 0) onEdit({ type: 'fillCells', cells: filled })
    preparation.forget()
  })
  useEffect(() => {
    if (isKnown) choose()
  }, [isKnown, made])
  function onMade(sets: Record<string, string>) {
    setMade(sets)
    void makeStale('setsPrepared')
  }

  const definition = tryParseResourceId(plan.imageDefinitionId)
  if (definition === undefined) return null
  const { subscriptionId, resourceGroupName } = definition
  return typesOf(plan, inventory).map((encryptionType) => {
    const isConfidential = encryptionType === confidentialSetType
    const ofType = disks.find((disk) => disk.isConfidential === isConfidential)
    const lacking = ofType && regions.filter((region) => setsFor({ region, disk: ofType }).length === 0)
    return (
      <PrepareSets
        key={encryptionType}
        inventory={inventory}
        subscriptionId={subscriptionId}
        resourceGroupName={resourceGroupName}
        encryptionType={encryptionType}
        regions={lacking ?? []}
        startedId={preparation.startedId}
        onStarted={preparation.remember}
        onMade={onMade}
      />
    )
  })
}

/** The types of sets that the plan's cells need. */
function typesOf(plan: ImageVersionPlan, inventory: Inventory): DiskEncryptionSetType[] {
  const { encryptionType } = plan
  const hasDisks = imageDisks(plan.source, inventory).length > 0
  return [
    ...(usesCustomerKeys(plan) && hasDisks && encryptionType !== 'EncryptionAtRestWithPlatformKey'
      ? [encryptionType]
      : []),
    ...(asksForConfidentialSets(plan) ? [confidentialSetType] : []),
  ]
}
