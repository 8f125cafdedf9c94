import { makeStyles, tokens } from '@fluentui/react-components'

/**
 * The color of each encryption in the bar and beside its name. Colors are never alone: each has its name and number
 * in the list.
 */
export const useEncryptionColors = makeStyles({
  platform: { backgroundColor: tokens.colorNeutralForeground4 },
  customer: { backgroundColor: tokens.colorCompoundBrandBackground },
  double: { backgroundColor: tokens.colorPaletteTealBorderActive },
  confidential: { backgroundColor: tokens.colorPaletteGrapeBorderActive },
  mixed: { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
  unknown: { backgroundColor: tokens.colorNeutralStroke1 },
})
