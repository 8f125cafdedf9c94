import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import type { checkKeyHealth, ResponseOf } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useReadinessBriefs } from '../../../i18n/answers/readiness-briefs-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { diskEncryptionSetPath, paths } from '../../../paths.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { useHomeTexts } from '../home-texts.ts'
import { setsInNeed } from './sets-in-need.ts'
import { tileRows, tileSizes } from './tile-sizes.ts'
import { Tile } from './Tile.tsx'
import { TileRow, TileRows } from './TileRow.tsx'

const useStyles = makeStyles({
  note: { display: 'block', height: `${tileSizes.note}px`, color: tokens.colorNeutralForeground3 },
  blocked: { fontSize: '16px', color: tokens.colorStatusDangerForeground1 },
  warning: { fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
})

/**
 * The disk encryption sets whose key needs attention, among those that a few calls can check; it says how many. Nothing
 * if none does.
 */
export function KeyHealth({ query }: { query: UseQueryResult<ResponseOf<typeof checkKeyHealth>> }) {
  const styles = useStyles()
  const { keys: t } = useHomeTexts()
  const briefs = useReadinessBriefs()
  const { number } = useFormats()
  if (query.data && setsInNeed(query.data.sets, query.data.now).length === 0) return null
  return (
    <Tile
      title={t.title}
      query={query}
      height={tileRows.small * tileSizes.row + tileSizes.note}
      more={{ href: paths.keyHealth, text: t.all }}
    >
      {({ sets, total, now }) => {
        const found = setsInNeed(sets, now)
        const checked = t.checked(number(sets.length), number(total))
        return (
          <>
            <TileRows label={t.title}>
              {found.slice(0, tileRows.small).map(({ id, name, location, finding }) => (
                <TileRow
                  key={id}
                  icon={
                    finding.state === 'blocked' ? (
                      <ErrorCircleFilled className={styles.blocked} aria-hidden />
                    ) : (
                      <WarningFilled className={styles.warning} aria-hidden />
                    )
                  }
                  href={diskEncryptionSetPath(id)}
                  name={name}
                  detail={`${capitalized(briefs[finding.code]?.(finding.params) ?? t.problem)} · ${regionDisplayName(location)}`}
                />
              ))}
            </TileRows>
            <Text size={200} className={styles.note}>
              {found.length > tileRows.small ? `${t.problems(number(found.length))} · ${checked}` : checked}
            </Text>
          </>
        )
      }}
    </Tile>
  )
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
