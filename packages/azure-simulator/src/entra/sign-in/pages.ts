import { signInNameOf, type Member } from '../../directory/member.ts'
import type { SandboxRefused } from '../../sandboxes/sandbox-refused.ts'
import type { PageTexts } from './page-texts.ts'

/** A page's file of styles, as a path on the simulator. */
export const stylesheetPath = '/sign-in.css'

/** The accounts to choose from. `action` is where the choice is posted; `transaction` binds it to this page. */
export function signInPage(
  texts: PageTexts,
  page: { members: Member[]; signedIn: Set<string>; action: string; transaction: string },
): string {
  const tiles = page.members.map(({ user }) => {
    const note = page.signedIn.has(user.id) ? `<span class="note">${escape(texts.signedInHere)}</span>` : ''
    return `<li><button class="tile" name="user" value="${escape(user.id)}">
      <span class="initials" aria-hidden="true">${escape(initialsOf(user.displayName))}</span>
      <span class="who"><span class="name">${escape(user.displayName)}</span> <span class="mail">${escape(signInNameOf(user))}</span> <span class="title">${escape(texts.language === 'it' ? user.jobTitle.it : user.jobTitle.en)}</span></span>${note}
    </button></li>`
  })
  const list = tiles.length > 0 ? `<ul class="tiles">${tiles.join('')}</ul>` : `<p>${escape(texts.noneMatches)}</p>`
  return documentOf(
    texts,
    texts.signIn,
    `
    <h1>${escape(texts.signIn)}</h1>
    <p class="lead">${escape(texts.chooseAccount)}</p>
    <form method="post" action="${escape(page.action)}">
      <input type="hidden" name="transaction" value="${escape(page.transaction)}">
      ${list}
      <div class="buttons"><button class="quiet" name="cancel" value="1">${escape(texts.cancel)}</button></div>
    </form>
    ${demonstrationNote(texts)}`,
  )
}

/** The second factor. */
export function verifyPage(texts: PageTexts, page: { member: Member; action: string; transaction: string }): string {
  const { user } = page.member
  return documentOf(
    texts,
    texts.verify,
    `
    <p class="account">${escape(signInNameOf(user))}</p>
    <h1>${escape(texts.verify)}</h1>
    <p class="lead">${withBold(escape(texts.verifyWhy))}</p>
    <form method="post" action="${escape(page.action)}">
      <input type="hidden" name="transaction" value="${escape(page.transaction)}">
      <div class="buttons">
        <button class="primary" name="approve" value="1">${escape(texts.approve)}</button>
        <button class="quiet" name="cancel" value="1">${escape(texts.cancel)}</button>
      </div>
    </form>
    ${demonstrationNote(texts)}`,
  )
}

export function signedOutPage(texts: PageTexts): string {
  return documentOf(
    texts,
    texts.signedOut,
    `<h1>${escape(texts.signedOut)}</h1><p class="lead">${escape(texts.signedOutMore)}</p>`,
  )
}

/** For errors that can't be sent to the application, because it is not known. */
export function errorPage(texts: PageTexts, description: string): string {
  return documentOf(
    texts,
    texts.failed,
    `<h1>${escape(texts.failed)}</h1><p class="lead">${escape(texts.failedMore)}</p><p class="detail">${escape(description)}</p>`,
  )
}

/** Instead of a sign-in, if no other sandbox can be created now. */
export function noRoomPage(texts: PageTexts, { status, retryAfter }: SandboxRefused): string {
  const why = status === 429 ? texts.tooManyFromHere : texts.allInUse
  return documentOf(
    texts,
    texts.noRoom,
    `<h1>${escape(texts.noRoom)}</h1><p class="lead">${escape(why)} ${escape(texts.tryAgainIn(Math.ceil(retryAfter / 60)))}</p>`,
  )
}

/** That nothing here is Microsoft's. */
export function demonstrationNote(texts: PageTexts): string {
  return `<p class="demonstration"><strong>${escape(texts.demonstration)}</strong> ${escape(texts.demonstrationMore)}</p>`
}

/** A page of ours around `main`, which is HTML already. */
export function documentOf(texts: PageTexts, title: string, main: string): string {
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${stylesheetPath}">
<link rel="icon" href="data:,">
</head>
<body>
<header><span class="mark" aria-hidden="true"></span><span class="organization">${escape(texts.organization)}</span></header>
<main>${main}</main>
</body>
</html>
`
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
}

/** HTML in which `**words**` are bold. */
function withBold(html: string): string {
  return html.replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
}

/** Text as HTML shows it. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
