import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useReadOnlyDraft } from '../../../drafts/read-only-draft.ts'
import { useStartTexts } from '../../../i18n/wizard/use-start-texts.ts'
import { DiscardDialog } from '../../../parts/wizard/DiscardDialog.tsx'
import { createFromPath, importPlanPath } from '../../../paths.ts'

interface StartFromProps {
  /** of the draft, '' if none */
  imageDefinitionId: string
  /** the number of the definition's latest version, undefined if there is none */
  latest: string | undefined
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** drops the draft, and with it all that was chosen */
  onEmpty: () => void
}

/** What a version can begin from: the latest one, nothing, or a configuration from elsewhere. */
export function StartFrom({ imageDefinitionId, latest, isOpen, onOpen, onEmpty }: StartFromProps) {
  const t = useStartTexts()
  const [, navigate] = useLocation()
  const isReadOnly = useReadOnlyDraft()
  const [asks, ask] = useState(false)
  if (isReadOnly) return null
  return (
    <>
      <Menu open={isOpen} onOpenChange={(_, data) => onOpen(data.open)}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle">{t.open}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {latest !== undefined && (
              <MenuItem onClick={() => navigate(createFromPath(imageDefinitionId, latest))}>
                {t.latest(latest)}
              </MenuItem>
            )}
            <MenuItem onClick={() => navigate(importPlanPath(imageDefinitionId))}>{t.code}</MenuItem>
            <MenuItem onClick={() => ask(true)}>{t.nothing}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asks && <DiscardDialog onDiscard={onEmpty} onKeep={() => ask(false)} />}
    </>
  )
}
