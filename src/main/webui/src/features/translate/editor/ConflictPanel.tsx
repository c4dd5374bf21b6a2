import { Button } from 'react-aria-components';
import { useAnnounce } from '../../../components/Announcements';
import { useLabels } from '../../../labels/LabelProvider';
import { mergeTexts } from '../editing/merge';
import type { TextContent } from '../editing/content';
import type { Edit } from '../editing/editSession';
import { Difference } from '../context/Difference';

interface Props {
  edit: Edit;
  lang: string;
  /** Continues from their version with a text; `save` sends it at once. */
  onResolve: (content: TextContent, save: boolean) => void;
  onTakeTheirs: () => void;
}

/** Two people changed the same text: their version, the common one and the own one, and what can be done. */
export function ConflictPanel({ edit, lang, onResolve, onTakeTheirs }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const base = edit.conflict?.base?.text.message ?? edit.base.message;
  const theirs = edit.conflict?.theirs?.text ?? null;
  const merge = () => {
    const message = mergeTexts(base, theirs?.message ?? '', edit.message);
    const description = mergeTexts(edit.base.description, theirs?.description ?? '', edit.description);
    onResolve({ message: message.text, description: description.text }, false);
    announce(t('translate.conflict.clashes', { count: message.clashes + description.clashes }));
  };
  const mine = { message: edit.message, description: edit.description };
  return (
    <section className="translate-conflict" aria-labelledby="translate-conflict-title">
      <div role="alert"><h3 id="translate-conflict-title">{t(theirs ? 'translate.conflict.title' : 'translate.conflict.removed')}</h3></div>
      <div className="translate-conflict-texts">
        <div>
          <h4>{t('translate.conflict.theirs')}</h4>
          {theirs ? <Difference before={base} after={theirs.message} lang={lang} /> : <p className="muted">{t('translate.conflict.none')}</p>}
        </div>
        <div>
          <h4>{t('translate.conflict.base')}</h4>
          <p className="translate-source-text" dir="auto" lang={lang}>{base}</p>
        </div>
        <div>
          <h4>{t('translate.conflict.mine')}</h4>
          <Difference before={base} after={edit.message} lang={lang} />
        </div>
      </div>
      <div className="translate-actions">
        <Button className="button small" onPress={() => onResolve(mine, true)}>{t('translate.conflict.keepMine')}</Button>
        <Button className="button small" onPress={onTakeTheirs}>{t('translate.conflict.takeTheirs')}</Button>
        {theirs && <Button className="button small" onPress={merge}>{t('translate.conflict.merge')}</Button>}
      </div>
    </section>
  );
}
