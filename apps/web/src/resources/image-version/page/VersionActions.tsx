import { Button, Tooltip } from '@fluentui/react-components'
import {
  AddRegular,
  CopyRegular,
  DesktopPulseRegular,
  DesktopRegular,
  EditRegular,
  ProhibitedRegular,
  SaveRegular,
  ShieldCheckmarkRegular,
} from '@fluentui/react-icons'
import { profileRegionsOfVersion } from '@portal/code'
import { type EffectiveRegion, type EncryptionProof, isReplicated } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { lazy, Suspense, useState } from 'react'
import {
  createVirtualMachinePath,
  imageDefinitionPath,
  nextImageVersionPath,
  startFromPath,
  testMachinePath,
  updateImageVersionPath,
} from '../../../paths.ts'
import { useProfileTexts } from '../../../patterns/profiles/profiles-texts.ts'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import type { MoreAction } from '../../../ui/MoreMenu.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { LatestButton } from '../parts/latest/LatestButton.tsx'
import { RepairButton } from '../parts/region-repair/RepairButton.tsx'
import { useImageVersionTexts } from '../texts/image-version-texts.ts'
import { useLatestTexts } from '../texts/latest-texts.ts'
import { useRevocationTexts } from '../texts/revocation-texts.ts'
import { useRepairableRegions } from './repair/use-repairable-regions.ts'

const RevokeDialog = lazy(() =>
  import('./revocation/RevokeDialog.tsx').then((part) => ({ default: part.RevokeDialog })),
)
const ProofDialog = lazy(() => import('./proof/ProofDialog.tsx').then((part) => ({ default: part.ProofDialog })))
const SaveProfile = lazy(() =>
  import('../../../patterns/profiles/SaveProfile.tsx').then((part) => ({ default: part.SaveProfile })),
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
 * failure it is the repair.
 */
export function VersionActions({ id, version, encryption, definitionId, onPrint }: VersionActionsProps) {
  const t = useImageVersionTexts()
  const [dialog, setDialog] = useState<'profile' | 'proof' | 'revoke'>()
  const profile = useProfileTexts()
  const revocation = useRevocationTexts()
  const latest = useLatestTexts()
  const close = () => setDialog(undefined)
  const whyNot = version === undefined || version.provisioningState === 'Creating' ? t.notWhileCreating : undefined
  const regions = version === undefined ? [] : profileRegionsOfVersion(version)
  const actions: MoreAction[] = [
    ...(version !== undefined && isPromotable(version)
      ? [
          { name: latest.testMachine, icon: DesktopPulseRegular, href: testMachinePath(id) },
          { name: t.createVirtualMachine, icon: DesktopRegular, href: createVirtualMachinePath(id) },
        ]
      : []),
    { name: t.updateReplication, icon: EditRegular, href: updateImageVersionPath(id), whyNot },
    { name: t.clone, icon: CopyRegular, href: startFromPath(id), whyNot },
    ...(regions.length > 0 ? [{ name: profile.save, icon: SaveRegular, onSelect: () => setDialog('profile') }] : []),
    ...(version !== undefined
      ? [{ name: t.proof.open, icon: ShieldCheckmarkRegular, onSelect: () => setDialog('proof') }]
      : []),
  ]
  const revoke = { name: revocation.open, icon: ProhibitedRegular, onSelect: () => setDialog('revoke'), whyNot }
  return (
    <>
      <CommandBar
        id={id}
        primary={version ? <Primary version={version} definitionId={definitionId} /> : <NotYet />}
        secondary={{
          name: t.createNextVersion,
          icon: AddRegular,
          href: nextImageVersionPath(id),
          mark: 'next-version',
        }}
        actions={actions}
        dangerous={version?.revocation === undefined ? [revoke] : []}
        deletion={{ kind: 'version', parentPath: imageDefinitionPath(definitionId) }}
      />
      <Suspense fallback={null}>
        {dialog === 'profile' && <SaveProfile regions={regions} suggestedName={resourceLabel(id)} onClose={close} />}
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
        {dialog === 'revoke' && <RevokeDialog id={id} onClose={close} />}
      </Suspense>
    </>
  )
}

function Primary({ version, definitionId }: { version: ImageVersion; definitionId: string }) {
  const t = useImageVersionTexts()
  const latest = useLatestTexts()
  const regions = useRepairableRegions(version)
  if (regions.length > 0)
    return (
      <RepairButton id={version.id} regions={regions} appearance="primary">
        {t.repair.open}
      </RepairButton>
    )
  if (isPromotable(version))
    return (
      <LatestButton kind="Promotion" imageDefinitionId={definitionId} imageVersionId={version.id} appearance="primary">
        {latest.promote}
      </LatestButton>
    )
  if (version.provisioningState === 'Creating') return <NotYet />
  return (
    <RouteButton
      href={createVirtualMachinePath(version.id)}
      appearance={isReplicated(version) ? 'primary' : 'secondary'}
    >
      {t.createVirtualMachine}
    </RouteButton>
  )
}

/** Keeps the place of the primary action, and says when it comes. */
function NotYet() {
  const t = useImageVersionTexts()
  return (
    <Tooltip content={t.notWhileCreating} relationship="description">
      <Button disabledFocusable>{t.createVirtualMachine}</Button>
    </Tooltip>
  )
}

/** Excluded from latest somewhere, and in every region; a revoked version isn't promoted. */
function isPromotable(version: ImageVersion): boolean {
  const { excludeFromLatest, revocation, targetRegions } = version
  const isExcluded = excludeFromLatest || targetRegions.some((region) => region.excludeFromLatest)
  return isExcluded && revocation === undefined && isReplicated(version)
}
