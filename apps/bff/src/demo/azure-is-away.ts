import type { Request, Response } from 'express'

const retryAfterS = 2

const texts = {
  en: {
    title: 'The simulated Azure is restarting',
    reloads: 'It stopped responding. This page reloads in a few seconds.',
    goBack: 'It stopped responding. Go back and try again in a few seconds.',
  },
  it: {
    title: 'Riavvio dell’istanza simulata di Azure',
    reloads: 'L’istanza non rispondeva. La pagina verrà ricaricata tra pochi secondi.',
    goBack: 'L’istanza non rispondeva. Tornare indietro e riprovare tra pochi secondi.',
  },
}

/**
 * Answers 503 instead of a simulated Azure that does not answer: with a page for a person, otherwise with an error in
 * ARM's form.
 */
export function sayAway(request: Request, response: Response, portalOrigin: string): void {
  response.status(503).set({ 'retry-after': retryAfterS.toString(), 'cache-control': 'no-store' })
  // A page of the portal that requests tokens must distinguish this from a network failure.
  if (request.get('origin') === portalOrigin) response.set('access-control-allow-origin', portalOrigin)
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(pageFor(request, response))
  else response.json({ error: { code: 'ServerUnavailable', message: `${texts.en.title}. ${texts.en.goBack}` } })
}

function pageFor(request: Request, response: Response): string {
  const language = request.acceptsLanguages('en', 'it') === 'it' ? 'it' : 'en'
  const { title, reloads, goBack } = texts[language]
  // The address of a page can be opened again; a submitted form can't.
  const again = request.method === 'GET'
  response.set({
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${again ? `\n<meta http-equiv="refresh" content="${retryAfterS}">` : ''}
<title>${title}</title>
</head>
<body>
<main><h1>${title}</h1><p>${again ? reloads : goBack}</p></main>
</body>
</html>
`
}
