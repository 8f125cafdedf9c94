import { useState } from 'react'
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components'
import { ArrowUploadRegular, LinkRegular, SaveRegular } from '@fluentui/react-icons'
import { planFileText, planFragment, PlanLinkTooLong, type ImageVersionPlan } from '@portal/image-version'
import { useLocation } from 'wouter'
import { useImportPlanTexts } from '../../i18n/use-import-plan-texts.ts'
import { importPlanPath } from '../../paths.ts'
import { download } from '../../ui/download.ts'

// Behind the other buttons of the header, in a line of its own where the window is narrow.
const useStyles = makeStyles({ outcome: { order: 1, maxWidth: '100%' } })

type Outcome = 'copied' | 'tooLong' | 'notCopied'

/** What a user may do with the plan of the wizard as a whole: take one in, save it as a file, copy it as a link. */
export function PlanActions({ plan }: { plan: ImageVersionPlan }) {
  const styles = useStyles()
  const t = useImportPlanTexts().actions
  const [, navigate] = useLocation()
  const [outcome, setOutcome] = useState<Outcome>()
  async function copyLink() {
    try {
      const fragment = await planFragment(plan)
      await navigator.clipboard.writeText(`${window.location.origin}${importPlanPath()}${fragment}`)
      setOutcome('copied')
    } catch (error) {
      setOutcome(error instanceof PlanLinkTooLong ? 'tooLong' : 'notCopied')
    }
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle">{t.menu}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<ArrowUploadRegular />} onClick={() => navigate(importPlanPath(plan.imageDefinitionId))}>
              {t.import}
            </MenuItem>
            <MenuItem
              icon={<SaveRegular />}
              onClick={() =>
                download(`image-version-plan-${plan.name || 'draft'}.json`, planFileText(plan, window.location.origin))
              }
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
        <MessageBar intent={outcome === 'copied' ? 'success' : 'error'} layout="multiline" className={styles.outcome}>
          <MessageBarBody>{t.outcomes[outcome]}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
