import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/** Text for screen readers only, because the page shows it in another way. */
export function ReadOutOnly({ as: Element = 'div', children }: { as?: 'div' | 'span'; children: ReactNode }) {
  return <Element className={useStyles().hidden}>{children}</Element>
}
