import { Button, Link, makeStyles } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { useAboutTexts } from './about-texts.ts'

/** The running build, which vite.config.ts inserts; without a commit if the build did not know one. */
declare const builtAs: { version: string; commit?: string }

const useStyles = makeStyles({
  content: { paddingTop: '8px', paddingBottom: '12px' },
  link: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
})

/** The portal's version, and the licenses of the portal and its packages. */
export function AboutPortal({ onClose }: { onClose: () => void }) {
  const t = useAboutTexts()
  const { version, commit } = builtAs
  const styles = useStyles()
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      className={styles.content}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {t.close}
        </Button>
      }
    >
      <FactList
        facts={[
          [t.version, version],
          ...(commit === undefined ? [] : [[t.commit, commit] satisfies [string, string]]),
          [t.license, <FileLink key="license" href="/license.txt" text="MIT" />],
          [t.thirdParty, <FileLink key="licenses" href="/licenses.txt" text={t.viewLicenses} />],
        ]}
      />
    </Dialog>
  )
}

/** A link to a text that was built with the portal, in a new tab. */
function FileLink({ href, text }: { href: string; text: string }) {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <Link href={href} target="_blank" rel="noreferrer" className={styles.link}>
      {text}
      <OpenRegular aria-label={shell.openedElsewhere} />
    </Link>
  )
}
