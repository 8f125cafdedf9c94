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
import type { SearchGroupName } from './search-entry.ts'

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
export function SearchIcon({ kind, className }: { kind: SearchGroupName; className: string }) {
  const Icon = kind === 'recent' ? StackRegular : icons[kind]
  return <Icon className={className} aria-hidden />
}
