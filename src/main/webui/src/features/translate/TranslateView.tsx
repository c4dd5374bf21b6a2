import { useQueryClient } from '@tanstack/react-query';
import { Keyboard, PanelRight } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { useRowPosition } from '../../api/draftRows';
import { useKeyboardSheet } from '../../components/KeyboardSheet';
import { Choice } from '../../components/Choice';
import { EmptyState } from '../../components/EmptyState';
import { useLabels } from '../../labels/LabelProvider';
import { OpenContext } from './context/OpenContext';
import { EditorPane, type EditorCommands } from './editor/EditorPane';
import { RejectDialog } from './editor/RejectDialog';
import { useReview } from './editing/useReview';
import { ListPane } from './list/ListPane';
import { loadedIndex } from './list/rowCache';
import { PaneTabs } from './PaneTabs';
import { TypedAhead } from './TypedAhead';
import { useActions } from './useActions';
import { useKeyboard } from './useKeyboard';
import type { OpenMessage } from './useOpenMessage';
import { useSelection } from './useSelection';
import { useWorkspace } from './workspace';

interface Props {
  opened: OpenMessage;
  typed: RefObject<HTMLTextAreaElement | null>;
  locales: string[];
}

const CONTEXT = 'parlance.context';

/** The three panes: the list, the open message and its context. */
export function TranslateView({ opened, typed, locales }: Props) {
  const { t, locale: language } = useLabels();
  const { catalog, locale } = useWorkspace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const review = useReview();
  const editor = useRef<EditorCommands>(null);
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [isContextShown, showContext] = useState(() => localStorage.getItem(CONTEXT) !== 'hidden');
  const showSheet = useKeyboardSheet();
  const [rejected, setRejected] = useState<string | null>(null);
  const { address, list, pane, open, move, change, showPane } = opened;
  const { key } = address;
  const selected = useSelection(list);
  const position = useRowPosition(list, key);
  const actions = useActions({ opened, review, selected, editor, search, page, askRejection: setRejected, showSheet });
  useKeyboard(actions);

  const names = new Intl.DisplayNames(language, { type: 'language' });
  const name = names.of(locale) ?? locale;
  const toggleContext = (shown: boolean) => {
    localStorage.setItem(CONTEXT, shown ? 'shown' : 'hidden');
    showContext(shown);
  };
  return (
    <div ref={page} className="translate" data-pane={pane} data-context={isContextShown}>
      <h1 className="visually-hidden">{t('translate.into', { language: name })}</h1>
      <div className="translate-bar">
        <Choice
          label={t('translate.language')}
          options={locales.map((id) => ({ id, text: names.of(id) ?? id }))}
          value={locale}
          onChange={(next) => void navigate({ pathname: `/catalogs/${encodeURIComponent(catalog)}/translate/${encodeURIComponent(next)}`, search: location.search })}
        />
        <PaneTabs pane={pane} hasMessage={key !== null} onChange={showPane} />
        <div className="translate-bar-end">
          <Button className="button quiet small" aria-label={t('translate.keyboard')} onPress={showSheet}>
            <Keyboard aria-hidden size={16} /><span className="wide-only">{t('translate.keyboard')}</span>
          </Button>
          <ToggleButton className="button quiet small translate-context-toggle" isSelected={isContextShown} onChange={toggleContext}>
            <PanelRight aria-hidden size={16} />{t('translate.context')}
          </ToggleButton>
        </div>
      </div>
      <section className="translate-pane translate-list" aria-label={t('translate.list')}>
        <ListPane
          address={address}
          selection={selected.selection}
          search={search}
          onAddress={change}
          onOpen={(opening) => open(opening.key, { replace: opening.key === key })}
          onFirstRow={(first) => key === null && isWide() && open(first.key, { pane: 'list', replace: true })}
          onSelect={selected.setSelection}
          onToggle={selected.toggleRow}
          onExtend={(index) => void selected.extendTo(index, key === null ? null : loadedIndex(client, list, key))}
        />
      </section>
      <section className="translate-pane translate-editor" aria-label={t('translate.message')}>
        <TypedAhead field={typed} onTyped={(text) => editor.current?.insert(text)} />
        {key === null ? <EmptyState title={t('translate.chooseMessage')} /> : (
          <EditorPane
            key={key}
            ref={editor}
            messageKey={key}
            isListed={position.data?.listed ?? true}
            autoFocus={opened.isFocusWanted}
            reviewError={review.failure?.key === key ? review.failure.error : null}
            openNext={() => move(1, { pane: 'editor', focus: true, ...(list.filters.state ? {} : { state: OPEN_STATES }) })}
            onReject={() => setRejected(key)}
          />
        )}
      </section>
      {(isContextShown || pane === 'context') && (
        <aside className="translate-pane translate-context" aria-label={t('translate.context')}>
          {key !== null && <OpenContext messageKey={key} onUse={(text) => editor.current?.use(text)} />}
        </aside>
      )}
      {rejected !== null && (
        <RejectDialog
          onClose={() => setRejected(null)}
          onReject={(comment) => {
            setRejected(null);
            void actions.rejectWith(rejected, comment);
          }}
        />
      )}
    </div>
  );
}

/** Without a filter, a save leads to the next text that needs work. */
const OPEN_STATES = 'untranslated,draft,stale,rejected';

/** The width from which the list and the editor are side by side, as in the style sheet. */
function isWide(): boolean {
  return window.matchMedia('(min-width: 60rem)').matches;
}
