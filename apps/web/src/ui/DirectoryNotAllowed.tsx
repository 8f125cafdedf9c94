import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components'
import { useState, type SyntheticEvent } from 'react'
import { signIn } from '../auth/authentication.ts'
import { useTexts } from '../i18n/language.ts'
import { useDirectoriesTexts } from '../i18n/use-directories-texts.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: '8px', maxWidth: '480px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const domainOrId =
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The ways on for who came from a directory that the portal does not serve: into one where they are a guest, which they
 * name, since the portal tells strangers nothing of those it serves; or as somebody else.
 */
export function DirectoryNotAllowed() {
  const styles = useStyles()
  const { problems, shell, auth } = useTexts()
  const t = useDirectoriesTexts()
  const [directory, setDirectory] = useState('')
  const [fault, setFault] = useState('')

  function enter(event: SyntheticEvent) {
    event.preventDefault()
    const named = directory.trim()
    if (!domainOrId.test(named)) return setFault(t.domainInvalid)
    setFault('')
    signIn({ directory: named }).catch(() => setFault(auth.signInPageUnreachable))
  }

  return (
    <form className={styles.root} onSubmit={enter} noValidate>
      <Text>{problems.DirectoryNotAllowed.advice}</Text>
      <Field label={t.domain} hint={t.domainHint} validationMessage={fault || null}>
        <Input
          value={directory}
          onChange={(_, { value }) => setDirectory(value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <div className={styles.actions}>
        <Button type="submit">{t.signInThere}</Button>
        <Button onClick={() => void signIn({ pickAccount: true })}>{shell.addAccount}</Button>
      </div>
    </form>
  )
}
