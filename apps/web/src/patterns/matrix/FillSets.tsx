import { Menu, MenuItem, MenuList, MenuPopover, SplitButton } from '@fluentui/react-components'
import { useState } from 'react'
import { shows } from '../../ui/marks/shows.ts'
import { useProfileTexts } from '../profiles/texts/use-profile-texts.ts'
import type { EncryptionTexts } from './cell-facts.ts'
import type { MatrixDialog } from './MatrixMenu.tsx'
import type { Fill } from './use-fills.ts'

interface FillSetsProps {
  fills: Fill[]
  /** how many cells are empty */
  empty: number
  texts: EncryptionTexts
  isPrimary: boolean
  onDialog: (dialog: MatrixDialog) => void
}

/** Fills the empty cells in the best way that there is; the others are in its menu. */
export function FillSets({ fills, empty, texts, isPrimary, onDialog }: FillSetsProps) {
  const { match } = texts
  const profiles = useProfileTexts()
  const [best] = fills
  const fill = best?.apply ?? (() => onDialog('match'))
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <span ref={setPlace}>
        <SplitButton
          appearance={isPrimary ? 'primary' : 'secondary'}
          menuButton={{
            'aria-label': match.ways,
            'aria-haspopup': 'menu',
            'aria-expanded': isOpen,
            onClick: () => setOpen(!isOpen),
          }}
          primaryActionButton={{
            onClick: fill,
            title: best?.text ?? match.open,
            ...(empty > 0 && shows('proposal')),
          }}
        >
          {match.fill(best?.cells ?? empty)}
        </SplitButton>
      </span>
      {isOpen && (
        <Menu
          open
          positioning={{ target: place, position: 'below', align: 'start' }}
          onOpenChange={() => setOpen(false)}
        >
          <MenuPopover>
            <MenuList>
              {fills.map(({ id, text, cells, apply }) => (
                <MenuItem key={id} secondaryContent={cells} onClick={apply}>
                  {text}
                </MenuItem>
              ))}
              <MenuItem onClick={() => onDialog('match')}>{match.open}</MenuItem>
              <MenuItem onClick={() => onDialog('applyProfile')}>{profiles.apply}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  )
}
