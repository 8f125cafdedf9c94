import { makeStyles, tokens } from '@fluentui/react-components'
import { KeyRegular, LockClosedRegular } from '@fluentui/react-icons'
import { resourceNameOf, tryParseResourceId, type RecentDefinition } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { createImageVersionPath, imageDefinitionPath, imageVersionPath } from '../../../paths.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { Quiet } from '../../../ui/Quiet.tsx'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useHomeTexts } from '../home-texts.ts'
import { tileSizes } from '../tiles/tile-sizes.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 8fr) minmax(0, 5fr) minmax(0, 10fr) max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    height: `${tileSizes.wideRow}px`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
  },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  encryption: { '& svg': { verticalAlign: 'text-bottom', fontSize: '16px' } },
  own: { color: tokens.colorBrandForeground1 },
  platform: { color: tokens.colorNeutralForeground3 },
})

/** A definition: its latest version, whose keys encrypt that, and the way to the next version. */
export function RecentDefinitionRow({ definition: { id, version } }: { definition: RecentDefinition }) {
  const styles = useStyles()
  const { recent: t } = useHomeTexts()
  const { encryptions } = useBrowseTexts()
  const { date } = useFormats()
  const isNarrow = useNarrow()
  const parts = tryParseResourceId(id)
  const [gallery = '', name = ''] = parts?.names ?? []
  const versionParts = tryParseResourceId(version.id)
  const number = versionParts === undefined ? version.id : resourceNameOf(versionParts)
  const published = version.publishedDate === undefined ? '' : date(version.publishedDate)
  const encryption = encryptions[version.encryption]
  return (
    <li className={styles.row}>
      <Cell title={name} detail={isNarrow ? `${number} · ${encryption}` : gallery} {...shows(`definition-${name}`)}>
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
        <span className={styles.encryption}>
          {version.encryption === 'platform' ? (
            <LockClosedRegular className={styles.platform} aria-hidden />
          ) : (
            <KeyRegular className={styles.own} aria-hidden />
          )}{' '}
          {encryption}
        </span>
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
    <Stack as="span" shrinks {...marks}>
      <span className={styles.line} title={title}>
        {children}
      </span>
      <Quiet size={200} truncate wrap={false}>
        {detail}
      </Quiet>
    </Stack>
  )
}
