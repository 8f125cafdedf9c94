import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { signIn } from '../../auth/authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { Stack } from '../../ui/Stack.tsx'
import { useDirectoriesTexts } from './directories-texts.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: '8px', maxWidth: '480px' },
})

const domainOrId =
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Signs in to a directory where the user is a guest and which they enter: the portal does not list its directories to
 * strangers. `children` are other options, next to its button.
 */
export function SignInToDirectory({ children }: { children?: ReactNode }) {
  const styles = useStyles()
  const { auth } = useTexts()
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
      <Field label={t.domain} hint={t.domainHint} validationMessage={fault || null}>
        <Input
          value={directory}
          onChange={(_, { value }) => setDirectory(value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Stack row="wrap" gap="S">
        <Button type="submit">{t.signInThere}</Button>
        {children}
      </Stack>
    </form>
  )
}
