import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Popover,
  PopoverSurface,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { LinkRegular, SaveRegular } from '@fluentui/react-icons'
import { LinkTooLong, planFileName, planFileText, planFragment } from '@portal/code'
import type { ImageVersionPlan } from '@portal/image-version'
import { useState } from 'react'
import { startFromPath } from '../../../../paths.ts'
import { copyText } from '../../../../ui/copy-text.ts'
import { download } from '../../../../ui/download.ts'
import { Message } from '../../../../ui/Message.tsx'
import { useImportPlanTexts } from './import-plan-texts.ts'

const useStyles = makeStyles({
  outcome: { padding: tokens.spacingHorizontalNone, maxWidth: 'min(440px, 100vw - 32px)' },
})

type Outcome = 'copied' | 'tooLong' | 'notCopied'

/** The actions on the wizard's plan as a whole: save it as a file, copy it as a link. */
export function PlanActions({ plan }: { plan: ImageVersionPlan }) {
  const styles = useStyles()
  const t = useImportPlanTexts().actions
  const [outcome, setOutcome] = useState<Outcome>()
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  async function copyLink() {
    const link = planFragment(plan).then((fragment) => `${window.location.origin}${startFromPath('code')}${fragment}`)
    try {
      await copyText(link)
      setOutcome('copied')
    } catch (error) {
      setOutcome(error instanceof LinkTooLong ? 'tooLong' : 'notCopied')
    }
  }
  const forget = () => setOutcome(undefined)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            ref={setButton}
            appearance="subtle"
            onBlur={forget}
            onKeyDown={({ key }) => key === 'Escape' && forget()}
          >
            {t.menu}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<SaveRegular />}
              onClick={() => download(planFileName, planFileText(plan, window.location.origin))}
            >
              {t.save}
            </MenuItem>
            <MenuItem icon={<LinkRegular />} onClick={() => void copyLink()}>
              {t.copyLink}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {outcome !== undefined && (
        // Over the page, which would otherwise move, until another action.
        <Popover
          open
          inline
          positioning={{ target: button, position: 'below', overflowBoundaryPadding: 16 }}
          onOpenChange={forget}
        >
          <PopoverSurface className={styles.outcome}>
            <Message intent={outcome === 'copied' ? 'success' : 'error'}>{t.outcomes[outcome]}</Message>
          </PopoverSurface>
        </Popover>
      )}
    </>
  )
}
