import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { fromArm, asksForDiskSets } from '@portal/image-version'
import { SetsByRegion } from '../../../../patterns/matrix/SetsByRegion.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { type DraftPreparation, SetMatrix } from '../../../disk-encryption-set/parts/SetMatrix.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'
import { matrixPlan, shownPath } from './matrix-plan.ts'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, minWidth: 0 },
  reference: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { margin: 0 },
})

interface AddedEncryptionProps extends UpdateSectionProps {
  canUndo: boolean
  canRedo: boolean
  preparation: DraftPreparation
}

/** The sets of the new regions, next to those of the existing regions, which stay unchanged. */
export function AddedEncryption(props: AddedEncryptionProps) {
  const { draft, inventory, issues, onEdit, onLeave, canUndo, canRedo, preparation } = props
  const styles = useStyles()
  const t = useUpdateTexts().encryption
  const { version } = draft.base
  const matrix = matrixPlan(version, draft.change, inventory)
  const { plan } = matrix
  if (!asksForDiskSets(plan) && plan.confidentialVMEncryptionType !== 'EncryptedWithCmk')
    return (
      <Section title={t.heading}>
        <Text>{t.platformKey}</Text>
      </Section>
    )
  const there = { ...matrix, plan: { ...plan, targetRegions: fromArm(version).targetRegions } }
  return (
    <div className={styles.section}>
      <SetMatrix
        {...matrix}
        issues={issues.map((issue) => ({ ...issue, path: shownPath(issue.path) }))}
        onEdit={onEdit}
        onLeave={([, ...path]) => onLeave(['addedRegions', ...path])}
        canUndo={canUndo}
        canRedo={canRedo}
        preparation={preparation}
        profile={draft.profile}
      />
      <div className={styles.reference}>
        <Subtitle2 as="h3" className={styles.heading}>
          {t.reference}
        </Subtitle2>
        <SetsByRegion {...there} />
      </div>
    </div>
  )
}
