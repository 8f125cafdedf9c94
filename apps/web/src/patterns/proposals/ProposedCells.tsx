import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { startTransition, type ReactNode } from 'react'
import { Dialog } from '../../ui/dialog/Dialog.tsx'

const useStyles = makeStyles({
  // What a choice changes is here before one is made, so that the dialog does not grow under the pointer.
  outcome: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minHeight: '112px' },
  rows: { maxHeight: '40vh', overflow: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      // A word is never cut: a long ID is, at its hyphens.
      overflowWrap: 'break-word',
    },
    '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase200 },
    '& caption': { textAlign: 'start' },
    '& thead th': {
      position: 'sticky',
      top: 0,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground2,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
})

interface ProposedCellsProps {
  texts: { title: string; intro: string; cancel: string; replace: (count: number) => string }
  /** the name of the button that fills the cells */
  submit: string
  /** undefined: there is nothing to fill */
  onSubmit: (() => void) | undefined
  onClose: () => void
  /** where the sets come from */
  source: ReactNode
  /** what would be filled; undefined before the source is chosen */
  outcome: ReactNode
  /** the chosen sets that could be replaced, and whether they are */
  replacement: { count: number; isOn: boolean; onChange: (isOn: boolean) => void }
  /** the first of each row is its heading */
  table: { title: string; headings: string[]; rows: { key: string; cells: ReactNode[] }[] }
}

/** Fills many cells at once: first shows what it would do, and what it can't. */
export function ProposedCells(props: ProposedCellsProps) {
  const { texts, submit, onSubmit, onClose, source, outcome, replacement, table } = props
  const styles = useStyles()
  return (
    <Dialog
      title={texts.title}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={onSubmit === undefined}
            onClick={() => {
              if (onSubmit === undefined) return
              // The dialog closes at once; thousands of cells might need another frame.
              onClose()
              startTransition(onSubmit)
            }}
          >
            {submit}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </>
      }
    >
      <Text>{texts.intro}</Text>
      {source}
      <div className={styles.outcome}>
        {outcome !== undefined && <div role="status">{outcome}</div>}
        {replacement.count > 0 && (
          <Checkbox
            checked={replacement.isOn}
            onChange={(_, { checked }) => replacement.onChange(checked === true)}
            label={texts.replace(replacement.count)}
          />
        )}
        {table.rows.length > 0 && (
          // Focusable, so that the keyboard can scroll it.
          <div className={styles.rows} tabIndex={0} role="region" aria-label={table.title}>
            <table className={styles.table}>
              {table.title !== texts.title && (
                <caption>
                  <Text weight="semibold">{table.title}</Text>
                </caption>
              )}
              <thead>
                <tr>
                  {table.headings.map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(({ key, cells: [heading, ...cells] }) => (
                  <tr key={key}>
                    <th scope="row">{heading}</th>
                    {cells.map((cell, at) => (
                      <td key={table.headings[at + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Dialog>
  )
}
