// What a form says of the draft kept of it: offered when there is one, named when it was taken up again, kept as one types.
import { ButtonForm, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import type { Instant } from '../../kernel/date.ts'
import { momentInWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'

/** `resumed`: the form shows the draft. */
export type ShownDraft = { readonly savedAt: Instant; readonly resumed: boolean }
type Props = { readonly slug: string; readonly form: string; readonly draft: ShownDraft | undefined }

/** Above the form. */
export const DraftNotice = ({ slug, form, draft }: Props) => draft === undefined ? null : (
  <Notice tone="info" title={`Brouillon du ${momentInWords(draft.savedAt)}`}>
    <p>
      {draft.resumed ? 'Voici ce que vous aviez tapé. Rien n’est enregistré dans le plan tant que vous n’envoyez pas le formulaire.'
        : 'Vous aviez commencé à remplir ce formulaire sans l’envoyer. Le brouillon n’est visible que de vous.'}
    </p>
    <div class="buttons">
      {draft.resumed ? null : <LinkButton href={`${form}?brouillon=reprendre`}>Reprendre le brouillon</LinkButton>}
      <ButtonForm to={paths.drafts(slug)} fields={{ brouillon: form, oublier: 'oui' }} emphasis="quiet">Oublier le brouillon</ButtonForm>
    </div>
  </Notice>
)

/** Last in the form, so that what it says moves no button: what names its draft, read by the script that keeps it as one types. */
export const DraftMark = ({ slug, form, draft }: Props) => (
  <>
    <input type="hidden" name="brouillon" value={form} data-draft-at={isHeld(draft) ? undefined : paths.drafts(slug)} />
    <p class="quiet" role="status" data-draft-status="">
      {isHeld(draft) ? 'Ce que vous tapez ici n’est pas gardé en brouillon tant que le précédent n’est ni repris ni oublié.' : ''}
    </p>
  </>
)

/** A draft neither taken up nor forgotten is never written over unasked. */
const isHeld = (draft: ShownDraft | undefined): boolean => draft?.resumed === false

/** Beside the button that sends, for browsers without script. */
export const DraftButton = ({ slug, draft }: Omit<Props, 'form'>) => (
  <SubmitButton emphasis="quiet" action={paths.drafts(slug)}>{isHeld(draft) ? 'Remplacer le brouillon' : 'Garder le brouillon'}</SubmitButton>
)

