import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { proposedVersionNames } from '@portal/gallery'
import type { Inventory } from '@portal/image-version'
import { useProposalTexts } from '../../../../patterns/wizard/texts/proposals-texts.ts'
import { Stack } from '../../../../ui/Stack.tsx'

const useStyles = makeStyles({
  chip: { minWidth: '0', columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightRegular },
})

interface NumberChipsProps {
  /** the version number now */
  value: string
  inventory: Inventory
  onChoose: (name: string) => void
}

/** The next patch, minor and major version, to be chosen instead of typed. */
export function NumberChips({ value, inventory, onChoose }: NumberChipsProps) {
  const styles = useStyles()
  const t = useProposalTexts()
  const proposed = proposedVersionNames(inventory.existingVersionNames, inventory.deletedVersionNames)
  return (
    <Stack role="group" aria-label={t.numbers} row="wrap" gap="XS">
      {proposed.map(({ part, name }) => (
        <Button
          key={part}
          className={styles.chip}
          size="small"
          shape="circular"
          appearance={name === value ? 'primary' : 'outline'}
          aria-pressed={name === value}
          title={t.nextNumber(name, t.parts[part])}
          onClick={() => onChoose(name)}
        >
          {`${name} `}
          {proposed.length > 1 && <Text size={200}>{t.parts[part]}</Text>}
        </Button>
      ))}
    </Stack>
  )
}
