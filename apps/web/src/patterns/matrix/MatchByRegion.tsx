import { Field, Text } from '@fluentui/react-components'
import { regionDisplayName, type DiskEncryptionSet } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { matchByRegion } from '@portal/version-rules'
import { useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { ProposedCells } from '../proposals/ProposedCells.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import type { EncryptionTexts } from './cell-facts.ts'
import { rangesOf } from './disk-groups.ts'
import { fittingSets } from './fitting-sets.ts'
import type { CellFilling } from './matrix-reducer.ts'

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
    <ProposedCells
      texts={t}
      submit={t.apply(cells.length)}
      onSubmit={cells.length === 0 ? undefined : () => onFill(cells)}
      onClose={onClose}
      source={
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
      }
      outcome={
        pattern === '' ? undefined : (
          <Text weight="semibold">
            {cells.length === 0 ? t.nothing : t.summary(cells.length, regionsOf(filled))}
            {left > 0 && ` ${t.left(left)}`}
          </Text>
        )
      }
      replacement={{ count: replaceable, isOn: replaces, onChange: setReplaces }}
      table={{
        title: t.title,
        headings: [t.region, t.disks, t.set, t.reason],
        rows: rows.map((row) => ({
          key: `${row.index}.${row.cells[0]?.disk}`,
          cells: [
            row.region,
            diskNames(row.cells, texts),
            row.set === undefined ? '–' : nameOf(row.set),
            <StateLabel key="reason" look={row.set === undefined ? 'failed' : 'done'}>
              {t.reasons[row.reason]}
            </StateLabel>,
          ],
        })),
      }}
    />
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
