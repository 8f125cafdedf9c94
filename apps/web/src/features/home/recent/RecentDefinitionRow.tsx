import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { resourceNameOf, tryParseResourceId, type RecentDefinition } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { useHomeTexts } from '../../../i18n/home/use-home-texts.ts'
import { resourceLabel } from '../../../parts/resource/resource-label.ts'
import { createImageVersionPath, imageDefinitionPath, imageVersionPath } from '../../../paths.ts'
import { shows } from '../../../ui/marks/shows.ts'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { tileSizes } from '../tiles/tile-sizes.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr) max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    height: `${tileSizes.wideRow}px`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
  },
  cell: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground3 },
})

/** A definition: its latest version, the source of that, and the way to the next version. */
export function RecentDefinitionRow({ definition: { id, version } }: { definition: RecentDefinition }) {
  const styles = useStyles()
  const { recent: t } = useHomeTexts()
  const { date } = useFormats()
  const isNarrow = useNarrow()
  const parts = tryParseResourceId(id)
  const [gallery = '', name = ''] = parts?.names ?? []
  const versionParts = tryParseResourceId(version.id)
  const number = versionParts === undefined ? version.id : resourceNameOf(versionParts)
  const published = version.publishedDate === undefined ? '' : date(version.publishedDate)
  const source = version.sourceId === undefined ? undefined : resourceLabel(version.sourceId)
  return (
    <li className={styles.row}>
      <Cell title={name} detail={isNarrow ? t.latest(number, published) : gallery} {...shows(`definition-${name}`)}>
        <RouteLink href={imageDefinitionPath(id)} className={styles.strong}>
          {name}
        </RouteLink>
      </Cell>
      {!isNarrow && (
        <Cell title={number} detail={published}>
          <RouteLink href={imageVersionPath(version.id)}>{number}</RouteLink>
        </Cell>
      )}
      {!isNarrow && (
        <Cell title={source ?? ''} detail={t.source}>
          {source ?? '–'}
        </Cell>
      )}
      <RouteButton href={createImageVersionPath(id)} aria-label={t.createVersionIn(name)}>
        {t.createVersion}
      </RouteButton>
    </li>
  )
}

interface CellProps {
  title: string
  detail: string
  children: ReactNode
  /** of `shows` */
  'data-shows'?: string
}

function Cell({ title, detail, children, ...marks }: CellProps) {
  const styles = useStyles()
  return (
    <span className={styles.cell} {...marks}>
      <span className={styles.line} title={title}>
        {children}
      </span>
      <Text size={200} className={styles.detail} truncate wrap={false}>
        {detail}
      </Text>
    </span>
  )
}
