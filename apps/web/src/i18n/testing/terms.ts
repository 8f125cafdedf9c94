import type { Language } from '../language.ts'

/** A word or turn that no text has, and what is written instead. */
interface RuledOut {
  never: RegExp
  instead: string
}

/**
 * One concept, one term: what the texts of each language never say, and what they say instead. Italian terms are those
 * of Microsoft's Italian portal and documentation.
 */
export const ruledOut: Record<Language, readonly RuledOut[]> = {
  en: [
    // Azure's own label of an encryption type is written without the hyphen.
    { never: /(?<!Encryption at-rest with a )platform managed/i, instead: 'platform-managed key' },
    { never: /customer managed/i, instead: 'customer-managed key' },
    { never: /\bkeys? of (yours|your own|one’s own)\b|\ba key vault of yours\b/i, instead: 'your own key' },
    { never: /\b(automatic|automated) (key )?rotation\b|\bauto-rotation\b/i, instead: 'auto key rotation' },
    { never: /\b(as asked|asked for by you)\b/i, instead: 'as requested' },
    { never: /\bAzure AD\b|\bAAD\b|(?<!Microsoft )\bEntra ID\b/, instead: 'Microsoft Entra ID' },
    { never: /\bunder way\b|\bat work\b|\bgoes on\b/i, instead: 'in progress' },
    { never: /\bmay\b/i, instead: 'can, might, or permission' },
    { never: /\bmust not be allowed\b|\bis allowed to\b/i, instead: 'has permission' },
    { never: /\bmend(s|ed|ing)?\b(?!:)/i, instead: 'fix' },
    { never: /\b(heed|heeds|heeded)\b/i, instead: 'apply' },
    { never: /\bdemand(s|ed|ing)?\b(?! for)/i, instead: 'require' },
    { never: /\b(is|are|was|were|be) told\b|\btells (you|Azure|the portal|it)\b/i, instead: 'see, know, or show' },
    { never: /\bAzure (takes|makes)\b/, instead: 'Azure accepts, supports, or creates' },
    { never: /\btakes (no|its|over|part|the role|only)\b/i, instead: 'accepts, supports, or needs' },
    { never: /\bstands? (in|at|for|behind|beside|there|on)\b/i, instead: 'is' },
    { never: /\bpress(es|ed|ing)?\b(?! Esc| Enter| the)/i, instead: 'select' },
    { never: /\b(whoever|whom|those who|people who|who can)\b/i, instead: 'you, someone, or your administrator' },
    { never: /\bof (this|that) name\b/i, instead: 'named' },
    { never: /\bsome (minutes|moments|seconds|hours)\b/i, instead: 'a few minutes' },
    { never: /\bno such\b|\bhas no resource\b/i, instead: 'wasn’t found' },
    { never: /\bnamed alike\b/i, instead: 'similar name' },
    { never: /\bfor now\b/i, instead: 'temporarily, or nothing' },
    { never: /\bbeing made\b|\bnot made yet\b/i, instead: 'creating' },
    { never: /\bin vain\b|\blets? .{1,40} in\b/i, instead: 'fails, or grants access' },
    { never: /\bbuttons? here\b/i, instead: 'the name of the button' },
    { never: /\bruns? on\b(?= ?[.,;'’]|$)/i, instead: 'keep running' },
    { never: /\balarms?\b/i, instead: 'alert' },
    { never: /\bcopies\b(?! (it|the|a|each|all|one|what)\b)/i, instead: 'replicas' },
    { never: /\bproven\b/, instead: 'verified' },
    { never: /\bnam(e|es|ing) (a version|one\b)/i, instead: 'specify a version' },
    { never: /,? and stays\b/i, instead: 'keeps' },
    { never: /\bas far as\b/i, instead: 'that you can, if' },
    { never: /\bsaved worlds?\b/i, instead: 'saved environment' },
    {
      never: /\b(cannot|can not|(do|does|did|is|are|was|were|has|have|had|will|would|could|should) not)\b(?! only)/i,
      instead: 'a contraction, such as can’t',
    },
    {
      never: /(?<!\b(?:as|what|where|how|who|than|which) )\b(it is|there is|you are|they are)\b(?![’.,;:])/i,
      instead: 'a contraction, such as it’s',
    },
  ],
  it: [
    { never: /\bchiav[ei] propri[ea]\b/i, instead: 'chiave gestita dal cliente, le proprie chiavi' },
    {
      never: /\binsiem[ei] di crittografia\b|\bset di crittografia dei dischi\b/i,
      instead: 'set di crittografia del disco',
    },
    { never: /protezione dall’eliminazione/i, instead: 'protezione dalla rimozione definitiva' },
    { never: /\barea propria\b/i, instead: 'area di origine' },
    { never: /\bcrittografia archiviata\b|\bset archiviati\b/i, instead: 'crittografia applicata' },
    { never: /\bfine vita\b/i, instead: 'fine del ciclo di vita' },
    { never: /\bposizioni replicate\b/i, instead: 'aree replicate' },
    { never: /crittografia doppia/i, instead: 'doppia crittografia' },
    { never: /crittografia (dei dischi riservati|riservata del disco)/i, instead: 'crittografia del disco riservato' },
    { never: /crittografia (a livello di|sull’|dell’)\s?host/i, instead: 'crittografia nell’host' },
    {
      never: /versione (dell’immagine )?di macchina virtuale/i,
      instead: 'versione dell’immagine della macchina virtuale',
    },
    { never: /\bAutore\b|\bCodice SKU\b/, instead: 'Editore, SKU' },
    { never: /modul[oi] di (protezione|sicurezza) hardware/i, instead: 'HSM gestito' },
    { never: /\bdiritt[oi]\b/i, instead: 'autorizzazione, ruolo' },
    { never: /\bpermess[oi]\b/i, instead: 'autorizzazione' },
    { never: /ID di correlazione/i, instead: 'ID correlazione' },
    { never: /\bpian[oi]\b(?! di acquisto)/i, instead: 'configurazione' },
    { never: /\bAzure AD\b|(?<!Microsoft )\bEntra ID\b/, instead: 'Microsoft Entra ID' },
    { never: /\bvi (è|sono|si|erano|era)\b|\bnull’altro\b/i, instead: 'ci, è presente, altro' },
    { never: /\b(puoi|devi|vuoi|hai|sei|tuo|tua|tuoi|tue)\b/i, instead: 'una forma impersonale' },
    { never: /\bCriteri di Azure (rifiut|neg)/i, instead: 'Un criterio di Azure' },
    { never: /\bpulsante qui\b/i, instead: 'il nome del pulsante' },
    { never: /\bpremere\b(?! (ESC|INVIO|Esc|Invio|Enter|il tasto))/i, instead: 'selezionare' },
    { never: /\b(chi può|coloro che|chi gestisce il portale)\b/i, instead: 'l’amministratore' },
  ],
}
