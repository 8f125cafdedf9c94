import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, SearchRegular } from '@fluentui/react-icons'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { useDeferredValue, useState } from 'react'
import { estateSearchQuery, recentDefinitionsQuery } from '../../api/estate-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { createImageVersionPath, paths } from '../../paths.ts'
import { CreateVersionButton } from '../../patterns/resource/CreateVersionButton.tsx'
import { CloseButton, Dialog } from '../../ui/dialog/Dialog.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { RouteButton, RouteLink } from '../../ui/RouteLink.tsx'
import { useHomeTexts } from './home-texts.ts'

const useStyles = makeStyles({
  // As high for any answer, so that nothing moves while a name is typed.
  list: { minHeight: '224px', maxHeight: '50vh', overflowY: 'auto', margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  link: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  another: { whiteSpace: 'nowrap' },
})

/** The way to the next version: which definition it is of, the recent ones first. */
export function CreateVersion() {
  const t = useHomeTexts()
  const recent = useRead(recentDefinitionsQuery)
  const [isOpen, setOpen] = useState(false)
  if (recent.data?.length === 0) return <CreateVersionButton>{t.create}</CreateVersionButton>
  return (
    <>
      <Button appearance="primary" icon={<AddRegular />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t.create}
      </Button>
      {isOpen && <DefinitionDialog recent={recent.data?.map(({ id }) => id) ?? []} onClose={() => setOpen(false)} />}
    </>
  )
}

function DefinitionDialog({ recent, onClose }: { recent: string[]; onClose: () => void }) {
  const styles = useStyles()
  const { create: title, picker: t } = useHomeTexts()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const search = useRead(estateSearchQuery, { text: asked })
  const found = search.data?.groups.find(({ kind }) => kind === 'imageDefinition')?.rows ?? []
  const definitions = asked.length < 2 ? recent : found.map(({ id }) => id)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <RouteButton href={paths.createImageVersion} className={styles.another}>
            {t.another}
          </RouteButton>
          <CloseButton onClick={onClose} />
        </>
      }
    >
      <Input
        contentBefore={<SearchRegular />}
        aria-label={t.search}
        placeholder={t.search}
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      <ul className={styles.list} aria-label={t.definitions}>
        {definitions.map((id) => (
          <DefinitionRow key={id} id={id} />
        ))}
      </ul>
    </Dialog>
  )
}

function DefinitionRow({ id }: { id: string }) {
  const styles = useStyles()
  const parts = tryParseResourceId(id)
  if (parts === undefined) return null
  return (
    <li className={styles.row}>
      <RouteLink href={createImageVersionPath(id)} className={styles.link}>
        {resourceNameOf(parts)}
      </RouteLink>
      <Quiet size={200}>{parts.names[0]}</Quiet>
    </li>
  )
}
