import { Button, Checkbox, Field, Text, makeStyles, tokens } from '@fluentui/react-components'
import { regionDisplayName, type DiskEncryptionSet } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { matchByRegion } from '@portal/version-rules'
import { startTransition, useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import type { EncryptionTexts } from './cell-facts.ts'
import { rangesOf } from './disk-groups.ts'
import { fittingSets } from './fitting-sets.ts'
import type { CellFilling } from './matrix-reducer.ts'

const useStyles = makeStyles({
  preview: { maxHeight: '40vh', overflow: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      overflowWrap: 'anywhere',
    },
    '& thead th': {
      position: 'sticky',
      top: 0,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground2,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
})

interface MatchByRegionProps {
  plan: ImageVersionPlan
  inventory: Inventory
  /** ID of the initial set, '' for none */
  suggested: string
  onFill: (cells: CellFilling[]) => void
  onClose: () => void
}

/** Fills all cells after the pattern of one set: first shows what it would do, and what it can't. */
export function MatchByRegion({ plan, inventory, suggested, onFill, onClose }: MatchByRegionProps) {
  const styles = useStyles()
  const texts = useWizardTexts().wizard.encryption
  const t = texts.match
  const [pattern, choosePattern] = useState(suggested)
  const [replaces, setReplaces] = useState(false)
  const names = new Set(plan.targetRegions.map(({ name }) => name).filter((name) => name !== ''))
  const matches = pattern === '' ? [] : matchByRegion(plan, inventory, pattern)
  const rows = matches
    .map(({ index, disks, reason, set }) => ({
      index,
      region: regionDisplayName(inventory, plan.targetRegions[index]?.name ?? ''),
      reason,
      set,
      cells: disks
        .filter(({ isEmpty }) => isEmpty || replaces)
        .map(({ key }): CellFilling => ({ index, disk: key, diskEncryptionSetId: set?.id ?? '' })),
    }))
    .filter(({ cells }) => cells.length > 0)
  const nameOf = ({ id }: DiskEncryptionSet) => labelWithGroup(id, plan.imageDefinitionId)
  const filled = rows.filter(({ set }) => set !== undefined)
  const cells = filled.flatMap((row) => row.cells)
  const regionsOf = (some: typeof rows) => new Set(some.map(({ index }) => index)).size
  const left = regionsOf(rows.filter(({ set }) => set === undefined))
  const replaceable = matches
    .filter(({ set }) => set !== undefined)
    .flatMap(({ disks }) => disks.filter(({ isEmpty }) => !isEmpty)).length

  return (
    <Dialog
      title={t.title}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={cells.length === 0}
            onClick={() => {
              // The dialog closes at once; thousands of cells might need another frame.
              onClose()
              startTransition(() => onFill(cells))
            }}
          >
            {t.apply(cells.length)}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <Text>{t.intro}</Text>
      <Field label={t.pattern}>
        <Choice<string>
          value={pattern}
          placeholder={t.choosePattern}
          options={[...names].flatMap((name) =>
            fittingSets(plan, inventory, name).map((set) => ({
              value: set.id,
              label: nameOf(set),
              group: regionDisplayName(inventory, name),
            })),
          )}
          onChoose={choosePattern}
        />
      </Field>
      {replaceable > 0 && (
        <Checkbox
          checked={replaces}
          onChange={(_, { checked }) => setReplaces(checked === true)}
          label={t.replace(replaceable)}
        />
      )}
      {pattern !== '' && (
        <Text weight="semibold" role="status">
          {cells.length === 0 ? t.nothing : t.summary(cells.length, regionsOf(filled))}
          {left > 0 && ` ${t.left(left)}`}
        </Text>
      )}
      {rows.length > 0 && (
        // Focusable, so that the keyboard can scroll it.
        <div className={styles.preview} tabIndex={0} role="region" aria-label={t.title}>
          <table className={styles.table}>
            <thead>
              <tr>
                {[t.region, t.disks, t.set, t.reason].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.index}.${row.cells[0]?.disk}`}>
                  <th scope="row">{row.region}</th>
                  <td>{diskNames(row.cells, texts)}</td>
                  <td>{row.set === undefined ? '–' : nameOf(row.set)}</td>
                  <td>
                    <StateLabel look={row.set === undefined ? 'failed' : 'done'}>{t.reasons[row.reason]}</StateLabel>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}

/** Such as `OS disk, LUN 0–3`. */
function diskNames(cells: CellFilling[], texts: EncryptionTexts): string {
  const luns = cells.flatMap(({ disk }) => (typeof disk === 'number' ? [disk] : []))
  return [
    ...(cells.some(({ disk }) => disk === 'os') ? [texts.osDisk] : []),
    ...(luns.length > 0 ? [texts.lun(rangesOf(luns))] : []),
  ].join(', ')
}
