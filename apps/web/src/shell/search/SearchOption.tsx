import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  AddRegular,
  ArrowRightRegular,
  DesktopRegular,
  ImageRegular,
  KeyRegular,
  LibraryRegular,
  LockShieldRegular,
  PlayRegular,
  FlashRegular,
  StackRegular,
  VaultRegular,
  type FluentIcon,
} from '@fluentui/react-icons'
import type { MouseEvent } from 'react'
import { useRevocationTexts } from '../../resources/image-version/texts/revocation-texts.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { marked } from './matching.ts'
import type { SearchEntry, SearchGroupName } from './search-entry.ts'

const useStyles = makeStyles({
  option: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: '40px',
    boxSizing: 'border-box',
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '@media (max-width: 639px)': { height: '52px' },
  },
  active: {
    backgroundColor: tokens.colorSubtleBackgroundHover,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  disabled: { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  texts: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    '@media (max-width: 639px)': { flexDirection: 'column', justifyContent: 'center' },
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' },
  title: { flexShrink: 1, minWidth: '50%' },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // By weight, not by colour alone.
  found: { fontWeight: tokens.fontWeightBold, color: tokens.colorNeutralForeground1 },
})

interface SearchOptionProps {
  id: string
  entry: SearchEntry
  words: readonly string[]
  isActive: boolean
  onPoint: () => void
  onChoose: () => void
}

/** One result: a link that opens in another tab as links do, or an action. The focus stays in the field. */
export function SearchOption({ id, entry, words, isActive, onPoint, onChoose }: SearchOptionProps) {
  const styles = useStyles()
  const { revoked } = useRevocationTexts()
  const { kind, title, detail, isRevoked = false, isDisabled = false } = entry
  const href = isDisabled ? undefined : entry.href
  const onClick = (event: MouseEvent) => {
    // The browser's own way to open a link elsewhere.
    if (href !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey)) return
    event.preventDefault()
    onChoose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
    <a
      id={id}
      role="option"
      aria-selected={isActive}
      {...(isDisabled && { 'aria-disabled': true })}
      tabIndex={-1}
      {...(href !== undefined && { href })}
      className={mergeClasses(styles.option, isActive && styles.active, isDisabled && styles.disabled)}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <SearchIcon kind={kind} className={styles.icon} />
      <span className={styles.texts}>
        <span className={mergeClasses(styles.text, styles.title)}>
          <MarkedText text={title} words={words} />
        </span>
        {isRevoked && (
          <span className={styles.detail}>
            <StateLabel look="warning">{revoked}</StateLabel>
          </span>
        )}
        {detail !== undefined && (
          <span className={mergeClasses(styles.text, styles.detail)}>
            <MarkedText text={detail} words={words} />
          </span>
        )}
      </span>
    </a>
  )
}

function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  const styles = useStyles()
  return marked(text, words).map((piece, at) =>
    piece.isFound ? (
      <strong key={at} className={styles.found}>
        {piece.text}
      </strong>
    ) : (
      piece.text
    ),
  )
}

const icons: Record<Exclude<SearchGroupName, 'recent'>, FluentIcon> = {
  page: ArrowRightRegular,
  action: FlashRegular,
  newVersion: AddRegular,
  scenario: PlayRegular,
  gallery: LibraryRegular,
  imageDefinition: ImageRegular,
  imageVersion: StackRegular,
  diskEncryptionSet: LockShieldRegular,
  key: KeyRegular,
  keyVault: VaultRegular,
  virtualMachine: DesktopRegular,
}

/** What kind of thing a result is; the group's heading says it in words. */
function SearchIcon({ kind, className }: { kind: SearchGroupName; className: string }) {
  const Icon = kind === 'recent' ? StackRegular : icons[kind]
  return <Icon className={className} aria-hidden />
}
