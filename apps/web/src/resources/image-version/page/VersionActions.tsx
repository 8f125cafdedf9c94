import { Button, Tooltip } from '@fluentui/react-components'
import {
  AddRegular,
  CopyRegular,
  DesktopPulseRegular,
  ArrowUndoRegular,
  DesktopRegular,
  EditRegular,
  LockClosedRegular,
  ProhibitedRegular,
  SaveRegular,
  ShieldCheckmarkRegular,
} from '@fluentui/react-icons'
import { type EncryptionProof, profileRegionsOfVersion } from '@portal/code'
import { type EffectiveRegion, isReplicated } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useState } from 'react'
import {
  createVirtualMachinePath,
  imageDefinitionPath,
  nextImageVersionPath,
  startFromPath,
  testMachinePath,
  updateImageVersionPath,
} from '../../../paths.ts'
import { showPipelineNext } from '../../../patterns/code/use-code-pane.ts'
import { useProfileTexts } from '../../../patterns/profiles/profiles-texts.ts'
import { useProtectionTexts } from '../../../patterns/protection/protection-texts.ts'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import type { MoreAction } from '../../../ui/MoreMenu.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { LatestButton } from '../parts/latest/LatestButton.tsx'
import { RegionRepairButton } from '../parts/region-repair/RegionRepairButton.tsx'
import { useLatestTexts } from '../texts/latest-texts.ts'
import { useRevocationTexts } from '../texts/revocation-texts.ts'
import { useImageVersionTexts } from '../texts/version-page-texts.ts'
import { useRepairableRegions } from './region-repair/use-repairable-regions.ts'

const RevokeDialog = lazyPart(() => import('./revocation/RevokeDialog.tsx').then((part) => part.RevokeDialog))
const UndoDialog = lazyPart(() => import('./revocation/UndoDialog.tsx').then((part) => part.UndoDialog))
const LockDialog = lazyPart(() => import('./protection/LockDialog.tsx').then((part) => part.LockDialog))
const ProofDialog = lazyPart(() => import('./proof/ProofDialog.tsx').then((part) => part.ProofDialog))
const ExportDialog = lazyPart(() => import('../parts/ExportDialog.tsx').then((part) => part.ExportDialog))
const SaveProfile = lazyPart(() =>
  import('../../../patterns/profiles/SaveProfile.tsx').then((part) => part.SaveProfile),
)
interface VersionActionsProps {
  id: string
  /** undefined until Azure has returned it */
  version: ImageVersion | undefined
  /** of its disks, by region */
  encryption: EffectiveRegion[]
  /** of its definition */
  definitionId: string
  /** its proof is to be printed */
  onPrint: (proof: EncryptionProof) => void
}

/**
 * The actions on a version: one primary by its state, the next version, and all else in a menu. Once it is in every
 * region, the primary one is to create a virtual machine, or to promote it if it is excluded from latest; after a
 * failure it is the repair. A revocation is undone there.
 */
export function VersionActions({ id, version, encryption, definitionId, onPrint }: VersionActionsProps) {
  const t = useImageVersionTexts()
  const [dialog, setDialog] = useState<'profile' | 'pipeline' | 'proof' | 'lock' | 'revoke' | 'undo'>()
  const profile = useProfileTexts()
  const protection = useProtectionTexts()
  const revocation = useRevocationTexts()
  const latest = useLatestTexts()
  const close = () => setDialog(undefined)
  const whyNot = version === undefined || version.provisioningState === 'Creating' ? t.notWhileCreating : undefined
  const regions = version === undefined ? [] : profileRegionsOfVersion(version)
  const repairable = useRepairableRegions(version)
  const next = nextStepOf(version, repairable.length > 0)
  const undo = { name: revocation.undo, icon: ArrowUndoRegular, onSelect: () => setDialog('undo') }
  const actions: MoreAction[] = [
    ...(next === 'promote' ? [{ name: latest.testMachine, icon: DesktopPulseRegular, href: testMachinePath(id) }] : []),
    ...(next === 'promote' || next === 'undo'
      ? [{ name: t.createVirtualMachine, icon: DesktopRegular, href: createVirtualMachinePath(id) }]
      : []),
    { name: t.updateReplication, icon: EditRegular, href: updateImageVersionPath(id), whyNot },
    { name: t.clone, icon: CopyRegular, href: startFromPath(id), whyNot },
    ...(regions.length > 0 ? [{ name: profile.save, icon: SaveRegular, onSelect: () => setDialog('profile') }] : []),
    ...(version !== undefined
      ? [{ name: t.proof.open, icon: ShieldCheckmarkRegular, onSelect: () => setDialog('proof') }]
      : []),
    { name: protection.add, icon: LockClosedRegular, onSelect: () => setDialog('lock') },
    ...(version?.revocation !== undefined && next !== 'undo' ? [undo] : []),
  ]
  const revoke = {
    name: version?.revocation === undefined ? revocation.open : revocation.change,
    icon: ProhibitedRegular,
    onSelect: () => setDialog('revoke'),
    whyNot,
  }
  const primary = {
    // It keeps the place of the one that comes, and says when.
    wait: (
      <Tooltip content={t.notWhileCreating} relationship="description">
        <Button disabledFocusable>{t.createVirtualMachine}</Button>
      </Tooltip>
    ),
    repair: (
      <RegionRepairButton id={id} regions={repairable} appearance="primary">
        {t.repair.open}
      </RegionRepairButton>
    ),
    promote: (
      <LatestButton kind="Promotion" imageDefinitionId={definitionId} imageVersionId={id} appearance="primary">
        {latest.promote}
      </LatestButton>
    ),
    undo: <Button onClick={undo.onSelect}>{undo.name}</Button>,
    machine: (
      <RouteButton
        href={createVirtualMachinePath(id)}
        appearance={version && isReplicated(version) ? 'primary' : 'secondary'}
      >
        {t.createVirtualMachine}
      </RouteButton>
    ),
  }[next]
  return (
    <>
      <CommandBar
        id={id}
        keysOf={{ version: id }}
        primary={primary}
        secondary={{
          name: t.createNextVersion,
          icon: AddRegular,
          href: nextImageVersionPath(id),
          mark: 'next-version',
        }}
        actions={actions}
        dangerous={[revoke]}
        deletion={{ kind: 'version', parentPath: imageDefinitionPath(definitionId) }}
      />
      {dialog === 'profile' && (
        <SaveProfile
          regions={regions}
          suggestedName={resourceLabel(id)}
          onPipeline={() => {
            showPipelineNext()
            setDialog('pipeline')
          }}
          onClose={close}
        />
      )}
      {dialog === 'pipeline' && <ExportDialog versionIds={[id]} onClose={close} />}
      {dialog === 'proof' && (
        <ProofDialog
          id={id}
          encryption={encryption}
          onPrint={(proof) => {
            close()
            onPrint(proof)
          }}
          onClose={close}
        />
      )}
      {dialog === 'lock' && <LockDialog id={id} onClose={close} />}
      {dialog === 'revoke' && <RevokeDialog id={id} onClose={close} />}
      {dialog === 'undo' && <UndoDialog id={id} onClose={close} />}
    </>
  )
}

type NextStep = 'wait' | 'repair' | 'promote' | 'undo' | 'machine'

/** What is to be done next with a version in its state; nothing until it is known and created. */
function nextStepOf(version: ImageVersion | undefined, isRepairable: boolean): NextStep {
  if (version === undefined) return 'wait'
  if (isRepairable) return 'repair'
  if (version.revocation !== undefined) return 'undo'
  const isExcluded = version.excludeFromLatest || version.targetRegions.some((region) => region.excludeFromLatest)
  if (isExcluded && isReplicated(version)) return 'promote'
  return version.provisioningState === 'Creating' ? 'wait' : 'machine'
}
