import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { browserStorage } from '../drafts/browser-storage.ts'
import { useDraftOwner } from '../drafts/use-draft-owner.ts'
import { useDraftsTexts } from '../i18n/use-drafts-texts.ts'
import { PageHeader } from './PageHeader.tsx'
import { Panel } from './Panel.tsx'
import { WizardSkeleton } from './wizard/WizardSkeleton.tsx'

const useStyles = makeStyles({
  notKept: { flexShrink: 0, marginBottom: tokens.spacingVerticalL },
})

interface DraftOfOneTabProps {
  /** of the draft; another name needs another key */
  name: string
  /** of the page */
  title: string
  /** the form, which loads the draft when it is shown and stores it until it is gone */
  children: ReactNode
}

/** Shows a form to the one tab that works on its draft, and to the others how to get it. Tells of a draft that will not last. */
export function DraftOfOneTab({ name, title, children }: DraftOfOneTabProps) {
  const { owner, takeOver } = useDraftOwner(name)
  if (owner === 'thisTab')
    return (
      <>
        <NotKeptMessage />
        {children}
      </>
    )
  return (
    <>
      <PageHeader title={title} />
      {owner === 'anotherTab' ? (
        <ElsewhereMessage onTakeOver={takeOver} />
      ) : (
        <Panel>
          <WizardSkeleton />
        </Panel>
      )}
    </>
  )
}

function ElsewhereMessage({ onTakeOver }: { onTakeOver: () => void }) {
  const t = useDraftsTexts().elsewhere
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t.title}</MessageBarTitle>
        {t.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={onTakeOver}>
          {t.takeOver}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function NotKeptMessage() {
  const styles = useStyles()
  const t = useDraftsTexts().notKept
  const isKept = useSyncExternalStore(browserStorage.subscribe, browserStorage.isLasting)
  const [isRead, setRead] = useState(false)
  if (isKept || isRead) return null
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive" className={styles.notKept}>
      <MessageBarBody>
        <MessageBarTitle>{t.title}</MessageBarTitle>
        {t.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => setRead(true)}>{t.dismiss}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
