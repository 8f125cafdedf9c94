import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { createElement, type HTMLAttributes, type Ref } from 'react'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column' },
  ul: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex' },
  wrap: { flexWrap: 'wrap' },
  shrinks: { minWidth: 0 },
  start: { alignItems: 'start' },
  center: { alignItems: 'center' },
  end: { alignItems: 'end' },
  baseline: { alignItems: 'baseline' },
  XXS: { gap: tokens.spacingVerticalXXS },
  XS: { gap: tokens.spacingVerticalXS },
  S: { gap: tokens.spacingVerticalS },
  M: { gap: tokens.spacingVerticalM },
  L: { gap: tokens.spacingVerticalL },
  XL: { gap: tokens.spacingVerticalXL },
  XXL: { gap: tokens.spacingVerticalXXL },
  XXXL: { gap: tokens.spacingVerticalXXXL },
})

interface StackProps extends HTMLAttributes<HTMLElement> {
  as?: 'div' | 'span' | 'section' | 'ul'
  /** side by side, on one line or on several; without it, one below the other */
  row?: boolean | 'wrap'
  /** between its parts: Fluent's spacing of that name */
  gap?: 'XXS' | 'XS' | 'S' | 'M' | 'L' | 'XL' | 'XXL' | 'XXXL'
  align?: 'start' | 'center' | 'end' | 'baseline'
  /** its parts may become narrower than their content */
  shrinks?: boolean
  ref?: Ref<HTMLDivElement>
}

/** Lays out its parts one below the other, or side by side. */
export function Stack({ as = 'div', row = false, gap, align, shrinks = false, className, ...element }: StackProps) {
  const styles = useStyles()
  return createElement(as, {
    ...element,
    className: mergeClasses(
      as === 'ul' && styles.ul,
      row === false ? styles.column : styles.row,
      row === 'wrap' && styles.wrap,
      gap && styles[gap],
      align && styles[align],
      shrinks && styles.shrinks,
      className,
    ),
  })
}
