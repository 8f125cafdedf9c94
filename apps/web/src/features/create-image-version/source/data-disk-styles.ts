import { makeStyles, tokens } from '@fluentui/react-components'

/** The rows of data disks: LUN, disk, and the button that removes the row. */
export const useDataDiskStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    alignItems: 'start',
    width: '100%',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr) 32px',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    width: '100%',
    '& > button': { marginTop: '26px' },
  },
  lun: { width: '100%', minWidth: '0' },
})
